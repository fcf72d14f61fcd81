package io.kunan.platform.connect.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Quality;
import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.ConnectorCompatibilityKit;
import io.kunan.platform.connect.ConnectorHealth.Actual;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.RecordingReceiver;
import io.kunan.platform.connect.RecordingReceiver.Stored;
import io.kunan.platform.connect.ServerNode;
import io.kunan.platform.connect.internal.BrokerConnectors;
import io.kunan.platform.connect.internal.broker.HeardBrowser;
import io.kunan.platform.connect.internal.broker.Mosquitto;
import io.kunan.platform.connect.internal.settings.BrokerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a connector over a broker has to do. */
class MqttConnectorTest {
  private final RecordingReceiver history = new RecordingReceiver();
  private final Instant start = Instant.now().minusSeconds(60);
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void whatIsSentDuringACutArrivesAfterwards(int version) throws Exception {
    try (MqttTestPlant plant = new MqttTestPlant(version);
        Connector connector = plant.connect(home, history, 1)) {
      connector.start();
      await("the first value", () -> history.of(1).size() == 1);
      plant.cable().cut();
      await("noticed", () -> connector.health().actual() == Actual.RETRYING);
      for (int i = 0; i < 300; i++) {
        plant.send(1, i, start.plusMillis(i));
      }
      plant.device().settle();
      plant.cable().mend();
      await("all", () -> history.of(1).size() == 301);
      assertThat(history.of(1).stream().skip(1).map(Stored::value))
          .containsExactlyElementsOf(IntStream.range(0, 300).mapToObj(i -> (double) i).toList());
      assertThat(connector.health().lost()).isZero();
    }
  }

  @Test
  void whatIsSentWhileKunanIsStoppedArrivesAfterwards() throws Exception {
    try (MqttTestPlant plant = new MqttTestPlant(5)) {
      try (Connector connector = plant.connect(home, history, 1)) {
        connector.start();
        await("the first value", () -> history.of(1).size() == 1);
      }
      plant.send(1, 7, start);
      plant.device().settle();
      try (Connector connector = plant.connect(home, history, 1)) {
        connector.start();
        await("the value", () -> history.of(1).size() == 2);
      }
    }
  }

  @Test
  void tellsWhatItCannotUseAndListsWhatItHears() throws Exception {
    try (MqttTestPlant plant = new MqttTestPlant(5);
        Connector connector = plant.connect(home, history, 1)) {
      connector.start();
      await("the first value", () -> history.of(1).size() == 1);
      plant.publish("plant/v1", "{ not json", false);
      plant.publish("plant/v1", "{\"v\":1}", false);
      plant.publish("plant/v1", "{\"v\":1,\"q\":\"GOOD\",\"t\":12}", false);
      plant.publish("plant/v7", "{\"v\":true,\"q\":\"GOOD\",\"t\":1763620000000000}", false);
      Overheard heard = connector.overheard().orElseThrow();
      await("the messages", () -> heard.rejectedCount() == 3 && heard.sources().size() == 4);

      assertThat(heard.rejected())
          .extracting(Overheard.RejectedMessage::topic)
          .containsOnly("plant/v1");
      assertThat(heard.rejected().get(0).reason()).contains("EPOCH_US", "1990 … 2100");
      assertThat(heard.rejected().get(1).reason()).contains("no time");
      assertThat(heard.rejected().get(2).reason()).contains("no JSON");
      assertThat(heard.rejected().get(2).excerpt()).isEqualTo("{ not json");
      assertThat(connector.health().actual()).isEqualTo(Actual.RUNNING);
      assertThat(connector.health().rejected()).isEqualTo(3);

      try (HeardBrowser browser = new HeardBrowser(heard.sources())) {
        ServerNode pot = browser.children(null).getFirst();
        assertThat(pot.browseName()).isEqualTo("pot");
        List<ServerNode> below = browser.children(pot.nodeId());
        assertThat(below).extracting(ServerNode::nodeId).contains("pot.v1", "pot.v7");
        assertThat(below.getLast().dataType()).isEqualTo("Boolean");
        assertThat(below.getLast().sample()).isEqualTo("true");
        assertThat(browser.variables(List.of(pot.nodeId()), true, n -> true)).hasSize(4);
      }
    }
  }

  @Test
  void aNumberBeyondAllMeasureIsABadPointAndHoldsNothingUp() throws Exception {
    try (MqttTestPlant plant = new MqttTestPlant(3);
        Connector connector = plant.connect(home, history, 1)) {
      connector.start();
      await("the first value", () -> history.of(1).size() == 1);
      String huge = "9".repeat(400);
      for (int i = 0; i < 30; i++) { // more than a broker lets wait for an answer
        plant.publish(
            "plant/v1",
            "{\"v\":%s,\"q\":\"GOOD\",\"t\":%d}".formatted(huge, 1_763_620_000_000_000L + i),
            false);
      }
      plant.send(1, 4, start);
      await("the value after it", () -> history.of(1).size() == 32);
      assertThat(Quality.isBad(history.of(1).get(1).quality())).isTrue();
      assertThat(history.of(1).getLast().value()).isEqualTo(4);
    }
  }

  @Test
  void aTestSaysWhatIsWrong() throws Exception {
    try (Mosquitto broker = new Mosquitto()) {
      BrokerConnectors connectors = new BrokerConnectors(home, Clock.systemUTC());
      BrokerSettings good =
          Mosquitto.settings(broker.securePort(), 5, "x").withPassword(Mosquitto.PASSWORD);
      assertThat(connectors.test(good)).matches(ConnectionTest::ok);
      assertThat(connectors.test(good.withPassword("wrong")).detail()).contains("password");
      BrokerSettings unknown =
          new BrokerSettings(good.url(), 3, "x", 0, null, good.username(), good.password());
      assertThat(connectors.test(unknown).detail()).contains("certificate of its authority");
      BrokerSettings nobody = new BrokerSettings("mqtt://127.0.0.1:9", 5, "x", 0, null, null, null);
      assertThat(connectors.test(nobody).detail()).contains("nothing listens there");
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    ConnectorCompatibilityKit.await(what, condition);
  }
}
