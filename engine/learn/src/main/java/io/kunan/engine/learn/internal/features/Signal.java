package io.kunan.engine.learn.internal.features;

/**
 * One row of numbers through time, taken from a column: its numbers, or 1 where the column says a
 * certain word and 0 where it says another.
 *
 * @param column name of the column
 * @param word the word that counts as 1, empty for a column of numbers
 * @param delayMicros how long after its time a value arrives
 * @param pooled whether it is the mean over all groups of a pooled table, not a group's own
 */
public record Signal(String column, String word, long delayMicros, boolean pooled) {
  public String name() {
    String own = word.isEmpty() ? column : column + "=" + word;
    return pooled ? own + " of all" : own;
  }
}
