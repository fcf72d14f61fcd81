package io.kunan.plant.potline.internal;

import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.plant.potline.PotlineTags;
import io.kunan.plant.potline.Sampling;
import java.util.Arrays;

/**
 * The samples of one {@link Sampling} over one chunk of steps. Pots write their own rows, so blocks
 * of pots can write at once.
 */
final class SampleBuffer {
  private static final int SECONDS = (int) PotStep.SECONDS;

  private final int[] tags;
  private final int[] numbers;
  private final int[] firstOfPot;
  private final int pots;
  private final int every;
  private final long fromMicros;
  private final boolean line;

  private long[] times = new long[0];
  private long firstSecond;
  private double[] values = new double[0];
  private short[] qualities = new short[0];
  private double[] potVolts = new double[0];
  private double[] potEffects = new double[0];

  SampleBuffer(Sampling sampling, int pots) {
    tags = sampling.tags();
    numbers = sampling.numbers();
    every = sampling.everySeconds();
    fromMicros = sampling.fromMicros();
    this.pots = pots;
    firstOfPot = new int[pots + 2];
    int place = 0;
    for (int p = 0; p <= pots; p++) {
      firstOfPot[p] = place;
      int end = p < pots ? (p + 1) * PotlineTags.PER_POT : Integer.MAX_VALUE;
      while (place < tags.length && tags[place] < end) {
        place++;
      }
    }
    firstOfPot[pots + 1] = tags.length;
    line = firstOfPot[pots] < tags.length;
  }

  /** Points that one step brings on average. */
  double pointsPerStep() {
    return tags.length * (double) SECONDS / every;
  }

  /** Makes room for the seconds after one time up to another, µs since 1970. */
  void open(long afterMicros, long untilMicros) {
    long grid = every * 1_000_000L;
    long first = Math.max(Math.floorDiv(afterMicros, grid) + 1, Math.ceilDiv(fromMicros, grid));
    int count = (int) Math.max(0, Math.floorDiv(untilMicros, grid) - first + 1);
    times = new long[count];
    for (int j = 0; j < count; j++) {
      times[j] = (first + j) * grid;
    }
    firstSecond = count == 0 ? Long.MAX_VALUE : (times[0] - afterMicros) / 1_000_000;
    values = new double[tags.length * count];
    qualities = new short[tags.length * count];
    potVolts = new double[line ? pots * count : 0];
    potEffects = new double[line ? pots * count : 0];
  }

  /**
   * Writes what pot {@code p} shows in the step {@code k} of the chunk, 1 is the first.
   *
   * @param step number since the start of the line
   */
  void write(PotSampler sampler, int p, int k, long step, double before, double amperes) {
    int from = firstOfPot[p];
    int until = firstOfPot[p + 1];
    if (from == until && !line || times.length == 0) {
      return;
    }
    for (int second = 1; second <= SECONDS; second++) {
      long offset = (k - 1L) * SECONDS + second - firstSecond;
      if (offset < 0 || offset % every != 0) {
        continue;
      }
      int j = (int) (offset / every);
      double now = before + (amperes - before) * second / SECONDS;
      for (int i = from; i < until; i++) {
        int tag = tags[i] - p * PotlineTags.PER_POT;
        int cell = i * times.length + j;
        values[cell] = sampler.value(tag, p, step, second, now);
        qualities[cell] = sampler.quality(tag, p, step);
      }
      if (line) {
        potVolts[p * times.length + j] = sampler.volts(p, step, second);
        potEffects[p * times.length + j] = sampler.inEffect(p) ? 1 : 0;
      }
    }
  }

  /** Writes that a pot does not run: no values, no communication. */
  void writeAbsent(int p) {
    int count = times.length;
    for (int cell = firstOfPot[p] * count; cell < firstOfPot[p + 1] * count; cell++) {
      values[cell] = Double.NaN;
      qualities[cell] = Quality.BAD_NO_COMMUNICATION;
    }
    if (line) {
      Arrays.fill(potVolts, p * count, (p + 1) * count, Double.NaN);
    }
  }

  /** Works out the tags of the line once all pots have written. */
  void closeLine(LineInputs inputs) {
    if (!line) {
      return;
    }
    int count = times.length;
    for (int j = 0; j < count; j++) {
      long second = firstSecond + (long) j * every;
      int k = (int) ((second + SECONDS - 1) / SECONDS);
      double part = (second - (k - 1L) * SECONDS) / (double) SECONDS;
      double amperes = inputs.amperes(k - 1) + (inputs.amperes(k) - inputs.amperes(k - 1)) * part;
      double volts = 0;
      double effects = 0;
      for (int p = 0; p < pots; p++) {
        volts += potVolts[p * count + j];
        effects += potEffects[p * count + j];
      }
      for (int i = firstOfPot[pots]; i < tags.length; i++) {
        values[i * count + j] =
            switch (tags[i] - pots * PotlineTags.PER_POT) {
              case 0 -> amperes / 1000;
              case 1 -> volts;
              case 2 -> volts * amperes / 1e6;
              case 3 -> Math.rint(inputs.soda() * 1e5) / 1e3;
              default -> effects;
            };
        qualities[i * count + j] =
            Double.isNaN(values[i * count + j]) ? Quality.BAD_NO_COMMUNICATION : Quality.GOOD;
      }
    }
  }

  /** The samples as a batch, by tag, then time. */
  PointBatch batch() {
    int count = times.length;
    int[] batchTags = new int[values.length];
    long[] batchTimes = new long[values.length];
    for (int i = 0; i < tags.length; i++) {
      for (int j = 0; j < count; j++) {
        batchTags[i * count + j] = numbers[i];
        batchTimes[i * count + j] = times[j];
      }
    }
    return PointBatch.of(batchTags, batchTimes, values, qualities);
  }
}
