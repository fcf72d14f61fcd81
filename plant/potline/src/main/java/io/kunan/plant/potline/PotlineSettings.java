package io.kunan.plant.potline;

import io.kunan.kernel.InputException;
import java.time.Instant;

/**
 * What a virtual line is made of.
 *
 * @param pots 1 to 1,000
 * @param seed of every random stream; the same seed gives the same line to the last bit, whatever
 *     the number of threads
 * @param start time of the first step, at a full minute
 * @param individual true when the pots differ from each other, false for copies of pot P
 * @param disturbed true with noise, incidents and missing measurements, false for a plant without
 *     chance
 * @param threads that work on blocks of pots, at least 1
 */
public record PotlineSettings(
    int pots, long seed, Instant start, boolean individual, boolean disturbed, int threads) {

  private static final int MOST_POTS = 1000;

  public PotlineSettings {
    if (pots < 1 || pots > MOST_POTS) {
      throw new InputException(
          "pots", Integer.toString(pots), "give a number from 1 to " + MOST_POTS);
    }
    if (threads < 1) {
      throw new InputException("threads", Integer.toString(threads), "give at least 1");
    }
    if (start.getNano() != 0 || start.getEpochSecond() % 60 != 0) {
      throw new InputException("start", start.toString(), "give a full minute");
    }
  }

  /** The usual line: pots that differ, with disturbances, on every processor. */
  public static PotlineSettings usual(int pots, long seed, Instant start) {
    return new PotlineSettings(
        pots, seed, start, true, true, Runtime.getRuntime().availableProcessors());
  }
}
