package io.kunan.platform.assets.web;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Tag;
import java.util.List;
import java.util.Locale;

/** Words a person types to find something: all must occur, in whatever language and place. */
record Matching(List<String> words) {
  static Matching of(String query) {
    return new Matching(
        List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
            .filter(word -> !word.isEmpty())
            .toList());
  }

  boolean fits(Tag tag) {
    return fits(tag.name(), tag.traits().label(), tag.traits().quantity());
  }

  boolean fits(Asset asset) {
    return fits(asset.code(), asset.name(), "");
  }

  private boolean fits(String name, Text text, String more) {
    String all = String.join("\n", name, text.zh(), text.en(), more).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(all::contains);
  }
}
