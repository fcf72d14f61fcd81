package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A topic filter whose levels may have names: plant/{line}/+/pots/{pot}/#. A named level matches
 * any one level, as + does.
 */
record TopicPattern(List<String> levels) {

  static TopicPattern parse(String text) {
    List<String> levels = List.of(text.strip().split("/", -1));
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      if (isNamed(level)) {
        if (!names.add(level)) {
          throw refused(text, "the name %s stands twice".formatted(level));
        }
      } else if (level.equals("#") && i < levels.size() - 1) {
        throw refused(text, "# does not stand at the end");
      } else if (level.length() > 1 && level.matches(".*[+#{}].*")) {
        throw refused(text, "the level “%s” mixes text with a placeholder".formatted(level));
      }
    }
    if (text.isBlank()) {
      throw refused(text, "it is empty");
    }
    return new TopicPattern(levels);
  }

  /** The filter as a broker knows it. */
  String filter() {
    List<String> plain = new ArrayList<>();
    levels.forEach(level -> plain.add(isNamed(level) ? "+" : level));
    return String.join("/", plain);
  }

  /** Names of the levels that have one. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    levels.stream().filter(TopicPattern::isNamed).forEach(level -> names.add(nameOf(level)));
    return names;
  }

  /** The named levels of a topic; empty when it does not match. */
  Optional<Map<String, String>> match(String topic) {
    String[] told = topic.split("/", -1);
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      if (level.equals("#")) {
        return Optional.of(names);
      }
      if (i >= told.length) {
        return Optional.empty();
      }
      if (isNamed(level)) {
        names.put(nameOf(level), told[i]);
      } else if (!level.equals("+") && !level.equals(told[i])) {
        return Optional.empty();
      }
    }
    return told.length == levels.size() ? Optional.of(names) : Optional.empty();
  }

  static boolean isNamed(String level) {
    return level.length() > 2
        && level.startsWith("{")
        && level.endsWith("}")
        && level.substring(1, level.length() - 1).matches("[\\p{L}\\p{N}_-]+");
  }

  static String nameOf(String level) {
    return level.substring(1, level.length() - 1);
  }

  private static InputException refused(String text, @Sentence String why) {
    return new InputException(
        "topic",
        "“%s” is no topic filter: %s".formatted(text, why),
        "write levels such as plant/{line}/+/pots/{pot}, with # only at the end");
  }
}
