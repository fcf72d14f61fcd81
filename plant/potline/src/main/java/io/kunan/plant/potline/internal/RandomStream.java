package io.kunan.plant.potline.internal;

import java.util.random.RandomGenerator;

/** One random stream (SplitMix64) whose state is a cell of an array that is saved with the line. */
final class RandomStream implements RandomGenerator {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long[] states;
  private final int place;

  RandomStream(long[] states, int place) {
    this.states = states;
    this.place = place;
  }

  /** Begins the stream of a source of a pot anew; pot −1 is the line. */
  void seed(long seed, int pot, Source source) {
    states[place] = mix(mix(mix(seed + GOLDEN) + pot * GOLDEN) + (source.ordinal() + 1L) * GOLDEN);
  }

  @Override
  public long nextLong() {
    states[place] += GOLDEN;
    return mix(states[place]);
  }

  /** A standard normal number that depends on its arguments only. */
  static double normalOf(long seed, int pot, long second) {
    long bits = mix(mix(mix(seed) + pot) + second * GOLDEN);
    double sum = 0;
    for (int part = 0; part < 4; part++) {
      sum += (bits >>> (16 * part)) & 0xFFFF;
    }
    return (sum / 65_536 - 2) * 1.7320508;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
