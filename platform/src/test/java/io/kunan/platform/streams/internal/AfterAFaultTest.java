package io.kunan.platform.streams.internal;

import static io.kunan.platform.streams.PlantStreams.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kunan.kernel.Micros;
import io.kunan.platform.streams.PlantStreams;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the streams say after they ended without a word is what they would have said. */
class AfterAFaultTest {
  private final PlantStreams streams = new PlantStreams();

  private double[] ones(int count) {
    return IntStream.range(0, count).mapToDouble(i -> 1).toArray();
  }

  @Test
  void theHalfFinishedWindowIsRight() {
    StreamEngine engine = streams.server.part(StreamEngine.class);
    long minute = Math.floorDiv(Instant.now().getEpochSecond(), 60) * 60 - 120;
    streams.start(
        "ON",
        Map.of(
            "kind", "window",
            "inputs", Map.of("v", streams.name("V")),
            "expression", "v",
            "window", Map.of("kind", "tumbling", "length", "1m"),
            "outputs", Map.of("count", Map.of("tag", streams.name("N")))));
    streams.live(streams.points(streams.voltage, minute, ones(20)));
    engine.end();
    streams.live(streams.points(streams.voltage, minute + 20, ones(20)));
    await().atMost(PATIENCE).until(() -> engine.running().isPresent());
    streams.live(streams.points(streams.voltage, minute + 40, ones(50)));
    await()
        .atMost(PATIENCE)
        .until(() -> streams.stored(streams.name("N")).containsKey(minute + 60));
    assertThat(streams.stored(streams.name("N")).get(minute + 60)).isEqualTo(60);
  }

  @Test
  void aLatePointIsKnownAfterwards() {
    DirtyTags dirty = streams.server.part(DirtyTags.class);
    int tag = streams.voltage.id().value();
    streams.start("ON", streams.hot(4.5));
    long then = Instant.now().getEpochSecond() - 600;
    streams.live(streams.points(streams.voltage, then, 4.1));
    assertThat(dirty.read()).containsEntry(tag, then * Micros.PER_SECOND);
    dirty.settle(dirty.mark());
    assertThat(dirty.read()).doesNotContainKey(tag);
  }
}
