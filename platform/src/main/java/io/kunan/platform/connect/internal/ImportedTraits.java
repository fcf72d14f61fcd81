package io.kunan.platform.connect.internal;

import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.connect.ServerNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tag is, by what the server says of its variable.
 *
 * @param note what a person should look at, null when all was understood
 */
record ImportedTraits(TagTraits traits, @Sentence @Nullable String note) {
  /** Servers of virtual plants name their namespaces so. */
  private static final String VIRTUAL = "nsu=urn:kunan:plant:";

  /** Other spellings of symbols that plants write. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("degC", "°C"),
          Map.entry("deg C", "°C"),
          Map.entry("℃", "°C"),
          Map.entry("C", "°C"),
          Map.entry("Ohm", "Ω"),
          Map.entry("μΩ", "µΩ"),
          Map.entry("uOhm", "µΩ"),
          Map.entry("μm", "µm"),
          Map.entry("um", "µm"),
          Map.entry("m3", "m³"),
          Map.entry("m3/h", "m³/h"),
          Map.entry("m^3/h", "m³/h"),
          Map.entry("mg/m3", "mg/m³"),
          Map.entry("l", "L"),
          Map.entry("l/min", "L/min"),
          Map.entry("g/l", "g/L"),
          Map.entry("percent", "%"),
          Map.entry("sec", "s"),
          Map.entry("1/min", "rpm"),
          Map.entry("RPM", "rpm"));

  static ImportedTraits of(ServerNode node) {
    String told = node.unit() == null ? "" : node.unit().strip();
    String symbol = SPELLINGS.getOrDefault(told, told);
    boolean known = PlantUnits.find(symbol).isPresent();
    List<TagTraits.State> states = new ArrayList<>();
    for (int code = 0; code < node.states().size(); code++) {
      states.add(new TagTraits.State(code, node.states().get(code), node.states().get(code)));
    }
    String label = known ? node.displayName() : "%s (%s)".formatted(node.displayName(), told);
    TagTraits traits =
        new TagTraits(
            node.browseName(),
            Text.same(label),
            Text.same(""),
            known ? symbol : "",
            finite(node.low()),
            finite(node.high()),
            null,
            null,
            "Boolean".equals(node.dataType()),
            states,
            TagTraits.DEFAULT_CLASS,
            null,
            node.nodeId().startsWith(VIRTUAL));
    return new ImportedTraits(
        traits,
        known ? null : "the unit “%s” is not known; it stands in the label".formatted(told));
  }

  private static @Nullable Double finite(@Nullable Double end) {
    return end != null && Double.isFinite(end) ? end : null;
  }
}
