package io.kunan.engine.optimise.internal.files;

import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object being read, with its place in the file for messages. */
final class Fields {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String where;
  private final JsonNode node;

  private Fields(String where, JsonNode node) {
    this.where = where;
    this.node = node;
  }

  static Fields of(SourceText source) {
    try {
      JsonNode node = JSON.readTree(source.bytes());
      if (node == null || !node.isObject()) {
        throw new InputException(source.name(), "it is no JSON object", "give one");
      }
      return new Fields(source.name() + ": ", node);
    } catch (JacksonException e) {
      throw new InputException(
          source.name(), "it is no JSON: " + e.getOriginalMessage(), "check the file", e);
    }
  }

  /** Refuses fields that nobody would read. */
  Fields only(String... names) {
    Set<String> known = Set.of(names);
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new InputException(
            where + name,
            "there is no such field, or it cannot be planned yet",
            "use " + String.join(", ", names));
      }
    }
    return this;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  Fields object(String name) {
    JsonNode value = node.path(name);
    if (!value.isObject()) {
      throw wrong(name, value, "give an object");
    }
    return new Fields(where + name + ".", value);
  }

  List<Fields> objects(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(name, value, "give a list");
    }
    List<Fields> objects = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isObject()) {
        throw wrong(name + "[" + objects.size() + "]", item, "give an object");
      }
      objects.add(new Fields("%s%s[%d].".formatted(where, name, objects.size()), item));
    }
    return objects;
  }

  String text(String name) {
    JsonNode value = node.path(name);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw wrong(name, value, "give a text");
    }
    return value.stringValue();
  }

  /** A text that may be missing or empty. */
  String text(String name, String otherwise) {
    return has(name) && !node.path(name).asString("-").isEmpty() ? text(name) : otherwise;
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  int whole(String name, int least, int most) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
      throw wrong(name, value, "give a whole number from %d to %d".formatted(least, most));
    }
    return value.intValue();
  }

  int whole(String name, int least, int most, int otherwise) {
    return has(name) ? whole(name, least, most) : otherwise;
  }

  double number(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode value = node.path(name);
    if (!value.isNumber() || !(value.doubleValue() >= 0) || value.doubleValue() > 1e9) {
      throw wrong(name, value, "give a number from 0 to 1e9");
    }
    return value.doubleValue();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name)) {
      if (!item.isString()) {
        throw wrong(name + "[" + texts.size() + "]", item, "give a text");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  List<Integer> wholes(String name, int least, int most) {
    return wholes(list(name), name, least, most);
  }

  List<List<Integer>> rows(String name, int least, int most) {
    List<List<Integer>> rows = new ArrayList<>();
    for (JsonNode item : list(name)) {
      rows.add(wholes(item, name + "[" + rows.size() + "]", least, most));
    }
    return rows;
  }

  private List<Integer> wholes(JsonNode array, String name, int least, int most) {
    if (!array.isArray()) {
      throw wrong(name, array, "give a list of whole numbers");
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode item : array) {
      if (!item.isIntegralNumber() || item.longValue() < least || item.longValue() > most) {
        throw wrong(
            name + "[" + numbers.size() + "]",
            item,
            "give a whole number from %d to %d".formatted(least, most));
      }
      numbers.add(item.intValue());
    }
    return numbers;
  }

  private JsonNode list(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw wrong(name, value, "give a list");
    }
    return value;
  }

  /** What is wrong with a field, in one sentence. */
  InputException wrong(String name, String found, String remedy) {
    return new InputException(where + name, found, remedy);
  }

  private InputException wrong(String name, JsonNode value, String remedy) {
    String text = value.toString();
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return wrong(name, value.isMissingNode() ? "it is missing" : shown + " is not usable", remedy);
  }
}
