package io.kunan.platform.models.internal;

import io.kunan.engine.learn.Forecast;
import io.kunan.engine.learn.TrainedModel;
import io.kunan.kernel.AssetId;
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
import java.util.stream.IntStream;
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
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final HistoryTables tables;
  private final VersionStore versions;
  private final PredictionStore predictions;
  private final ModelFiles files;
  private final Clock clock;
  private final Map<String, Try> tried = new HashMap<>();

  /** The newest row for which forecasts were last tried, and when. */
  private record Try(long newest, Instant at) {}

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
        arrive(model, version);
        made += forecast(model, version);
      }
    }
    return made;
  }

  private int forecast(Model model, ModelVersion version) {
    TrainingRecord record = version.record();
    Duration every = Duration.ofSeconds(record.everySeconds());
    Instant now = clock.instant();
    long step = Micros.of(every);
    long newest = Math.floorDiv(Micros.of(now), step) * step;
    Set<Instant> known = predictions.times(version.model(), version.version(), now);
    if (known.contains(Micros.toInstant(newest + record.horizonRows() * step))
        || (!record.members().isEmpty() && !isWorthATry(version, newest, now))) {
      return 0;
    }
    TrainedModel learned = files.get(version.fileHash());
    RowSource source = RowSource.of(model, record);
    long rows = windowRows(learned, record) + record.horizonRows() + 1;
    Table table = tables.rows(source, every, newest, every.multipliedBy(rows));
    int silent = HistoryTables.silentTimes(table, source);
    int members = source.members().size();
    int times = table.rows() / members;
    if (silent >= STALE_ROWS || silent == times) {
      return 0;
    }
    int[] due =
        IntStream.range(Math.max(0, times - record.horizonRows()) * members, table.rows())
            .filter(row -> isDue(table, row, source, record.horizonRows() * step, known))
            .toArray();
    List<Forecast> made = learned.over(table).forecasts(due);
    for (int i = 0; i < due.length; i++) {
      AssetId asset = source.members().get(due[i] % members).asset();
      long origin = table.times()[due[i]];
      Instant target = Micros.toInstant(origin + record.horizonRows() * step);
      predictions.add(prediction(version, asset, made.get(i), origin, target));
    }
    tried.remove(version.fileHash());
    return due.length;
  }

  private boolean isDue(Table table, int row, RowSource source, long ahead, Set<Instant> known) {
    Instant target = Micros.toInstant(table.times()[row] + ahead);
    return target.isAfter(clock.instant())
        && !known.contains(target)
        && !HistoryTables.isSilent(table, source, row);
  }

  /** Reading the past of many assets takes seconds: of a silent plant it is not read every time. */
  private boolean isWorthATry(ModelVersion version, long newest, Instant now) {
    Try last = tried.get(version.fileHash());
    if (last != null && last.newest() == newest && last.at().plus(AGAIN).isAfter(now)) {
      return false;
    }
    tried.put(version.fileHash(), new Try(newest, now));
    return true;
  }

  /** How many times a forecast looks back: no further than training could. */
  static long windowRows(TrainedModel learned, TrainingRecord record) {
    Duration span = Duration.between(record.trainedOn().from(), record.trainedOn().to());
    long trained = span.dividedBy(Duration.ofSeconds(record.everySeconds())) + 1;
    return Math.min(learned.historyRows(), trained);
  }

  private Prediction prediction(
      ModelVersion version, AssetId asset, Forecast forecast, long origin, Instant target) {
    return new Prediction(
        version.model(),
        version.version(),
        asset,
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

  private void arrive(Model model, ModelVersion version) {
    Instant now = clock.instant();
    List<Prediction> due = predictions.due(version.model(), version.version(), now);
    if (due.isEmpty()) {
      return;
    }
    RowSource source = RowSource.of(model, version.record());
    Duration every = Duration.ofSeconds(version.record().everySeconds());
    Duration span = Duration.between(due.getLast().timeFor(), now).plus(every.multipliedBy(2));
    RowSource target = source.ofTarget();
    Table table = tables.rows(target, every, Micros.of(now), span);
    double[] values = HistoryTables.values(table, 0);
    int members = target.members().size();
    Map<Origin, Double> actuals = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      AssetId asset = target.members().get(row % members).asset();
      actuals.put(new Origin(asset, table.times()[row]), values[row]);
    }
    for (Prediction made : due) {
      Double actual = actuals.get(new Origin(made.asset(), Micros.of(made.timeFor())));
      if (actual != null && !Double.isNaN(actual)) {
        predictions.arrive(made, actual);
      }
    }
  }

  /** What one value of a target was measured of, and when. */
  private record Origin(AssetId asset, long time) {}
}
