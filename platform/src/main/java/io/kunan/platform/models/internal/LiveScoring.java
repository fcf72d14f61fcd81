package io.kunan.platform.models.internal;

import io.kunan.engine.learn.Forecast;
import io.kunan.engine.learn.TrainedModel;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Prediction;
import io.kunan.platform.models.TrainingRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forecasts from the newest rows. Every row whose target is still to come gives one forecast, also
 * those that were over before the version was learned: none of their targets was known to it.
 * Nothing is ever forecast for a time that has passed.
 */
@Component
public class LiveScoring {
  /** Data older than so many rows give no forecast: the plant's state is not known. */
  private static final int STALE_ROWS = 2;

  private static final int REASONS = 6;

  private final HistoryTables tables;
  private final VersionStore versions;
  private final PredictionStore predictions;
  private final ModelFiles files;
  private final Clock clock;

  LiveScoring(
      HistoryTables tables,
      VersionStore versions,
      PredictionStore predictions,
      ModelFiles files,
      Clock clock) {
    this.tables = tables;
    this.versions = versions;
    this.predictions = predictions;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Adds what is due: the actuals that have arrived, and forecasts not made yet.
   *
   * @return forecasts made
   */
  public synchronized int score(Model model) {
    int made = 0;
    for (ModelVersion version : versions.list(model.id())) {
      if (version.alias() != null) {
        arrive(version);
        made += forecast(version);
      }
    }
    return made;
  }

  private int forecast(ModelVersion version) {
    TrainingRecord record = version.record();
    Duration every = Duration.ofSeconds(record.everySeconds());
    Instant now = clock.instant();
    long step = Micros.of(every);
    long newest = Math.floorDiv(Micros.of(now), step) * step;
    Set<Instant> known = predictions.times(version.model(), version.version(), now);
    if (known.contains(Micros.toInstant(newest + record.horizonRows() * step))) {
      return 0;
    }
    TrainedModel learned = files.get(version.fileHash());
    Table table =
        tables.rows(
            record.columns(),
            every,
            newest,
            every.multipliedBy(learned.historyRows() + record.horizonRows() + 1L));
    int silent = HistoryTables.silentRows(table);
    if (silent >= STALE_ROWS || silent == table.rows()) {
      return 0;
    }
    int made = 0;
    int first = Math.max(0, table.rows() - record.horizonRows());
    for (int origin = first; origin < table.rows() - silent; origin++) {
      Instant target = Micros.toInstant(table.times()[origin] + record.horizonRows() * step);
      if (target.isAfter(now) && !known.contains(target)) {
        predictions.add(
            prediction(version, learned.forecast(table, origin), table.times()[origin], target));
        made++;
      }
    }
    return made;
  }

  private Prediction prediction(
      ModelVersion version, Forecast forecast, long origin, Instant target) {
    return new Prediction(
        version.model(),
        version.version(),
        target,
        Micros.toInstant(origin),
        clock.instant(),
        forecast.low(),
        forecast.mid(),
        forecast.high(),
        null,
        forecast.contributions().stream().limit(REASONS).map(LiveScoring::reason).toList(),
        forecast.envelope().inside(),
        forecast.envelope().score());
  }

  private static Prediction.Reason reason(Forecast.Contribution part) {
    @Nullable Double value = Double.isFinite(part.value()) ? part.value() : null;
    return new Prediction.Reason(part.input(), value, part.adds());
  }

  private void arrive(ModelVersion version) {
    Instant now = clock.instant();
    List<Prediction> due = predictions.due(version.model(), version.version(), now);
    if (due.isEmpty()) {
      return;
    }
    TrainingRecord record = version.record();
    Duration every = Duration.ofSeconds(record.everySeconds());
    Duration span = Duration.between(due.getLast().timeFor(), now).plus(every.multipliedBy(2));
    Table table = tables.rows(record.columns().subList(0, 1), every, Micros.of(now), span);
    Map<Long, Double> actuals = new HashMap<>();
    double[] values = HistoryTables.values(table, 0);
    for (int row = 0; row < table.rows(); row++) {
      actuals.put(table.times()[row], values[row]);
    }
    for (Prediction made : due) {
      Double actual = actuals.get(Micros.of(made.timeFor()));
      if (actual != null && !Double.isNaN(actual)) {
        predictions.arrive(made, actual);
      }
    }
  }
}
