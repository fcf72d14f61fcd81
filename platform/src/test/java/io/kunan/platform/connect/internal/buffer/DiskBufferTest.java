package io.kunan.platform.connect.internal.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.PointBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskBufferTest {
  private static final long ROOM = 100L << 20;
  private static final long SMALL_SEGMENT = 1_000;
  @TempDir Path folder;

  @Test
  void givesBatchesInOrderAcrossSegmentsAndProcesses() throws IOException {
    try (DiskBuffer buffer = DiskBuffer.open(folder, ROOM, SMALL_SEGMENT)) {
      for (int i = 0; i < 200; i++) {
        assertThat(buffer.append(batch(i, 3))).isTrue();
      }
      for (int i = 0; i < 77; i++) {
        assertThat(take(buffer)).isEqualTo(i);
      }
    }
    try (DiskBuffer buffer = DiskBuffer.open(folder, ROOM, SMALL_SEGMENT)) {
      assertThat(buffer.points()).isEqualTo(123 * 3);
      for (int i = 77; i < 200; i++) {
        assertThat(take(buffer)).isEqualTo(i);
      }
      assertThat(buffer.isEmpty()).isTrue();
      assertThat(buffer.bytes()).isZero();
    }
  }

  @Test
  void keepsEveryFieldOfAPoint() throws IOException {
    try (DiskBuffer buffer = DiskBuffer.open(folder, ROOM, SMALL_SEGMENT)) {
      buffer.append(
          PointBatch.builder(2)
              .add(7, 1_763_000_000_123_456L, -0.1, (short) 0x808C)
              .add(Integer.MAX_VALUE, -5, Double.NaN, (short) 0)
              .build());
      PointBatch read = Objects.requireNonNull(buffer.peek());
      assertThat(read.tag(0)).isEqualTo(7);
      assertThat(read.time(0)).isEqualTo(1_763_000_000_123_456L);
      assertThat(read.value(0)).isEqualTo(-0.1);
      assertThat(read.quality(0)).isEqualTo((short) 0x808C);
      assertThat(read.tag(1)).isEqualTo(Integer.MAX_VALUE);
      assertThat(read.value(1)).isNaN();
    }
  }

  @Test
  void refusesWhatDoesNotFitAndTakesMoreAfterItIsDrained() throws IOException {
    try (DiskBuffer buffer = DiskBuffer.open(folder, 5_000, SMALL_SEGMENT)) {
      int taken = 0;
      while (buffer.append(batch(taken, 10))) {
        taken++;
      }
      assertThat(buffer.bytes()).isLessThanOrEqualTo(5_000);
      assertThat(taken).isPositive();
      for (int i = 0; i < taken; i++) {
        assertThat(take(buffer)).isEqualTo(i);
      }
      assertThat(buffer.append(batch(taken, 10))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void losesNoSoundBatchToATornEnd(long seed) throws IOException {
    Random random = new Random(seed);
    List<Long> ends = new ArrayList<>();
    try (DiskBuffer buffer = DiskBuffer.open(folder, ROOM, ROOM)) {
      for (int i = 0; i < 20; i++) {
        buffer.append(batch(i, 1 + random.nextInt(50)));
        ends.add(buffer.bytes());
      }
    }
    Path segment = segments().getFirst();
    byte[] bytes = Files.readAllBytes(segment);
    int cut = random.nextInt(bytes.length);
    byte[] torn = Arrays.copyOf(bytes, cut + random.nextInt(30));
    for (int i = cut; i < torn.length; i++) {
      torn[i] = (byte) random.nextInt();
    }
    Files.write(segment, torn);

    long sound = ends.stream().filter(end -> end <= cut).count();
    try (DiskBuffer buffer = DiskBuffer.open(folder, ROOM, ROOM)) {
      for (int i = 0; i < sound; i++) {
        assertThat(take(buffer)).isEqualTo(i);
      }
      buffer.append(batch(1_000, 1));
      assertThat(take(buffer)).isEqualTo(1_000);
      assertThat(buffer.isEmpty()).isTrue();
    }
  }

  @Test
  void repeatsRatherThanSkipsWhenThePlaceIsNotKnown() throws IOException {
    try (DiskBuffer buffer = DiskBuffer.open(folder, ROOM, ROOM)) {
      for (int i = 0; i < 5; i++) {
        buffer.append(batch(i, 1));
      }
      take(buffer);
      take(buffer);
    }
    Files.write(folder.resolve("position"), new byte[] {1, 2, 3});
    try (DiskBuffer buffer = DiskBuffer.open(folder, ROOM, ROOM)) {
      assertThat(take(buffer)).isZero();
      assertThat(buffer.points()).isEqualTo(4);
    }
  }

  @Test
  void keepsEveryAppendedBatchWhenTheProcessIsKilled() throws Exception {
    Path printed = folder.resolve("printed.txt");
    Path buffered = folder.resolve("buffer");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                buffered.toString())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (completeLines(printed) < 300) {
      assertThat(child.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    child.destroyForcibly().waitFor();
    int acknowledged = completeLines(printed);
    try (DiskBuffer buffer = DiskBuffer.open(buffered, ROOM, 100_000)) {
      for (int i = 0; i < acknowledged; i++) {
        assertThat(take(buffer)).isEqualTo(i);
      }
    }
  }

  /** Appends batches as fast as it can and prints each one that is stored. */
  static final class Appender {
    public static void main(String[] args) throws IOException {
      try (DiskBuffer buffer = DiskBuffer.open(Path.of(args[0]), ROOM, 100_000)) {
        for (int i = 0; buffer.append(batch(i, 20)); i++) {
          System.out.println(i);
        }
      }
    }
  }

  private static int completeLines(Path file) throws IOException {
    return (int) Files.readString(file).chars().filter(c -> c == '\n').count();
  }

  private static PointBatch batch(int number, int points) {
    PointBatch.Builder builder = PointBatch.builder(points);
    for (int i = 0; i < points; i++) {
      builder.add(1 + i, number, number + i / 100.0, (short) 0);
    }
    return builder.build();
  }

  /** Number of the batch taken off. */
  private static long take(DiskBuffer buffer) {
    PointBatch batch = Objects.requireNonNull(buffer.peek());
    buffer.acknowledge();
    return batch.time(0);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Segment::isSegment).sorted().toList();
    }
  }
}
