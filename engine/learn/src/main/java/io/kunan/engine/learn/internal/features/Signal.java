package io.kunan.engine.learn.internal.features;

/**
 * One row of numbers through time, taken from a column: its numbers, or 1 where the column says a
 * certain word and 0 where it says another.
 *
 * @param column name of the column
 * @param word the word that counts as 1, empty for a column of numbers
 * @param delayMicros how long after its time a value arrives
 */
public record Signal(String column, String word, long delayMicros) {
  public String name() {
    return word.isEmpty() ? column : column + "=" + word;
  }
}
