package io.kunan.platform.connect.internal.opcua;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Further fields of an event as texts by name; a JSON object among them is taken apart. */
final class EventAttributes {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PACKED = "Attributes";

  private EventAttributes() {}

  static Map<String, String> of(Map<String, Object> fields) {
    Map<String, String> attributes = new TreeMap<>();
    fields.forEach(
        (name, value) -> {
          if (!name.equals(PACKED) || !unpack(value.toString(), attributes)) {
            attributes.put(name, value.toString());
          }
        });
    return attributes;
  }

  /** The members of a JSON object as texts. */
  static Map<String, String> of(JsonNode object) {
    Map<String, String> attributes = new TreeMap<>();
    object
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              attributes.put(
                  member.getKey(), value.isValueNode() ? value.asString() : value.toString());
            });
    return attributes;
  }

  private static boolean unpack(String text, Map<String, String> into) {
    try {
      JsonNode object = JSON.readTree(text);
      if (!object.isObject()) {
        return false;
      }
      into.putAll(of(object));
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }
}
