package io.kunan.platform.models.internal;

import io.kunan.engine.learn.Drift;
import io.kunan.engine.learn.ResidualCusum;
import io.kunan.engine.learn.TrainedModel;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import io.kunan.platform.models.DriftReport;
import io.kunan.platform.models.DriftReport.DriftState;
import io.kunan.platform.models.DriftReport.FeatureState;
import io.kunan.platform.models.DriftReport.ResidualState;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Prediction;
import io.kunan.platform.models.TrainingRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds recent rows and errors of a version against those it was learned on. */
@Component
public class DriftWatch {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration FRESH = Duration.ofSeconds(60);

  /** Fewer rows than this make the index large by chance alone. */
  private static final int LEAST_ROWS = 200;

  private static final int MOST_ROWS = 400;
  private static final int MOST_ERRORS = 2_000;
  private static final int LEAST_ARRIVED = 50;

  /** So many inputs far away make a drifting model, not single ones. */
  private static final double SHARE_TO_ACT = 0.25;

  private final HistoryTables tables;
  private final PredictionStore predictions;
  private final ModelFiles files;
  private final Clock clock;
  private final Map<String, DriftReport> known = new ConcurrentHashMap<>();

  DriftWatch(HistoryTables tables, PredictionStore predictions, ModelFiles files, Clock clock) {
    this.tables = tables;
    this.predictions = predictions;
    this.files = files;
    this.clock = clock;
  }

  /** How it stands; not older than a minute. */
  public DriftReport report(ModelVersion version) {
    DriftReport last = known.get(version.fileHash() + version.model());
    Instant now = clock.instant();
    if (last != null && last.at().plus(FRESH).isAfter(now)) {
      return last;
    }
    DriftReport report = measure(version, now);
    known.put(version.fileHash() + version.model(), report);
    return report;
  }

  private DriftReport measure(ModelVersion version, Instant now) {
    TrainedModel learned = files.get(version.fileHash());
    List<float[]> recent = recent(version.record(), learned, now);
    List<FeatureState> features =
        learned.drift().compare(recent).stream()
            .map(drift -> new FeatureState(drift.input(), drift.psi(), drift.ks(), state(drift)))
            .sorted(Comparator.comparingDouble(FeatureState::psi).reversed())
            .toList();
    List<Prediction> arrived = predictions.arrived(version.model(), version.version(), MOST_ERRORS);
    ResidualState residual = residual(version.record(), learned, arrived);
    Double coverage = coverage(arrived);
    return new DriftReport(
        features,
        residual,
        coverage,
        arrived.size(),
        recent.size(),
        now,
        state(features, residual, coverage, arrived.size()));
  }

  private List<float[]> recent(TrainingRecord record, TrainedModel learned, Instant now) {
    Duration every = Duration.ofSeconds(record.everySeconds());
    long wanted = Math.max(LEAST_ROWS, WEEK.dividedBy(every));
    Table table =
        tables.rows(
            record.columns(),
            every,
            Micros.of(now),
            every.multipliedBy(wanted + learned.historyRows()));
    int end = table.rows() - HistoryTables.silentRows(table);
    int first = (int) Math.max(firstRow(table), end - wanted);
    int rows = Math.clamp(end - first, 0, MOST_ROWS);
    List<float[]> recent = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int origin = first + (int) ((long) i * (end - first) / rows);
      recent.add(learned.inputsAt(table, origin));
    }
    return recent;
  }

  /** Where the history begins: rows before it hold nothing. */
  private static int firstRow(Table table) {
    double[] target = HistoryTables.values(table, 0);
    int row = 0;
    while (row < target.length && Double.isNaN(target[row])) {
      row++;
    }
    return row;
  }

  /** An index that chance explains as well is no drift. */
  private static DriftState state(Drift.FeatureDrift drift) {
    if (drift.ks() <= drift.ksLimit()) {
      return DriftState.OK;
    }
    return switch (drift.level()) {
      case STEADY -> DriftState.OK;
      case WATCH -> DriftState.WATCH;
      case ACT -> DriftState.ACT;
    };
  }

  /**
   * Forecasts nearer to each other than the horizon share most of what surprised them, so only each
   * horizon-th error counts, the last among them. An alarm stands for eight errors.
   */
  static ResidualState residual(
      TrainingRecord record, TrainedModel learned, List<Prediction> arrived) {
    var metrics = learned.metrics();
    double deviation = Math.max(metrics.errorDeviation(), 1e-9);
    ResidualCusum cusum = new ResidualCusum(metrics.meanError(), deviation);
    int sinceAlarm = Integer.MAX_VALUE;
    int stride = record.horizonRows();
    for (int i = Math.floorMod(arrived.size() - 1, stride); i < arrived.size(); i += stride) {
      Prediction made = arrived.get(i);
      Double actual = made.actual();
      if (actual == null) {
        continue;
      }
      boolean alarm = cusum.observe(actual - made.mid()) != ResidualCusum.Side.NONE;
      sinceAlarm = alarm ? 0 : sinceAlarm == Integer.MAX_VALUE ? sinceAlarm : sinceAlarm + 1;
    }
    double sum = Math.max(cusum.high(), cusum.low());
    DriftState state =
        sinceAlarm < 8
            ? DriftState.ACT
            : sum > ResidualCusum.LIMIT / 2 ? DriftState.WATCH : DriftState.OK;
    return new ResidualState(sum, ResidualCusum.LIMIT, state);
  }

  private static @Nullable Double coverage(List<Prediction> arrived) {
    if (arrived.isEmpty()) {
      return null;
    }
    long inside =
        arrived.stream()
            .filter(
                made -> {
                  Double actual = made.actual();
                  return actual != null && actual >= made.low() && actual <= made.high();
                })
            .count();
    return inside / (double) arrived.size();
  }

  private static DriftState state(
      List<FeatureState> features, ResidualState residual, @Nullable Double coverage, int arrived) {
    long act = features.stream().filter(one -> one.state() == DriftState.ACT).count();
    if (residual.state() == DriftState.ACT || act > SHARE_TO_ACT * features.size()) {
      return DriftState.ACT;
    }
    boolean bandOff =
        coverage != null
            && arrived >= LEAST_ARRIVED
            && (coverage < PromotionGate.LEAST_COVERAGE || coverage > PromotionGate.MOST_COVERAGE);
    return act > 0 || bandOff || residual.state() == DriftState.WATCH
        ? DriftState.WATCH
        : DriftState.OK;
  }
}
