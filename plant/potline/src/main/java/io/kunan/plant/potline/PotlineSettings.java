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
 * @param perturbPercent how far the pots differ from pot P and from each other, 0 (copies) to 20;
 *     10 is the usual line
 * @param disturbance how restless the plant is
 * @param faults what goes wrong
 * @param penaltyScale by which everything that punishes small distance, thick ledge and cold bath
 *     is multiplied, 0 to 3; 1 is the plant as designed
 * @param threads that work on blocks of pots, at least 1
 */
public record PotlineSettings(
    int pots,
    long seed,
    Instant start,
    double perturbPercent,
    Disturbance disturbance,
    Faults faults,
    double penaltyScale,
    int threads) {

  private static final int MOST_POTS = 1000;
  private static final double MOST_PERTURBED = 20;
  private static final double MOST_PENALTY = 3;
  private static final double USUAL_PERTURBED = 10;

  public PotlineSettings {
    if (pots < 1 || pots > MOST_POTS) {
      throw new InputException(
          "pots", Integer.toString(pots), "give a number from 1 to " + MOST_POTS);
    }
    if (!(perturbPercent >= 0 && perturbPercent <= MOST_PERTURBED)) {
      throw new InputException(
          "perturb", Double.toString(perturbPercent), "give per cent from 0 to 20");
    }
    if (!(penaltyScale >= 0 && penaltyScale <= MOST_PENALTY)) {
      throw new InputException(
          "penalty scale", Double.toString(penaltyScale), "give a factor from 0 to 3");
    }
    if (threads < 1) {
      throw new InputException("threads", Integer.toString(threads), "give at least 1");
    }
    if (start.getNano() != 0 || start.getEpochSecond() % 60 != 0) {
      throw new InputException("start", start.toString(), "give a full minute");
    }
  }

  /** The usual line: pots that differ, with disturbances and faults, on every processor. */
  public static PotlineSettings usual(int pots, long seed, Instant start) {
    return new PotlineSettings(
        pots,
        seed,
        start,
        USUAL_PERTURBED,
        Disturbance.MIXED,
        Faults.USUAL,
        1,
        Runtime.getRuntime().availableProcessors());
  }
}
