package io.kunan.platform.connect.internal.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.plant.potline.PotlineServer;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.OpcUaConnections;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PlantEvent;
import io.kunan.platform.connect.RecordingReceiver;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.ServerNode;
import io.kunan.platform.connect.TagNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection to the virtual potline, tags and events. */
class VirtualPotlineTest {
  @TempDir Path home;

  @Test
  void bringsEverySecondOfEveryTagAndTheEventsOfThePots() throws Exception {
    RecordingReceiver history = new RecordingReceiver();
    List<PlantEvent> events = new CopyOnWriteArrayList<>();
    OpcUaConnections connections =
        new OpcUaConnections(home.resolve("secrets"), home.resolve("buffers"), Clock.systemUTC());
    try (PotlineServer plant =
        PotlineServer.start(
            new PotlineServer.Options(6, 1, 1, "127.0.0.1", 0, null, null, null, null),
            Clock.systemUTC())) {
      OpcUaEndpoint endpoint = OpcUaEndpoint.open(plant.endpoint());
      List<ServerNode> variables = variables(connections, endpoint);
      try (Connector connector =
          connections.connector(1, "potline", endpoint, history, events::add)) {
        connector.setTags(tags(variables));
        connector.start();
        await("four values of every tag", () -> everyTagHas(history, variables.size(), 4));
        plant.operations(line -> line.blockFeeders(2, 1, Duration.ofMinutes(5)));
        await("the fault", () -> find(events, "FEEDER_FAULT").isPresent());
        assertThat(connector.health().lost()).isZero();
      }
      List<PlantEvent> late = new CopyOnWriteArrayList<>();
      try (Connector connector =
          connections.connector(2, "later", endpoint, batch -> true, late::add)) {
        connector.start();
        await("the fault told to one who was away", () -> find(late, "FEEDER_FAULT").isPresent());
      }
      assertThat(find(late, "FEEDER_FAULT").orElseThrow().key())
          .isEqualTo(find(events, "FEEDER_FAULT").orElseThrow().key());
      missesNoSecond(history, variables.size());
    }
    tellsTheFault(events);
  }

  private static void missesNoSecond(RecordingReceiver history, int tags) {
    for (int tag = 1; tag <= tags; tag++) {
      List<RecordingReceiver.Stored> points = history.of(tag);
      for (int i = 2; i < points.size(); i++) {
        assertThat(points.get(i).time() - points.get(i - 1).time())
            .as("a value a second of tag %d", tag)
            .isEqualTo(Micros.PER_SECOND);
      }
    }
  }

  private static void tellsTheFault(List<PlantEvent> events) {
    PlantEvent fault = find(events, "FEEDER_FAULT").orElseThrow();
    assertThat(fault.end()).isNull();
    assertThat(fault.sourceName()).isEqualTo("L2.2003");
    assertThat(fault.source()).isEqualTo("nsu=urn:kunan:plant:potline:tags;s=L2.2003");
    assertThat(fault.severity()).isEqualTo(700);
    assertThat(fault.attributes()).containsEntry("Pot", "2003").containsEntry("blocked", "1");
    assertThat(Duration.between(fault.start(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(2));
  }

  private static List<ServerNode> variables(OpcUaConnections connections, OpcUaEndpoint endpoint) {
    try (ServerBrowser browser = connections.browse(endpoint)) {
      List<ServerNode> all =
          browser.variables(List.of("nsu=urn:kunan:plant:potline:tags;s=L2"), true, found -> true);
      assertThat(all)
          .filteredOn(node -> node.nodeId().endsWith("s=L2.2001.TB"))
          .singleElement()
          .satisfies(
              node -> {
                assertThat(node.unit()).isEqualTo("°C");
                assertThat(node.high()).isEqualTo(1040.0);
              });
      assertThat(all)
          .filteredOn(node -> node.browseName().equals("RecentEvents"))
          .allSatisfy(node -> assertThat(node.refusal()).contains("array"));
      List<ServerNode> usable = all.stream().filter(node -> node.refusal() == null).toList();
      assertThat(usable).hasSize(6 * 16 + 5);
      return usable;
    }
  }

  private static List<TagNode> tags(List<ServerNode> variables) {
    List<TagNode> tags = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      tags.add(
          new TagNode(
              new TagId(i + 1), variables.get(i).nodeId(), Map.of(), Duration.ofSeconds(1)));
    }
    return tags;
  }

  private static boolean everyTagHas(RecordingReceiver history, int tags, int points) {
    for (int tag = 1; tag <= tags; tag++) {
      if (history.of(tag).size() < points) {
        return false;
      }
    }
    return true;
  }

  private static Optional<PlantEvent> find(List<PlantEvent> events, String type) {
    return events.stream().filter(event -> event.type().equals(type)).findFirst();
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(40));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for: " + what).isBefore(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
