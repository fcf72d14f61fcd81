package io.kunan.app.demo;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Text;
import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.Potline;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.plant.potline.PotlineTags;
import io.kunan.plant.potline.Sampling;
import io.kunan.plant.potline.TagDescription;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventType;
import io.kunan.platform.events.Events;
import io.kunan.platform.live.Ingest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The past of the virtual line: 30 days of two tags at 1 Hz, 7 days of every tag by the minute, and
 * what happened meanwhile. The line is then saved, so that the live plant goes on from there.
 */
final class Backfill {
  private static final Duration LONG = Duration.ofDays(30);
  private static final Duration SHORT = Duration.ofDays(7);
  private static final List<String> BY_THE_SECOND = List.of("V", "NOISE");

  private final Ingest ingest;
  private final Events events;
  private final List<EventType> types;
  private final Clock clock;

  Backfill(Ingest ingest, Events events, List<EventType> types, Clock clock) {
    this.ingest = ingest;
    this.events = events;
    this.types = List.copyOf(types);
    this.clock = clock;
  }

  /**
   * Runs the line and stores what it measured.
   *
   * @param numbers tag number of each place in the plant's list of tags
   * @param assets asset by the plant's name for it
   * @param connection under which live events will come, so that none is kept twice
   * @param state where the line is saved
   * @return false when it was cancelled
   */
  boolean run(
      int pots,
      long seed,
      int[] numbers,
      Map<String, AssetId> assets,
      int connection,
      Path state,
      Progress progress)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Instant all = now.minus(SHORT);
    Sampling seconds = bySecond(pots, numbers, now.minus(LONG));
    Sampling minutes = byMinute(numbers, all);
    try (Potline line =
        Potline.start(
            PotlineSettings.usual(pots, seed, now.minus(LONG).truncatedTo(ChronoUnit.HOURS)))) {
      line.runOnly(List.of(0));
      boolean on = true;
      while (on && line.now().isBefore(all)) {
        advance(
            line,
            earlier(line.now().plus(Duration.ofHours(12)), all),
            List.of(seconds),
            assets,
            connection);
        on = report(progress, line.now(), now);
      }
      line.runAll();
      while (on && line.now().isBefore(now)) {
        Instant until = earlier(line.now().plus(Duration.ofHours(1)), now);
        advance(line, until, List.of(seconds, minutes), assets, connection);
        on = report(progress, line.now(), now);
      }
      if (on) {
        line.save(state);
      }
      return on;
    }
  }

  private void advance(
      Potline line,
      Instant until,
      List<Sampling> samplings,
      Map<String, AssetId> assets,
      int connection) {
    Map<String, PotEvent> told = new HashMap<>();
    line.advance(
        until,
        samplings,
        batch -> {
          ingest.past(batch);
          return true;
        },
        event -> told.put(event.id(), event));
    events.putAll(
        told.values().stream()
            .flatMap(event -> event(event, assets, connection).stream())
            .toList());
  }

  private static Instant earlier(Instant first, Instant second) {
    return first.isBefore(second) ? first : second;
  }

  private static boolean report(Progress progress, Instant at, Instant end) {
    long total = LONG.toHours();
    long left = Duration.between(at, end).toHours();
    return progress.report(total - left, total, "hour %d of %d".formatted(total - left, total));
  }

  private static Sampling bySecond(int pots, int[] numbers, Instant from) {
    List<TagDescription> tags = PotlineTags.of(pots);
    int[] places =
        IntStream.range(0, tags.size())
            .filter(i -> tags.get(i).asset().equals(PotlineTags.pot(0)))
            .filter(i -> BY_THE_SECOND.contains(tags.get(i).key()))
            .toArray();
    int[] wanted = IntStream.of(places).map(place -> numbers[place]).toArray();
    return new Sampling(Micros.of(from), 1, places, wanted);
  }

  private static Sampling byMinute(int[] numbers, Instant from) {
    int[] places = IntStream.range(0, numbers.length).toArray();
    return new Sampling(Micros.of(from), 60, places, numbers);
  }

  /** As the platform keeps it; empty for an asset it does not have. */
  private Optional<Event> event(PotEvent event, Map<String, AssetId> assets, int connection) {
    AssetId asset = assets.get(event.asset());
    if (asset == null) {
      return Optional.empty();
    }
    Text name =
        types.stream()
            .filter(type -> type.code().equals(event.kind().name()))
            .map(EventType::name)
            .findFirst()
            .orElse(Text.same(event.kind().name()));
    Map<String, String> attributes = new TreeMap<>();
    event.attributes().forEach((key, value) -> attributes.put(key, String.valueOf(value)));
    Long end = event.endMicros();
    return Optional.of(
        new Event(
            0,
            asset.value(),
            event.kind().name(),
            connection + ":" + event.id(),
            Micros.toInstant(event.startMicros()),
            end == null ? null : Micros.toInstant(end),
            null,
            name.zh(),
            name.en(),
            attributes));
  }
}
