package io.kunan.engine.stream.job;

import io.kunan.engine.stream.internal.Lengths;
import io.kunan.kernel.InputException;
import io.kunan.kernel.PlantUnits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object, read one by one; names each fault. */
final class Fields {
  private final String where;
  private final JsonNode node;
  private final TreeSet<String> asked = new TreeSet<>();

  Fields(String where, JsonNode node) {
    this.where = where;
    this.node = node;
    if (!node.isObject()) {
      throw new InputException(where, "is no object", "write { … }");
    }
  }

  String where(String field) {
    return where + ", " + field;
  }

  boolean has(String field) {
    asked.add(field);
    return node.hasNonNull(field);
  }

  String text(String field) {
    if (!has(field)) {
      throw new InputException(where(field), "is missing", "give it a text");
    }
    return text(where(field), node.get(field));
  }

  String text(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  @Nullable String findText(String field) {
    return has(field) ? text(field) : null;
  }

  double number(String field) {
    if (!has(field) || !node.get(field).isNumber()) {
      throw new InputException(
          where(field),
          has(field) ? "“%s” is no number".formatted(node.get(field)) : "is missing",
          "give it a number");
    }
    double value = node.get(field).asDouble();
    if (!Double.isFinite(value)) {
      throw new InputException(where(field), "is too large", "give it a finite number");
    }
    return value;
  }

  /** A number that is not negative; 0 when absent. */
  double amount(String field) {
    double value = has(field) ? number(field) : 0;
    if (value < 0) {
      throw new InputException(
          where(field), "is %s".formatted(value), "give 0 or a positive number");
    }
    return value;
  }

  int whole(String field, int low, int high, int otherwise) {
    if (!has(field)) {
      return otherwise;
    }
    double value = number(field);
    if (value != Math.rint(value) || value < low || value > high) {
      throw new InputException(
          where(field), "is %s".formatted(value), "give a whole number %d…%d".formatted(low, high));
    }
    return (int) value;
  }

  Duration length(String field, Duration otherwise) {
    return has(field) ? Lengths.read(where(field), text(field)) : otherwise;
  }

  Duration positiveLength(String field) {
    Duration length = Lengths.read(where(field), text(field));
    if (length.isZero()) {
      throw new InputException(where(field), "is nothing", "give a length such as 10m");
    }
    return length;
  }

  /** The symbol of a known unit; empty when absent. */
  String unit(String field) {
    String symbol = text(field, "");
    try {
      PlantUnits.get(symbol);
      return symbol;
    } catch (InputException e) {
      throw new InputException(
          where(field), "“%s” is no known unit".formatted(symbol), e.remedy(), e);
    }
  }

  <E extends Enum<E>> E word(String field, Class<E> type) {
    return word(where(field), text(field), type);
  }

  /** The constant of a lower-case word. */
  static <E extends Enum<E>> E word(String where, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (wordOf(constant).equals(text)) {
        return constant;
      }
    }
    throw new InputException(
        where,
        "“%s” is not known".formatted(text),
        "use one of " + Arrays.stream(type.getEnumConstants()).map(Fields::wordOf).toList());
  }

  static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Fields object(String field) {
    if (!has(field)) {
      throw new InputException(where(field), "is missing", "write { … }");
    }
    return new Fields(where(field), node.get(field));
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    int i = 1;
    for (JsonNode element : list(field)) {
      texts.add(text("%s %d".formatted(where(field), i++), element));
    }
    return texts;
  }

  List<Fields> objects(String field) {
    List<Fields> objects = new ArrayList<>();
    int i = 1;
    for (JsonNode element : list(field)) {
      objects.add(new Fields("%s %d".formatted(where(field), i++), element));
    }
    return objects;
  }

  private Iterable<JsonNode> list(String field) {
    if (!has(field)) {
      return List.of();
    }
    if (!node.get(field).isArray()) {
      throw new InputException(where(field), "is no list", "write [ … ]");
    }
    return node.get(field);
  }

  /** All fields of this object with their texts, in their order. */
  Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      texts.put(field.getKey(), text(where(field.getKey()), field.getValue()));
    }
    return texts;
  }

  /** Names of the fields, in their order. */
  List<String> names() {
    return new ArrayList<>(node.propertyNames());
  }

  /** Refuses fields nobody asked for: a mistyped one would be silently ignored. */
  void noOthers() {
    for (String name : node.propertyNames()) {
      if (!asked.contains(name)) {
        throw new InputException(
            where(name), "is no field here", "the fields are " + String.join(" ", asked));
      }
    }
  }

  private static String text(String where, JsonNode value) {
    if (!value.isString() || value.asString().isBlank()) {
      throw new InputException(where, "“%s” is no text".formatted(value), "give it a text");
    }
    return value.asString();
  }
}
