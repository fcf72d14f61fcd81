package io.kunan.plant.potline;

/** How restless the plant is. */
public enum Disturbance {
  /** No chance at all: for tests of the equations. */
  NONE(false, 0, 0),
  /** Noise, batches of alumina and errors of measurement, but no drift of heat and no dips. */
  CALM(true, 0, 0),
  /** Cover and crust change the heat balance within days. */
  FAST(true, 1, 0),
  /** Cover and lining change it within weeks. */
  SLOW(true, 0, 1),
  /** Fast in every other pot, slow in the rest. */
  HALVES(true, Double.NaN, Double.NaN),
  /** Some of both: the usual plant. */
  MIXED(true, Double.NaN, Double.NaN);

  private final boolean chance;
  private final double fast;
  private final double slow;

  Disturbance(boolean chance, double fast, double slow) {
    this.chance = chance;
    this.fast = fast;
    this.slow = slow;
  }

  /** True when anything is left to chance. */
  public boolean hasChance() {
    return chance;
  }

  /** True when heat drifts and line current dips. */
  public boolean drifts() {
    return this != NONE && this != CALM;
  }

  /**
   * Share of the fast drift of heat in a pot.
   *
   * @param place of the pot in the line, from 0
   * @param mixed share in a mixed line
   */
  public double fastShare(int place, double mixed) {
    if (this == HALVES) {
      return 1 - place % 2;
    }
    return Double.isNaN(fast) ? mixed : fast;
  }

  /** Share of the slow drift of heat in a pot, likewise. */
  public double slowShare(int place, double mixed) {
    if (this == HALVES) {
      return place % 2;
    }
    return Double.isNaN(slow) ? mixed : slow;
  }
}
