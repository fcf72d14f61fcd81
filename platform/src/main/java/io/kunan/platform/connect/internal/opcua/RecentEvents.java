package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kunan.platform.connect.PlantEvent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathTarget;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events of late, for a client that was away: a String[] variable RecentEvents in a folder directly
 * below Objects, each element a JSON object of id, kind, asset, start, end and attributes, oldest
 * first. A server without one simply has none.
 */
final class RecentEvents {
  private static final Logger LOG = LoggerFactory.getLogger(RecentEvents.class);
  private static final String NAME = "RecentEvents";
  private static final JsonMapper JSON = new JsonMapper();

  private final OpcUaClient client;
  private final int connection;

  RecentEvents(OpcUaClient client, int connection) {
    this.client = client;
    this.connection = connection;
  }

  List<PlantEvent> read() throws UaException {
    List<PlantEvent> events = new ArrayList<>();
    for (NodeId variable : variables()) {
      Object lines = client.readValue(0, TimestampsToReturn.Neither, variable).value().value();
      if (lines instanceof String[] texts) {
        for (String text : texts) {
          parse(text, variable).ifPresent(events::add);
        }
      }
    }
    return events;
  }

  private List<NodeId> variables() throws UaException {
    List<BrowsePath> paths = new ArrayList<>();
    for (ReferenceDescription folder : folders()) {
      folder
          .getNodeId()
          .toNodeId(client.getNamespaceTable())
          .ifPresent(
              node ->
                  paths.add(
                      new BrowsePath(
                          node,
                          new RelativePath(
                              new RelativePathElement[] {
                                new RelativePathElement(
                                    NodeIds.HierarchicalReferences,
                                    false,
                                    true,
                                    new QualifiedName(node.getNamespaceIndex(), NAME))
                              }))));
    }
    List<NodeId> found = new ArrayList<>();
    for (BrowsePathResult result : new ServerCalls(client).translate(paths)) {
      BrowsePathTarget[] targets = result.getTargets();
      if (targets != null && targets.length > 0) {
        targets[0].getTargetId().toNodeId(client.getNamespaceTable()).ifPresent(found::add);
      }
    }
    return found;
  }

  private List<ReferenceDescription> folders() throws UaException {
    ReferenceDescription[] folders =
        client
            .browse(
                new BrowseDescription(
                    NodeIds.ObjectsFolder,
                    BrowseDirection.Forward,
                    NodeIds.HierarchicalReferences,
                    true,
                    uint(1),
                    uint(BrowseResultMask.All.getValue())))
            .getReferences();
    return folders == null ? List.of() : List.of(folders);
  }

  private Optional<PlantEvent> parse(@Nullable String text, NodeId variable) {
    try {
      JsonNode event = JSON.readTree(text == null ? "" : text);
      String asset = event.path("asset").asString("");
      String kind = event.path("kind").asString("");
      JsonNode end = event.path("end");
      return Optional.of(
          new PlantEvent(
              connection,
              event.path("id").asString(),
              NodeNames.toText(
                  new NodeId(variable.getNamespaceIndex(), asset), client.getNamespaceTable()),
              asset,
              kind,
              Instant.parse(event.path("start").asString()),
              end.isNull() || end.isMissingNode() ? null : Instant.parse(end.asString()),
              1,
              asset + " " + kind,
              EventAttributes.of(event.path("attributes"))));
    } catch (JacksonException | DateTimeParseException e) {
      LOG.info("an event of late cannot be read: {}", text, e);
      return Optional.empty();
    }
  }
}
