package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.platform.connect.internal.broker.HeardSources.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;

/** The metrics that births of one edge node defined: by device and name, and by alias. */
final class MetricTable {
  /** Not measurements: how a node is told what to do. */
  private static final List<String> CONTROLS = List.of("Node Control/", "Device Control/");

  private final String nodeKey;
  private final Map<String, Map<String, Definition>> byDevice = new HashMap<>();
  private final Map<Long, Definition> byAlias = new HashMap<>();

  MetricTable(String nodeKey) {
    this.nodeKey = nodeKey;
  }

  /**
   * A metric as its birth defined it.
   *
   * @param source null for what is no measurement
   */
  record Definition(@Nullable Source source, int datatype, String device) {}

  /** A birth of the node gives new ones. */
  void forgetAliases() {
    byAlias.clear();
  }

  /** Forgets the metrics of a device; empty is the node itself. */
  void clear(String device) {
    byDevice.remove(device);
    byAlias.values().removeIf(definition -> definition.device().equals(device));
  }

  Definition define(String device, Metric metric) {
    String name = metric.getName();
    boolean measurement =
        !name.equals(EdgeNode.BD_SEQ) && CONTROLS.stream().noneMatch(name::startsWith);
    Definition definition =
        new Definition(measurement ? source(device, metric) : null, metric.getDatatype(), device);
    byDevice.computeIfAbsent(device, each -> new HashMap<>()).put(name, definition);
    if (metric.hasAlias()) {
      byAlias.put(metric.getAlias(), definition);
    }
    return definition;
  }

  /** The definition of a metric that is told of by name or by alias. */
  Optional<Definition> find(String device, Metric metric) {
    return Optional.ofNullable(
        metric.hasName() && !metric.getName().isEmpty()
            ? byDevice.getOrDefault(device, Map.of()).get(metric.getName())
            : byAlias.get(metric.getAlias()));
  }

  /** Names of the sources of a device. */
  List<String> sources(String device) {
    Collection<Definition> known = byDevice.getOrDefault(device, Map.of()).values();
    return known.stream().map(Definition::source).filter(Objects::nonNull).map(Source::id).toList();
  }

  private Source source(String device, Metric metric) {
    List<String> path = new ArrayList<>(List.of(nodeKey.split("/", 2)));
    if (!device.isEmpty()) {
      path.add(device);
    }
    for (String part : metric.getName().split("/")) {
      if (!part.isBlank()) {
        path.add(part);
      }
    }
    int datatype = metric.getDatatype();
    String type = MetricValues.typeName(datatype);
    return new Source(
        nodeKey + "/" + device + "/" + metric.getName(),
        path,
        type,
        MetricValues.text(metric, "engUnit"),
        MetricValues.number(metric, "engLow"),
        MetricValues.number(metric, "engHigh"),
        MetricValues.isUsable(datatype)
            ? null
            : "a metric of type %s cannot be a tag".formatted(type));
  }
}
