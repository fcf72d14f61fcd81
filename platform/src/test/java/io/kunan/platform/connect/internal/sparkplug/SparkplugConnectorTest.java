package io.kunan.platform.connect.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.ConnectorCompatibilityKit;
import io.kunan.platform.connect.RecordingReceiver;
import io.kunan.platform.connect.RecordingReceiver.Stored;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.connect.internal.broker.PlantClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of Sparkplug, over a real broker. */
class SparkplugConnectorTest {
  private final RecordingReceiver history = new RecordingReceiver();
  private final Instant start = Instant.now().minusSeconds(60);
  @TempDir Path home;
  private SparkplugTestPlant plant;
  private Connector connector;

  @BeforeEach
  void connect() throws Exception {
    plant = new SparkplugTestPlant();
    connector = plant.connect(home, history, 1, 2, 3);
    connector.start();
    await("the births", () -> connector.health().detail().contains("1 edge nodes alive"));
  }

  @AfterEach
  void disconnect() throws Exception {
    connector.close();
    plant.close();
  }

  @Test
  void deathsMakeTagsStaleAtOnceAndAtTheRightTime() throws Exception {
    plant.send(1, 4, start);
    await("the value", () -> last(1).value() == 4);
    plant.edge().killDevice(start.plusSeconds(5));
    await("the device's death", () -> Quality.isBad(last(1).quality()));
    assertThat(last(1))
        .isEqualTo(
            new Stored(
                Micros.of(start.plusSeconds(5)) / 1_000 * 1_000,
                Double.NaN,
                Quality.BAD_NO_COMMUNICATION));
    assertThat(tag(1).stale()).isTrue();
    assertThat(tag(1).problem()).contains("offline");

    plant.edge().bear();
    await("born again", () -> tag(1).problem() == null);
    assertThat(tag(1).stale()).isFalse();
    assertThat(last(1).value()).isEqualTo(4);
    plant.edge().dieLate();
    plant.send(2, 5, Instant.now());
    await("alive after the death of an earlier session", () -> last(2).value() == 5);
    Instant before = Instant.now();
    plant.edge().die();
    await("the node's death", () -> Quality.isBad(last(2).quality()));
    assertThat(Micros.toInstant(last(2).time())).isAfter(before.minusMillis(1));
    assertThat(tag(3).problem()).contains("offline");
  }

  @Test
  void asksForABirthWhenMessagesAreMissing() throws Exception {
    int births = plant.edge().births();
    plant.edge().lose(3);
    plant.send(1, 9, start);
    await("asked and born again", () -> plant.edge().births() == births + 1);
    await("the value by the birth", () -> last(1).value() == 9);
    assertThat(connector.health().lost()).isEqualTo(1);
    assertThat(connector.health().rejected()).isEqualTo(1);
    for (int i = 0; i < 600; i++) {
      plant.send(2, i, start.plusMillis(i));
    }
    await("over the end of the count", () -> last(2).value() == 599);
    assertThat(connector.health().lost()).isEqualTo(1);
  }

  @Test
  void historicalValuesGoToTheirPlaceAndSayNothingOfNow() {
    plant.send(1, 8, start);
    plant
        .edge()
        .send(
            1,
            Metric.newBuilder().setDoubleValue(3).setIsHistorical(true),
            start.minusSeconds(3_600));
    await("both", () -> history.of(1).stream().anyMatch(each -> each.value() == 3));
    assertThat(last(1).value()).isEqualTo(8);
    assertThat(tag(1).lastValue()).isEqualTo(8);
  }

  @Test
  void showsItselfAsPrimaryHostWithATimeStamp() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    try (PlantClient other =
        new PlantClient(
            plant.broker(),
            "other",
            null,
            (topic, payload) -> told.add(new String(payload, StandardCharsets.UTF_8)))) {
      other.subscribe("spBv1.0/STATE/" + SparkplugTestPlant.HOST);
      await("there", () -> told.size() == 1);
      assertThat(told.getFirst()).matches("\\{\"online\":true,\"timestamp\":\\d{13}}");
      plant.cable().cut();
      await("gone by its will", () -> told.size() == 2);
      assertThat(told.get(1)).isEqualTo(told.getFirst().replace("true", "false"));
      plant.cable().mend();
      await("back", () -> told.getLast().contains("true"));
      connector.close();
      await("gone in order", () -> told.getLast().contains("false"));
    }
  }

  private Stored last(int tag) {
    return history.of(tag).getLast();
  }

  private TagHealth tag(int number) {
    return connector.tagHealth().stream()
        .filter(each -> each.tag().value() == number)
        .findFirst()
        .orElseThrow();
  }

  private static void await(String what, BooleanSupplier condition) {
    ConnectorCompatibilityKit.await(what, condition);
  }
}
