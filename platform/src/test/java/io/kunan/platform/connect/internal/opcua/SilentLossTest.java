package io.kunan.platform.connect.internal.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.ConnectorHealth.Actual;
import io.kunan.platform.connect.RecordingReceiver;
import io.kunan.platform.connect.TagHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subscription that dies while its session lives. */
class SilentLossTest {
  private final RecordingReceiver history = new RecordingReceiver();
  @TempDir Path home;

  @Test
  void makesSilentItemsAnewAndReportsNodesThatVanish() throws Exception {
    try (OpcUaTestPlant plant = new OpcUaTestPlant();
        Connector connector = plant.connect(home, history, 1, 2, 3)) {
      connector.start();
      await("first values", () -> !history.of(1).isEmpty() && !history.of(2).isEmpty());
      plant.server().plant().deafen();
      plant.server().plant().vanish("v3");
      plant.send(1, 11, Instant.now());

      // Tag 1 has a newer value on the server; tag 2 is merely quiet; tag 3 is gone.
      await("the item made anew", () -> connector.health().recreated() == 1);
      plant.send(1, 12, Instant.now());
      await("values of the new item", () -> has(1, 12));
      assertThat(has(1, 11)).as("value read during the silence").isTrue();
      await("the vanished node", () -> tag(connector, 3).problem() != null);

      assertThat(tag(connector, 3).stale()).isTrue();
      assertThat(tag(connector, 3).problem()).contains("does not know this node");
      assertThat(tag(connector, 2).problem()).isNull();
      assertThat(connector.health().actual()).isEqualTo(Actual.RUNNING);
      assertThat(connector.health().reconnects()).isZero();
      assertThat(connector.health().staleTags()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void makesADroppedSubscriptionAnew() throws Exception {
    try (OpcUaTestPlant plant = new OpcUaTestPlant();
        Connector connector = plant.connect(home, history, 1, 2, 3)) {
      connector.start();
      await("first values", () -> !history.of(1).isEmpty() && !history.of(3).isEmpty());
      plant.server().dropSubscriptions();
      plant.send(1, 21, Instant.now());

      await("the value, read or by a new subscription", () -> has(1, 21));
      await("a new subscription", () -> plant.server().subscriptions() == 1);
      await(
          "values of the new subscription",
          () -> {
            plant.send(1, 22, Instant.now());
            return has(1, 22);
          });
      assertThat(connector.health().reconnects()).isZero();
    }
  }

  private boolean has(int tag, double value) {
    return history.of(tag).stream().anyMatch(each -> each.value() == value);
  }

  private static TagHealth tag(Connector connector, int number) {
    return connector.tagHealth().stream()
        .filter(each -> each.tag().value() == number)
        .findFirst()
        .orElseThrow();
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(40));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for: " + what).isBefore(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
