package io.kunan.engine.files;

/**
 * A column of a file as its first rows show it.
 *
 * @param name as the header says, or c1, c2, …
 * @param kind what its cells are
 * @param unit the unit named in brackets at the end of the name, empty when none is known
 */
public record ColumnPreview(String name, Kind kind, String unit) {
  /** What the cells of a column are. */
  public enum Kind {
    /** The time of the row, or a time that could be. */
    TIME,
    NUMBERS,
    WORDS,
    /** No cell of the first rows holds anything. */
    EMPTY
  }
}
