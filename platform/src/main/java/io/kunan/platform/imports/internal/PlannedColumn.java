package io.kunan.platform.imports.internal;

import io.kunan.engine.files.PointColumn;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.TagTraits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column and the tag it goes to.
 *
 * @param words whether its cells are words for the states of the tag
 * @param learns whether words not yet known become states: the tag was made for this column
 */
record PlannedColumn(
    String column, TagId tag, String fileUnit, String tagUnit, boolean words, boolean learns) {
  /** As the reader wants it; the states are those the tag has now. */
  PointColumn reading(List<TagTraits.State> states) {
    return words
        ? PointColumn.states(column, tag, codes(states))
        : PointColumn.numbers(column, tag, fileUnit, tagUnit);
  }

  /** A state is written as its word in either language, or as its code. */
  private static Map<String, Integer> codes(List<TagTraits.State> states) {
    Map<String, Integer> codes = new HashMap<>();
    for (TagTraits.State state : states) {
      codes.put(Integer.toString(state.code()), state.code());
    }
    for (TagTraits.State state : states) {
      codes.put(state.zh(), state.code());
      codes.put(state.en(), state.code());
    }
    return codes;
  }
}
