package io.kunan.scenario.potline.internal;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.live.LiveValue;
import io.kunan.platform.live.LiveValues;
import io.kunan.platform.overview.SiteFigures;
import io.kunan.scenario.potline.PotQuantity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Current and mean voltage of a smelter's first line, for the group's overview. */
@Component
class PotlineFigures implements SiteFigures {
  private static final String CURRENT = "I";
  private static final int HOURS = 24;

  private final Potrooms potrooms;
  private final Assets assets;
  private final LiveValues live;
  private final History history;
  private final Clock clock;

  PotlineFigures(Potrooms potrooms, Assets assets, LiveValues live, History history, Clock clock) {
    this.potrooms = potrooms;
    this.assets = assets;
    this.live = live;
    this.history = history;
    this.clock = clock;
  }

  @Override
  public Map<String, Double> figures(AssetId plant) {
    Map<String, Double> figures = new TreeMap<>();
    Optional<Asset> line = line(plant);
    line.flatMap(one -> assets.tags().find(one.id(), CURRENT))
        .flatMap(tag -> live.find(tag.id().value()))
        .ifPresent(value -> figures.put("current", value.value()));
    line.ifPresent(one -> meanVolts(one).ifPresent(volts -> figures.put("volts", volts)));
    return figures;
  }

  private Optional<Double> meanVolts(Asset line) {
    List<Integer> tags =
        potrooms.pots(line.id()).stream()
            .flatMap(pot -> potrooms.tag(pot.id(), PotQuantity.VOLTAGE).stream())
            .map(tag -> tag.id().value())
            .toList();
    var mean =
        live.list(tags).stream()
            .mapToDouble(LiveValue::value)
            .filter(volts -> !Double.isNaN(volts))
            .average();
    return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
  }

  @Override
  public List<Double> course(AssetId plant) {
    Optional<Tag> current = line(plant).flatMap(one -> assets.tags().find(one.id(), CURRENT));
    if (current.isEmpty()) {
      return List.of();
    }
    long end = Micros.of(clock.instant()) / Micros.PER_HOUR * Micros.PER_HOUR;
    TimeRange day = new TimeRange(end - HOURS * Micros.PER_HOUR, end);
    BucketSeries hours =
        history.statistics(current.get().id(), Buckets.every(Duration.ofHours(1), day));
    return IntStream.range(0, hours.size())
        .mapToObj(i -> hours.value(Statistic.TIME_WEIGHTED, i))
        .toList();
  }

  private Optional<Asset> line(AssetId plant) {
    return potrooms.lines().stream()
        .filter(line -> assets.tree().isWithin(line.id(), plant))
        .findFirst();
  }
}
