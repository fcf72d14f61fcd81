package io.kunan.platform.imports.internal;

import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.imports.ImportPreview;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives words of a file the codes of digital states. */
final class WordStates {
  /** A column with more different words holds free text. */
  static final int MOST = 200;

  private WordStates() {}

  /** States of the words in the first rows. */
  static List<TagTraits.State> first(ImportPreview preview, String column) {
    int place = preview.columns().stream().map(c -> c.name()).toList().indexOf(column);
    List<String> words =
        preview.rows().stream().map(row -> row.get(place)).filter(w -> !w.isEmpty()).toList();
    return with(List.of(), words);
  }

  /** The states known, and after them one for each new word. */
  static List<TagTraits.State> with(List<TagTraits.State> known, Collection<String> words) {
    List<TagTraits.State> states = new ArrayList<>(known);
    Set<String> named = new HashSet<>();
    known.forEach(state -> named.addAll(List.of(state.zh(), state.en())));
    int next = known.stream().mapToInt(TagTraits.State::code).max().orElse(-1) + 1;
    for (String word : words) {
      if (named.add(word)) {
        states.add(new TagTraits.State(next++, word, word));
      }
    }
    return states;
  }
}
