package io.kunan.platform.models.internal;

import io.kunan.engine.learn.Drift;
import io.kunan.engine.learn.ForecastWindow;
import io.kunan.engine.learn.ResidualCusum;
import io.kunan.engine.learn.TrainedModel;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import io.kunan.platform.models.DriftReport;
import io.kunan.platform.models.DriftReport.DriftState;
import io.kunan.platform.models.DriftReport.FeatureState;
import io.kunan.platform.models.DriftReport.ResidualState;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.TrainingRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * How it stands as far as that can be told at once: the past of many assets takes seconds to
   * read, so their first report comes with the next round.
   */
  public Optional<DriftReport> known(Model model, ModelVersion version) {
    return version.record().members().isEmpty()
        ? Optional.of(report(model, version))
        : Optional.ofNullable(known.get(version.fileHash() + version.model()));
  }

  /** How it stands; not older than a minute, or half a row. */
  public DriftReport report(Model model, ModelVersion version) {
    DriftReport last = known.get(version.fileHash() + version.model());
    Instant now = clock.instant();
    if (last != null && last.at().plus(fresh(version.record())).isAfter(now)) {
      return last;
    }
    DriftReport report = measure(model, version, now);
    known.put(version.fileHash() + version.model(), report);
    return report;
  }

  /** Within a row little changes, and reading the past of many assets takes seconds. */
  private static Duration fresh(TrainingRecord record) {
    Duration part = Duration.ofSeconds(record.everySeconds() / 2);
    return part.compareTo(FRESH) > 0 ? part : FRESH;
  }

  private DriftReport measure(Model model, ModelVersion version, Instant now) {
    TrainedModel learned = files.get(version.fileHash());
    List<float[]> recent =
        recent(RowSource.of(model, version.record()), version.record(), learned, now);
    List<FeatureState> features =
        learned.drift().compare(recent).stream()
            .map(drift -> new FeatureState(drift.input(), drift.psi(), drift.ks(), state(drift)))
            .sorted(Comparator.comparingDouble(FeatureState::psi).reversed())
            .toList();
    List<PredictionStore.Outcome> outcomes =
        predictions.outcomes(version.model(), version.version(), MOST_ERRORS);
    int arrived = outcomes.stream().mapToInt(PredictionStore.Outcome::assets).sum();
    ResidualState residual = residual(version.record(), learned, outcomes);
    Double coverage = coverage(outcomes, arrived);
    return new DriftReport(
        features,
        residual,
        coverage,
        arrived,
        recent.size(),
        now,
        state(features, residual, coverage, arrived));
  }

  private List<float[]> recent(
      RowSource source, TrainingRecord record, TrainedModel learned, Instant now) {
    Duration every = Duration.ofSeconds(record.everySeconds());
    int members = source.members().size();
    long wanted = Math.max(LEAST_ROWS / members, WEEK.dividedBy(every));
    Table table =
        tables.rows(
            source,
            every,
            Micros.of(now),
            every.multipliedBy(wanted + LiveScoring.windowRows(learned, record)));
    int end = table.rows() / members - HistoryTables.silentTimes(table, source);
    int began = HistoryTables.firstTime(table, source);
    // a row whose window reaches back before the first measurement would differ by that alone
    int whole = began + (int) Math.min(LiveScoring.windowRows(learned, record), (end - began) / 2);
    int first = (int) Math.max(whole, end - wanted);
    int rows = Math.clamp((long) (end - first) * members, 0, MOST_ROWS);
    ForecastWindow window = learned.over(table);
    List<float[]> recent = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int origin = first * members + (int) ((long) i * (end - first) * members / rows);
      recent.add(window.inputsAt(origin));
    }
    return recent;
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
   * horizon-th error counts, the last among them. An alarm stands for eight errors. Of several
   * assets the mean error of a time counts: it drifts when the line does.
   */
  static ResidualState residual(
      TrainingRecord record, TrainedModel learned, List<PredictionStore.Outcome> outcomes) {
    var metrics = learned.metrics();
    double deviation = Math.max(metrics.errorDeviation(), 1e-9);
    ResidualCusum cusum = new ResidualCusum(metrics.meanError(), deviation);
    int sinceAlarm = Integer.MAX_VALUE;
    int stride = record.horizonRows();
    for (int i = Math.floorMod(outcomes.size() - 1, stride); i < outcomes.size(); i += stride) {
      boolean alarm = cusum.observe(outcomes.get(i).error()) != ResidualCusum.Side.NONE;
      sinceAlarm = alarm ? 0 : sinceAlarm == Integer.MAX_VALUE ? sinceAlarm : sinceAlarm + 1;
    }
    double sum = Math.max(cusum.high(), cusum.low());
    DriftState state =
        sinceAlarm < 8
            ? DriftState.ACT
            : sum > ResidualCusum.LIMIT / 2 ? DriftState.WATCH : DriftState.OK;
    return new ResidualState(sum, ResidualCusum.LIMIT, state);
  }

  private static @Nullable Double coverage(List<PredictionStore.Outcome> outcomes, int arrived) {
    int inside = outcomes.stream().mapToInt(PredictionStore.Outcome::inside).sum();
    return arrived == 0 ? null : (Double) (inside / (double) arrived);
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
