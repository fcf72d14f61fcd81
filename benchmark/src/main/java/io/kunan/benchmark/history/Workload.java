package io.kunan.benchmark.history;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import java.time.Instant;

/**
 * Points such as a plant makes, the same at every run. Part A: 5,000 tags at 1 Hz over an hour, in
 * order of arrival. Part B: 4 more tags at 1 Hz over the 30 days before, back-filled day by day. A
 * quarter of the tags each: a sine with noise at a resolution of 0.01, a set-point that steps, a
 * sine with noise at 0.1, a digital state.
 */
final class Workload {
  static final int TAGS = 5_000;
  static final int SECONDS = 3_600;
  static final int LONG_TAGS = 4;
  static final int DAYS = 30;
  static final int DAY_SECONDS = 86_400;
  static final long START = Micros.of(Instant.parse("2026-06-01T00:00:00Z"));
  static final long LONG_START = START - DAYS * Micros.PER_DAY;

  private static final int TURN = 8_192;
  private static final double[] SINE = new double[TURN];

  static {
    for (int i = 0; i < TURN; i++) {
      SINE[i] = Math.sin(2 * Math.PI * i / TURN);
    }
  }

  private Workload() {}

  /** All points of part A. */
  static long hourPoints() {
    return (long) TAGS * SECONDS;
  }

  /** All points of part B. */
  static long monthPoints() {
    return (long) LONG_TAGS * DAYS * DAY_SECONDS;
  }

  /** Whole seconds of part A, every tag once in each. */
  static PointBatch hour(int firstSecond, int seconds) {
    var batch = PointBatch.builder(TAGS * seconds);
    for (int s = firstSecond; s < firstSecond + seconds; s++) {
      long time = START + s * Micros.PER_SECOND;
      for (int tag = 1; tag <= TAGS; tag++) {
        batch.add(tag, time, value(tag, s), Quality.GOOD);
      }
    }
    return batch.build();
  }

  /** One day of one tag of part B. */
  static PointBatch day(int tag, int day) {
    var batch = PointBatch.builder(DAY_SECONDS);
    for (int s = 0; s < DAY_SECONDS; s++) {
      long second = (long) day * DAY_SECONDS + s;
      batch.add(tag, LONG_START + second * Micros.PER_SECOND, value(tag, second), Quality.GOOD);
    }
    return batch.build();
  }

  /** Number of the tag {@code k} of part B. */
  static int longTag(int k) {
    return TAGS + 1 + k;
  }

  private static double value(int tag, long second) {
    return switch (tag & 3) {
      case 0 -> Math.rint((50 + 10 * wave(tag, second) + noise(tag, second)) * 100) / 100;
      case 1 -> (mix(tag * 31L + second / (300 + tag % 900)) & 0xFF) * 0.5;
      case 2 -> Math.rint((200 + 30 * wave(tag, second) + 2 * noise(tag, second)) * 10) / 10;
      default -> mix(tag * 37L + second / (20 + tag % 300)) & 1;
    };
  }

  private static double wave(int tag, long second) {
    return SINE[(int) ((second * (2 + tag % 13) + tag * 101L) & (TURN - 1))];
  }

  /** Even between -0.5 and 0.5. */
  private static double noise(int tag, long second) {
    return (mix(((long) tag << 40) + second) >>> 11) * 0x1.0p-53 - 0.5;
  }

  /** The finalizer of SplitMix64: a number from which its neighbours cannot be guessed. */
  private static long mix(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
