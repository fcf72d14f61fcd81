package io.kunan.scenario.potline.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetScope;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.Events;
import io.kunan.platform.live.LiveValue;
import io.kunan.platform.live.LiveValues;
import io.kunan.scenario.potline.PotQuantity;
import io.kunan.scenario.potline.PotlineEvents;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the map shows of every pot. */
@Component
public class PotlineMaps {
  private static final double STALE_SECONDS = 60;
  private static final long MARKS_MILLIS = 2_000;
  private static final Set<String> WORK = Set.of(PotlineEvents.ANODE_CHANGE, PotlineEvents.TAP);

  private final Potrooms potrooms;
  private final LiveValues live;
  private final Alarms alarms;
  private final AdviceBook advice;
  private final Events events;
  private final FluorideAdvisor advisor;
  private final Clock clock;
  private final Map<Integer, Marks> marks = new HashMap<>();

  PotlineMaps(
      Potrooms potrooms,
      LiveValues live,
      Alarms alarms,
      AdviceBook advice,
      Events events,
      FluorideAdvisor advisor,
      Clock clock) {
    this.potrooms = potrooms;
    this.live = live;
    this.alarms = alarms;
    this.advice = advice;
    this.events = events;
    this.advisor = advisor;
    this.clock = clock;
  }

  /**
   * One pot on the map; what is not measured is null.
   *
   * @param number the pot's code
   * @param state RUNNING, START_UP or STOPPED
   * @param priority of its most urgent open alarm
   * @param adviceId of its open advice
   * @param temperature °C, the last good sample
   * @param temperatureAgeHours age of that sample
   * @param volts V
   * @param noise mV
   * @param stale whether its voltage is older than a minute
   * @param todayWork work begun in the last 12 hours
   */
  public record PotOnMap(
      int assetId,
      String number,
      @Schema(allowableValues = {"RUNNING", "START_UP", "STOPPED"}) String state,
      @Schema(allowableValues = {"1", "2", "3"}) @Nullable Integer priority,
      @Nullable Long adviceId,
      @Nullable Double temperature,
      double temperatureTarget,
      @Nullable Double temperatureAgeHours,
      @Nullable Double volts,
      @Nullable Double noise,
      boolean stale,
      List<String> todayWork) {}

  /** What people and programs decided of the pots, read at most every two seconds. */
  private record Marks(
      long atMillis,
      Map<Integer, Integer> priorities,
      Map<Integer, Long> proposals,
      Map<Integer, Set<String>> work) {}

  /** All pots of a line, by number; many may look at the same map at once. */
  public synchronized List<PotOnMap> pots(Asset line) {
    List<Asset> pots = potrooms.pots(line.id());
    Marks known = marks.get(line.id().value());
    if (known == null || clock.millis() - known.atMillis() > MARKS_MILLIS) {
      known = read(pots);
      marks.put(line.id().value(), known);
    }
    Marks marked = known;
    double target = advisor.parameters(line).temperatureTarget();
    return pots.stream()
        .map(pot -> pot(pot, target, marked.priorities(), marked.proposals(), marked.work()))
        .toList();
  }

  private Marks read(List<Asset> pots) {
    Map<Integer, Integer> priorities = new HashMap<>();
    alarms.listOpen().stream()
        .filter(Alarm::isStanding)
        .forEach(a -> priorities.merge(a.assetId(), a.rule().priority(), Math::min));
    Map<Integer, Long> proposals = new HashMap<>();
    advice
        .list(AdviceState.PROPOSED, null, 0, 5_000)
        .forEach(one -> proposals.put(one.assetId(), one.id()));
    Instant since = clock.instant().minus(Duration.ofHours(12));
    return new Marks(clock.millis(), priorities, proposals, workSince(pots, since));
  }

  private Map<Integer, Set<String>> workSince(List<Asset> pots, Instant since) {
    Map<Integer, Set<String>> work = new HashMap<>();
    if (pots.isEmpty()) {
      return work;
    }
    List<Integer> ids = pots.stream().map(pot -> pot.id().value()).toList();
    events.list(new EventQuery(AssetScope.at(ids), null, since, null, 0, 1_000)).stream()
        .filter(event -> WORK.contains(event.type()))
        .forEach(
            event -> work.computeIfAbsent(event.assetId(), _ -> new TreeSet<>()).add(event.type()));
    return work;
  }

  private PotOnMap pot(
      Asset pot,
      double target,
      Map<Integer, Integer> priorities,
      Map<Integer, Long> proposals,
      Map<Integer, Set<String>> work) {
    int id = pot.id().value();
    Optional<LiveValue> volts = value(pot.id(), PotQuantity.VOLTAGE);
    Optional<LiveValue> temperature = value(pot.id(), PotQuantity.TEMPERATURE);
    return new PotOnMap(
        id,
        pot.code(),
        pot.attributes().getOrDefault("state", "RUNNING"),
        priorities.get(id),
        proposals.get(id),
        usable(temperature),
        target,
        temperature.map(value -> value.ageSeconds() / 3600).orElse(null),
        usable(volts),
        usable(value(pot.id(), PotQuantity.NOISE)),
        volts.map(value -> value.ageSeconds() > STALE_SECONDS).orElse(true),
        List.copyOf(work.getOrDefault(id, Set.of())));
  }

  private static @Nullable Double usable(Optional<LiveValue> value) {
    return value
        .filter(one -> !Double.isNaN(one.value()) && !Quality.isBad((short) one.quality()))
        .map(LiveValue::value)
        .orElse(null);
  }

  /** The last value of a quantity of a pot or line. */
  public Optional<LiveValue> value(AssetId asset, PotQuantity quantity) {
    return potrooms.tag(asset, quantity).map(Tag::id).flatMap(id -> live.find(id.value()));
  }

  /** Events of an asset since an instant, the newest first. */
  public List<io.kunan.platform.events.Event> events(AssetId asset, Duration since) {
    Instant from = clock.instant().minus(since);
    return events.list(
        new EventQuery(AssetScope.at(List.of(asset.value())), null, from, null, 0, 200));
  }

  /** How often something began at these assets in the last day, per asset. */
  public double perAssetAndDay(List<Integer> assets, String type) {
    if (assets.isEmpty()) {
      return 0;
    }
    Instant from = clock.instant().minus(Duration.ofDays(1));
    long count = events.count(new EventQuery(AssetScope.at(assets), type, from, null, 0, 1));
    return count / (double) assets.size();
  }

  /** Now, microseconds UTC. */
  public long now() {
    return Micros.of(clock.instant());
  }
}
