package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathTarget;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.jspecify.annotations.Nullable;

/** Reads what an import needs to know of variables: type, rank, unit, range, states. */
final class VariableDetails {
  private static final List<String> PROPERTIES =
      List.of("EngineeringUnits", "EURange", "EnumStrings", "FalseState", "TrueState");

  private static final List<AttributeId> ATTRIBUTES =
      List.of(AttributeId.DataType, AttributeId.ValueRank);

  private final OpcUaClient client;
  private final ServerCalls calls;

  VariableDetails(OpcUaClient client) {
    this.client = client;
    this.calls = new ServerCalls(client);
  }

  /** What is known of a variable; all empty for a folder. */
  record Details(
      @Nullable String dataType,
      @Nullable String unit,
      @Nullable Double low,
      @Nullable Double high,
      List<String> states,
      @Sentence @Nullable String refusal) {
    static final Details FOLDER = new Details(null, null, null, null, List.of(), null);
  }

  /** The details of variables, in a few calls for some hundred. */
  List<Details> read(List<NodeId> variables) throws UaException {
    if (variables.isEmpty()) {
      return List.of();
    }
    List<ReadValueId> reads = new ArrayList<>();
    for (NodeId variable : variables) {
      for (AttributeId attribute : ATTRIBUTES) {
        reads.add(ServerCalls.attribute(variable, attribute));
      }
    }
    List<DataValue> attributes = calls.attributes(reads);
    List<List<@Nullable Object>> properties = properties(variables);
    List<Details> details = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      details.add(
          details(
              attributes.get(2 * i).value().value(),
              attributes.get(2 * i + 1).value().value(),
              properties.get(i)));
    }
    return details;
  }

  private Details details(
      @Nullable Object type, @Nullable Object rank, List<@Nullable Object> properties) {
    String unit = null;
    Double low = null;
    Double high = null;
    if (decode(properties.get(0)) instanceof EUInformation information) {
      unit = information.getDisplayName().text();
    }
    if (decode(properties.get(1)) instanceof Range range && range.getHigh() > range.getLow()) {
      low = range.getLow();
      high = range.getHigh();
    }
    List<String> states = states(properties);
    String name = typeName(type);
    return new Details(name, unit, low, high, states, refusal(name, rank, states));
  }

  private static List<String> states(List<@Nullable Object> properties) {
    if (properties.get(2) instanceof LocalizedText[] texts) {
      return Arrays.stream(texts).map(text -> Objects.requireNonNullElse(text.text(), "")).toList();
    }
    if (properties.get(3) instanceof LocalizedText off
        && properties.get(4) instanceof LocalizedText on) {
      return List.of(
          Objects.requireNonNullElse(off.text(), "0"), Objects.requireNonNullElse(on.text(), "1"));
    }
    return List.of();
  }

  private static @Nullable String refusal(String type, @Nullable Object rank, List<String> states) {
    if (rank instanceof Integer dimensions && dimensions >= 0) {
      return "an array cannot be a tag; map one of its elements on the server";
    }
    return switch (type) {
      case "String", "LocalizedText" ->
          states.isEmpty() ? "a text without states cannot be a tag" : null;
      case "DateTime",
          "Guid",
          "ByteString",
          "XmlElement",
          "NodeId",
          "ExpandedNodeId",
          "StatusCode",
          "QualifiedName",
          "ExtensionObject",
          "DataValue",
          "DiagnosticInfo" ->
          "a value of type %s cannot be a tag".formatted(type);
      default -> null;
    };
  }

  /** Name of a built-in type; other types are, as far as they can be tags, enumerations. */
  private static String typeName(@Nullable Object type) {
    if (!(type instanceof NodeId id)) {
      return "unknown";
    }
    OpcUaDataType builtin = OpcUaDataType.fromNodeId(id);
    if (builtin != null) {
      return builtin.name();
    }
    return id.equals(NodeIds.Duration) || id.equals(NodeIds.Number) ? "Double" : "Enumeration";
  }

  /** The values of the properties of each variable, null for those it does not have. */
  private List<List<@Nullable Object>> properties(List<NodeId> variables) throws UaException {
    List<BrowsePath> paths = new ArrayList<>();
    for (NodeId variable : variables) {
      for (String property : PROPERTIES) {
        paths.add(
            new BrowsePath(
                variable,
                new RelativePath(
                    new RelativePathElement[] {
                      new RelativePathElement(
                          NodeIds.HasProperty, false, true, new QualifiedName(0, property))
                    })));
      }
    }
    List<BrowsePathResult> found = calls.translate(paths);
    List<NodeId> nodes = new ArrayList<>();
    int[] place = new int[paths.size()];
    for (int i = 0; i < place.length; i++) {
      NodeId node = target(found.get(i));
      place[i] = node == null ? -1 : nodes.size();
      if (node != null) {
        nodes.add(node);
      }
    }
    List<DataValue> values = calls.values(nodes);
    List<List<@Nullable Object>> properties = new ArrayList<>();
    for (int v = 0; v < variables.size(); v++) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int p = 0; p < PROPERTIES.size(); p++) {
        int at = place[v * PROPERTIES.size() + p];
        row.add(at < 0 ? null : values.get(at).value().value());
      }
      properties.add(row);
    }
    return properties;
  }

  private @Nullable NodeId target(BrowsePathResult result) {
    BrowsePathTarget[] targets = result.getTargets();
    if (result.getStatusCode().isBad() || targets == null || targets.length == 0) {
      return null;
    }
    return targets[0].getTargetId().toNodeId(client.getNamespaceTable()).orElse(null);
  }

  private @Nullable Object decode(@Nullable Object value) {
    return value instanceof ExtensionObject object
        ? object.decode(client.getStaticEncodingContext())
        : value;
  }
}
