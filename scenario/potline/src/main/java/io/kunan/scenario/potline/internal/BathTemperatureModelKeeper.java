package io.kunan.scenario.potline.internal;

import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.Models;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Registers the model of each line's pots and has it learned once there is history. */
@Component
public class BathTemperatureModelKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(BathTemperatureModelKeeper.class);
  private static final int HOURS = 7 * 24;
  private static final int LEAST_HOURS = 5 * 24;

  /** Measured up to so recently: otherwise the past is still being brought in. */
  private static final int NEWEST_HOURS = 2;

  /** After a training that failed for lack of rows. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Potrooms potrooms;
  private final BathTemperatureModel definitions;
  private final Models models;
  private final History history;
  private final Clock clock;
  private final Map<String, Instant> tried = new ConcurrentHashMap<>();

  BathTemperatureModelKeeper(
      Potrooms potrooms,
      BathTemperatureModel definitions,
      Models models,
      History history,
      Clock clock) {
    this.potrooms = potrooms;
    this.definitions = definitions;
    this.models = models;
    this.history = history;
    this.clock = clock;
  }

  /** Looks at all lines. */
  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT2M")
  public void look() {
    for (Asset line : potrooms.lines()) {
      definitions.of(line).ifPresent(this::keep);
    }
  }

  private void keep(ModelDefinition definition) {
    try {
      Model model = models.ensure(definition);
      Instant last = tried.getOrDefault(definition.code(), Instant.EPOCH);
      if (models.versions(model.id()).isEmpty()
          && last.plus(AGAIN).isBefore(clock.instant())
          && hasHistory(definition.inputs().getFirst())) {
        tried.put(definition.code(), clock.instant());
        models.train(definition.code());
      }
    } catch (Refusal e) {
      LOG.warn("model {}: {}", definition.code(), e.getMessage());
    }
  }

  /** Whether a tag was measured in most hours of the last week, the newest among them. */
  private boolean hasHistory(TagId tag) {
    long end = Math.floorDiv(Micros.of(clock.instant()), Micros.PER_HOUR) * Micros.PER_HOUR;
    TimeRange week = new TimeRange(end - HOURS * Micros.PER_HOUR, end);
    var hours = history.statistics(tag, Buckets.every(Duration.ofHours(1), week));
    int measured = 0;
    boolean recent = false;
    for (int hour = 0; hour < hours.size(); hour++) {
      boolean has = hours.value(Statistic.COUNT, hour) > 0;
      measured += has ? 1 : 0;
      recent |= has && hour >= hours.size() - NEWEST_HOURS;
    }
    return recent && measured >= LEAST_HOURS;
  }
}
