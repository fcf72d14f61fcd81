package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How a source is called: text with named levels and JSON pointers in braces, such as
 * {line}.{pot}.{signal} or {line}.{/meta/id}.
 */
record NamePattern(List<Part> parts) {

  /** A piece of a name. */
  sealed interface Part {
    record Plain(String text) implements Part {}

    record Level(String name) implements Part {}

    record Field(PayloadPath path) implements Part {}
  }

  static NamePattern parse(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '{') {
        plain.append(c);
        at++;
        continue;
      }
      int end = closing(text, at);
      if (!plain.isEmpty()) {
        parts.add(new Part.Plain(plain.toString()));
        plain.setLength(0);
      }
      String inside = text.substring(at + 1, end);
      parts.add(
          inside.startsWith("/")
              ? new Part.Field(PayloadPath.parse("name", inside))
              : new Part.Level(inside));
      at = end + 1;
    }
    if (!plain.isEmpty()) {
      parts.add(new Part.Plain(plain.toString()));
    }
    if (parts.isEmpty()) {
      throw new InputException("name", "it is empty", "write such as {line}.{pot}.V");
    }
    return new NamePattern(List.copyOf(parts));
  }

  /** The brace that closes the one at a place; pointers inside may have braces of their own. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new InputException(
        "name", "a brace in “%s” is not closed".formatted(text), "close it with }");
  }

  /** Names of levels that the name needs, also inside its pointers. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Plain p -> {}
        case Part.Level level -> names.add(level.name());
        case Part.Field field -> names.addAll(field.path().names());
      }
    }
    return names;
  }

  /** The name under these levels; empty when the payload lacks a field of it. */
  Optional<String> of(Map<String, String> names, JsonNode payload) {
    StringBuilder name = new StringBuilder();
    for (Part part : parts) {
      Optional<String> text =
          switch (part) {
            case Part.Plain plain -> Optional.of(plain.text());
            case Part.Level level -> Optional.ofNullable(names.get(level.name()));
            case Part.Field field ->
                field
                    .path()
                    .find(payload, names)
                    .filter(JsonNode::isValueNode)
                    .map(NamePattern::text);
          };
      if (text.isEmpty() || text.get().isBlank()) {
        return Optional.empty();
      }
      name.append(text.get());
    }
    return Optional.of(name.toString());
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }
}
