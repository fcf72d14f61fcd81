package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * A JSON pointer (RFC 6901) of which a level may have a name in braces: it stands for every member
 * of an object or element of an array. The empty pointer is the whole payload.
 */
record PayloadPath(List<String> levels) {

  /**
   * Reads a pointer.
   *
   * @param field name of the setting, for a refusal
   */
  static PayloadPath parse(String field, String text) {
    String pointer = text.strip();
    if (pointer.isEmpty()) {
      return new PayloadPath(List.of());
    }
    if (!pointer.startsWith("/")) {
      throw new InputException(
          field,
          "“%s” is no JSON pointer".formatted(text),
          "begin with a slash, such as /value or /values/{signal}; leave it empty for the whole"
              + " payload");
    }
    return new PayloadPath(List.of(pointer.substring(1).split("/", -1)));
  }

  /** Names of the levels that have one. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    levels.stream()
        .filter(TopicPattern::isNamed)
        .forEach(level -> names.add(TopicPattern.nameOf(level)));
    return names;
  }

  /** Gives every place that the pointer means, with the names that led there. */
  void each(
      JsonNode root, Map<String, String> names, BiConsumer<Map<String, String>, JsonNode> found) {
    each(root, 0, names, found);
  }

  private void each(
      JsonNode at,
      int depth,
      Map<String, String> names,
      BiConsumer<Map<String, String>, JsonNode> found) {
    if (depth == levels.size()) {
      found.accept(names, at);
      return;
    }
    String level = levels.get(depth);
    if (!TopicPattern.isNamed(level)) {
      step(at, unescaped(level)).ifPresent(next -> each(next, depth + 1, names, found));
      return;
    }
    for (String key : keys(at)) {
      Map<String, String> more = new HashMap<>(names);
      more.put(TopicPattern.nameOf(level), key);
      step(at, key).ifPresent(next -> each(next, depth + 1, more, found));
    }
  }

  /** The one place that the pointer means under these names. */
  Optional<JsonNode> find(JsonNode root, Map<String, String> names) {
    Optional<JsonNode> at = Optional.of(root);
    for (String level : levels) {
      String key =
          TopicPattern.isNamed(level)
              ? names.getOrDefault(TopicPattern.nameOf(level), "")
              : unescaped(level);
      at = at.flatMap(node -> step(node, key));
    }
    return at;
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        keys.add(String.valueOf(i));
      }
    } else {
      keys.addAll(node.propertyNames());
    }
    return keys;
  }

  private static Optional<JsonNode> step(JsonNode node, String key) {
    JsonNode next =
        node.isArray() && key.matches("\\d{1,9}") ? node.get(Integer.parseInt(key)) : node.get(key);
    return Optional.ofNullable(next);
  }

  private static String unescaped(String level) {
    return level.replace("~1", "/").replace("~0", "~");
  }
}
