package io.kunan.engine.learn.detect;

import io.kunan.kernel.InputException;

/**
 * When single rows make an alarm: {@code hits} of the last {@code of} rows beyond the limit raise
 * it, as many within the limit clear it. In between the alarm stays as it is.
 *
 * @param hits 1 to {@code of}, more than half of it
 * @param of rows looked back, 1 or more
 */
public record PersistenceRule(int hits, int of) {
  /** Every row beyond the limit is an alarm, and no other. */
  public static final PersistenceRule NONE = new PersistenceRule(1, 1);

  public PersistenceRule {
    if (of < 1 || hits > of || 2 * hits <= of) {
      throw new InputException(
          "persistence rule",
          "%d of %d rows".formatted(hits, of),
          "give more than half of the rows, and no more than all");
    }
  }

  /** The alarm at the start of a stream of rows: off. */
  Latch latch() {
    return new Latch();
  }

  /** An alarm that follows the rule row by row. */
  final class Latch {
    private final boolean[] beyond = new boolean[of];
    private int seen;
    private boolean alarm;

    boolean next(boolean beyondLimit) {
      beyond[seen % of] = beyondLimit;
      seen++;
      int rows = Math.min(seen, of);
      int found = 0;
      for (int i = 0; i < rows; i++) {
        found += beyond[i] ? 1 : 0;
      }
      if (found >= hits) {
        alarm = true;
      } else if (rows - found >= hits) {
        alarm = false;
      }
      return alarm;
    }
  }
}
