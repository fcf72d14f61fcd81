package io.kunan.plant.potline;

import io.kunan.kernel.InputException;
import java.util.Arrays;

/**
 * Which tags are written down how often.
 *
 * @param fromMicros UTC; nothing earlier is written
 * @param everySeconds 1, or a multiple of 5; samples lie on multiples of it since 1970
 * @param tags places in {@link PotlineTags#of}, ascending
 * @param numbers the tag number written for each of them
 */
public record Sampling(long fromMicros, int everySeconds, int[] tags, int[] numbers) {

  public Sampling {
    if (everySeconds != 1 && (everySeconds <= 0 || everySeconds % 5 != 0)) {
      throw new InputException(
          "sampling", everySeconds + " s", "sample every second or every 5, 10, … seconds");
    }
    if (tags.length != numbers.length) {
      throw new InputException(
          "sampling",
          tags.length + " tags and " + numbers.length + " numbers",
          "give one number for each tag");
    }
    tags = tags.clone();
    numbers = numbers.clone();
  }

  /** Every tag of a line, numbered by its place from 1. */
  public static Sampling ofAll(int pots, long fromMicros, int everySeconds) {
    int[] tags = new int[PotlineTags.of(pots).size()];
    Arrays.setAll(tags, i -> i);
    int[] numbers = tags.clone();
    Arrays.setAll(numbers, i -> i + 1);
    return new Sampling(fromMicros, everySeconds, tags, numbers);
  }

  @Override
  public int[] tags() {
    return tags.clone();
  }

  @Override
  public int[] numbers() {
    return numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sampling that
        && fromMicros == that.fromMicros
        && everySeconds == that.everySeconds
        && Arrays.equals(tags, that.tags)
        && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(tags) + Long.hashCode(fromMicros) + everySeconds;
  }

  @Override
  public String toString() {
    return "Sampling[" + tags.length + " tags every " + everySeconds + " s]";
  }
}
