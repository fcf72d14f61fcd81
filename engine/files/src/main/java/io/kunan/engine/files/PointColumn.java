package io.kunan.engine.files;

import io.kunan.kernel.TagId;
import java.util.Map;

/**
 * Says which tag a column of a file belongs to.
 *
 * @param column name of the column
 * @param tag whose points its cells are
 * @param fileUnit unit of the numbers in the file
 * @param tagUnit unit in which the tag is kept; numbers are converted when it differs
 * @param states for a column of words: the number of each state; a word that is not among them is
 *     rejected. Empty for a column of numbers
 */
public record PointColumn(
    String column, TagId tag, String fileUnit, String tagUnit, Map<String, Integer> states) {
  public PointColumn {
    states = Map.copyOf(states);
  }

  /** Numbers, kept in the unit of the file. */
  public static PointColumn numbers(String column, TagId tag) {
    return new PointColumn(column, tag, "", "", Map.of());
  }

  /** Numbers, converted from the unit of the file to that of the tag. */
  public static PointColumn numbers(String column, TagId tag, String fileUnit, String tagUnit) {
    return new PointColumn(column, tag, fileUnit, tagUnit, Map.of());
  }

  /** Digital states: words that stand for the number of a state. */
  public static PointColumn states(String column, TagId tag, Map<String, Integer> states) {
    return new PointColumn(column, tag, "", "", states);
  }
}
