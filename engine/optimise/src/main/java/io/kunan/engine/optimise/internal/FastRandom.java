package io.kunan.engine.optimise.internal;

/** Xorshift generator: the inner loop draws several times an iteration. */
public final class FastRandom {
  private long state = 1;

  public FastRandom(long seed) {
    seed(seed);
  }

  /** Begins anew. */
  public void seed(long seed) {
    state = mixed(seed);
  }

  /** A seed for the given task of a run, unlike that of any other task. */
  public static long mixed(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }

  /** 64 random bits, never all zero. */
  public long next() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return state;
  }

  /** A number from 0 to below the bound. */
  public int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** A number from 0 to below 1. */
  public double fraction() {
    return (next() >>> 11) * 0x1p-53;
  }

  public boolean isHeads() {
    return below(2) == 0;
  }
}
