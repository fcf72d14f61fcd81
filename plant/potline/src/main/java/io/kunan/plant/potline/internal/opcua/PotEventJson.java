package io.kunan.plant.potline.internal.opcua;

import io.kunan.kernel.Micros;
import io.kunan.plant.potline.PotEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event as one line of JSON. Names and texts of the line hold nothing that needs escaping. */
final class PotEventJson {
  private PotEventJson() {}

  static String write(PotEvent event) {
    return "{\"id\":\"%s\",\"kind\":\"%s\",\"asset\":\"%s\",\"pot\":%d,\"start\":%s,\"end\":%s,\"attributes\":%s}"
        .formatted(
            event.id(),
            event.kind(),
            event.asset(),
            event.pot(),
            time(event.startMicros()),
            time(event.endMicros()),
            attributes(event));
  }

  static String attributes(PotEvent event) {
    var text = new StringBuilder("{");
    for (Map.Entry<String, Object> entry : new TreeMap<>(event.attributes()).entrySet()) {
      text.append(text.length() > 1 ? "," : "").append('"').append(entry.getKey()).append("\":");
      Object value = entry.getValue();
      text.append(value instanceof Number ? value.toString() : "\"" + value + "\"");
    }
    return text.append('}').toString();
  }

  private static String time(@Nullable Long micros) {
    return micros == null ? "null" : "\"" + Micros.toInstant(micros) + "\"";
  }
}
