package io.kunan.platform.models.internal;

import io.kunan.platform.models.GateVerdict;
import io.kunan.platform.models.GateVerdict.GateCheckResult;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.TrainingRecord;
import io.kunan.platform.models.TrainingRecord.BacktestMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the back-test alone whether a version may serve. Versions were tested on different
 * days, which may be easy or hard: they are compared by their error relative to the best naive
 * guess of the same rows.
 */
final class PromotionGate {
  /** So much better than naive guess and champion a version must be. */
  static final double MARGIN = 0.02;

  static final int LEAST_ROWS = 50;
  static final double LEAST_COVERAGE = 0.74;
  static final double MOST_COVERAGE = 0.86;

  private PromotionGate() {}

  static GateVerdict judge(TrainingRecord record, @Nullable ModelVersion champion) {
    List<GateCheckResult> checks = new ArrayList<>();
    checks.add(rows(record.metrics()));
    checks.add(naive(record));
    checks.add(coverage(record.metrics()));
    if (champion != null) {
      checks.add(champion(record.metrics(), champion));
    }
    return GateVerdict.of(checks);
  }

  private static GateCheckResult rows(BacktestMetrics metrics) {
    return new GateCheckResult(
        "enough rows tested",
        metrics.testRows() >= LEAST_ROWS,
        text(
            "%d rows, in which the target changed %d times; at least %d rows",
            metrics.testRows(), metrics.changes(), LEAST_ROWS));
  }

  private static GateCheckResult naive(TrainingRecord record) {
    var best = record.baselines().getFirst();
    double skill = record.metrics().skill();
    return new GateCheckResult(
        "better than the best naive guess",
        skill >= MARGIN,
        text(
            skill < 0
                ? "MAE %.4g, %s %.4g: %.1f %% worse; at least %.0f %% better"
                : "MAE %.4g, %s %.4g: %.1f %% better; at least %.0f %% better",
            record.metrics().mae(),
            best.name(),
            best.mae(),
            100 * Math.abs(skill),
            100 * MARGIN));
  }

  private static GateCheckResult coverage(BacktestMetrics metrics) {
    return new GateCheckResult(
        "honest 80 % band",
        metrics.coverage80() >= LEAST_COVERAGE && metrics.coverage80() <= MOST_COVERAGE,
        text(
            "%.3f of the targets inside; allowed %.2f to %.2f",
            metrics.coverage80(), LEAST_COVERAGE, MOST_COVERAGE));
  }

  private static GateCheckResult champion(BacktestMetrics metrics, ModelVersion champion) {
    double own = 1 - metrics.skill();
    double theirs = 1 - champion.record().metrics().skill();
    return new GateCheckResult(
        "better than the champion",
        own <= (1 - MARGIN) * theirs,
        text(
            "error is %.3f of the best naive guess, that of version %d %.3f; at least %.0f %% less",
            own, champion.version(), theirs, 100 * MARGIN));
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
