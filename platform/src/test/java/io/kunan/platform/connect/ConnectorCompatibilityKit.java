package io.kunan.platform.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.platform.connect.ConnectorHealth.Actual;
import io.kunan.platform.connect.RecordingReceiver.Stored;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every connector must do, whatever the protocol. */
public abstract class ConnectorCompatibilityKit {
  private final RecordingReceiver history = new RecordingReceiver();
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
  @TempDir Path home;
  private TestPlant plant;
  private Connector connector;

  /** The plant with variables 1, 2, 3. */
  protected abstract TestPlant plant() throws Exception;

  /** What the protocol tells of a time. */
  protected ChronoUnit resolution() {
    return ChronoUnit.MICROS;
  }

  @BeforeEach
  void connect() throws Exception {
    plant = plant();
    connector = plant.connect(home, history, 1, 2, 3);
    connector.start();
    await("subscribed", () -> connector.health().detail().startsWith("3 of 4"));
    await("first values", () -> !history.of(1).isEmpty() && !history.of(3).isEmpty());
  }

  @AfterEach
  void disconnect() throws Exception {
    connector.close();
    plant.close();
  }

  @Test
  void keepsOrderRepeatsLateValuesAndQuality() {
    for (int i = 0; i < 20; i++) {
      plant.send(1, i, start.plusSeconds(i));
    }
    plant.send(1, 19, start.plusSeconds(19));
    plant.send(2, 5, start.plusSeconds(5));
    plant.send(2, 3, start.plusSeconds(3));
    plant.sendBad(3, start.plusSeconds(1));
    await("all values", () -> since(1).size() == 20 && since(2).size() == 2);
    await("the bad value", () -> since(3).size() == 1);

    assertThat(since(1)).extracting(Stored::value).containsExactlyElementsOf(numbers(20));
    assertThat(since(1).get(7).time()).isEqualTo(Micros.of(start.plusSeconds(7)));
    assertThat(since(2)).extracting(Stored::value).containsExactly(3.0, 5.0);
    assertThat(Quality.isBad(since(3).getFirst().quality())).isTrue();
    assertThat(connector.health().lost()).isZero();
  }

  @Test
  void keepsTheTimeOfASlowClockButNotOfOneFarAhead() {
    Instant hourAgo = start.minusSeconds(3_600).plusNanos(123_456_000);
    plant.send(1, 7, hourAgo);
    plant.send(2, 8, start.plusSeconds(36_000));
    await("both", () -> stored(1, 7) && stored(2, 8));

    Instant told = hourAgo.truncatedTo(resolution());
    assertThat(history.of(1)).contains(new Stored(Micros.of(told), 7, Quality.GOOD));
    Stored ahead = history.of(2).getLast();
    assertThat(Micros.toInstant(ahead.time())).isBefore(Instant.now().plusSeconds(1));
    assertThat(Quality.isUncertain(ahead.quality())).isTrue();
  }

  @Test
  void tellsWhatItCannotUseAndGoesOn() {
    plant.sendWrongType(2, start.plusSeconds(1));
    plant.send(1, 4, start.plusSeconds(1));
    await("values", () -> since(1).size() == 1 && since(2).size() == 1);

    assertThat(since(2).getFirst().value()).isNaN();
    assertThat(Quality.isBad(since(2).getFirst().quality())).isTrue();
    assertThat(tag(2).problem()).isNotBlank();
    assertThat(tag(99).problem()).isNotBlank();
    assertThat(tag(99).stale()).isTrue();
    assertThat(tag(1).problem()).isNull();
    assertThat(connector.health().actual()).isEqualTo(Actual.RUNNING);
  }

  @Test
  void countsWhatABurstLosesAndKeepsTheRest() {
    for (int i = 0; i < 5_000; i++) {
      plant.send(1, i, start.plusMillis(i));
    }
    await("the last value", () -> stored(1, 4_999));

    assertThat(since(1).size() == 5_000 || connector.health().lost() > 0)
        .as("a value is stored or counted as lost")
        .isTrue();
  }

  @Test
  void buffersOnDiskWhileTheHistoryIsBusy() {
    history.setBusy(true);
    for (int i = 0; i < 50; i++) {
      plant.send(1, i, start.plusSeconds(i));
    }
    await("values on disk", () -> connector.health().bufferedOnDisk() >= 50);
    assertThat(connector.health().lastError()).contains("busy");
    history.setBusy(false);
    await("all values", () -> since(1).size() == 50 && connector.health().buffered() == 0);

    assertThat(since(1)).extracting(Stored::value).containsExactlyElementsOf(numbers(50));
  }

  @Test
  void comesBackAfterACut() {
    plant.send(1, 1, start.plusSeconds(1));
    await("the first", () -> since(1).size() == 1);
    plant.cable().cut();
    await("noticed", () -> connector.health().actual() == Actual.RETRYING);
    plant.cable().mend();
    await("back", () -> connector.health().actual() == Actual.RUNNING);
    sendUntilStored(1, 2, 2);

    assertThat(connector.health().reconnects()).isEqualTo(1);
    assertThat(since(1)).extracting(Stored::value).startsWith(1.0, 2.0);
  }

  @Test
  void comesBackAfterARestart() throws Exception {
    plant.send(1, 1, start.plusSeconds(1));
    await("the first", () -> since(1).size() == 1);
    plant.restart();
    await("back", () -> connector.health().reconnects() == 1 && subscribed());
    sendUntilStored(1, 2, 2);

    assertThat(history.of(1)).extracting(Stored::value).contains(1.0, 2.0);
    assertThat(connector.health().buffered()).isZero();
  }

  private boolean subscribed() {
    return connector.health().actual() == Actual.RUNNING
        && connector.health().detail().startsWith("3 of 4");
  }

  private void sendUntilStored(int variable, double value, int second) {
    plant.send(variable, value, start.plusSeconds(second));
    await("the value after coming back", () -> stored(variable, value));
  }

  private boolean stored(int variable, double value) {
    return history.of(variable).stream().anyMatch(each -> each.value() == value);
  }

  /** Points of a variable that the test sent; the value a new item begins with is older. */
  private List<Stored> since(int variable) {
    return history.of(variable).stream().filter(each -> each.time() >= Micros.of(start)).toList();
  }

  private TagHealth tag(int number) {
    return connector.tagHealth().stream()
        .filter(each -> each.tag().value() == number)
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> numbers(int count) {
    return LongStream.range(0, count).mapToObj(i -> (double) i).toList();
  }

  /** Waits until a condition holds. */
  public static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for: " + what).isBefore(deadline);
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
