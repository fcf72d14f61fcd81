package io.kunan.platform.models.internal;

import io.kunan.engine.learn.BacktestReport;
import io.kunan.engine.learn.Forecast;
import io.kunan.engine.learn.TrainedModel;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.TrainingRecord;
import io.kunan.platform.models.TrainingRecord.BacktestCurve;
import io.kunan.platform.models.TrainingRecord.BacktestMetrics;
import io.kunan.platform.models.TrainingRecord.ErrorHistogram;
import io.kunan.platform.models.TrainingRecord.Importance;
import io.kunan.platform.models.TrainingRecord.NaiveScore;
import io.kunan.platform.models.TrainingRecord.TrainedOn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes down what a training measured. */
final class TrainingReport {
  private static final int MOST_CURVE_ROWS = 5_000;
  private static final int CLASSES = 20;
  private static final int EXPLAINED_ROWS = 60;
  private static final int MOST_IMPORTANT = 20;

  private TrainingReport() {}

  static TrainingRecord of(
      ModelDefinition definition,
      RowSource source,
      Table table,
      BacktestReport report,
      TrainedModel model,
      String unit) {
    var data = model.data();
    List<NaiveScore> baselines =
        report.baselines().stream()
            .map(naive -> new NaiveScore(naive.name(), naive.mae(), naive.rmse()))
            .sorted(Comparator.comparingDouble(NaiveScore::mae))
            .toList();
    return new TrainingRecord(
        source.columns(),
        source.pooled() ? source.members() : List.of(),
        source.events(),
        definition.every().toSeconds(),
        definition.horizonRows(),
        new TrainedOn(
            Micros.toInstant(data.from()), Micros.toInstant(data.to()), data.rows(), data.sha256()),
        model.codeVersion(),
        model.metrics().chosen(),
        definition.seed(),
        metrics(report),
        baselines,
        curve(report, source, baselines.getFirst().name()),
        histogram(report.path()),
        importance(table, model, unit));
  }

  static BacktestMetrics metrics(BacktestReport report) {
    double[] actual = report.path().actual();
    double[] mid = report.path().mid();
    int rows = actual.length;
    double mean = Arrays.stream(actual).average().orElse(0);
    double absolute = 0;
    double squared = 0;
    double variance = 0;
    int inside = 0;
    int changes = 0;
    Map<Integer, Double> last = new HashMap<>();
    for (int i = 0; i < rows; i++) {
      double error = mid[i] - actual[i];
      absolute += Math.abs(error);
      squared += error * error;
      variance += (actual[i] - mean) * (actual[i] - mean);
      inside += actual[i] >= report.path().low()[i] && actual[i] <= report.path().high()[i] ? 1 : 0;
      Double before = last.put(report.path().groups()[i], actual[i]);
      changes += before != null && actual[i] != before ? 1 : 0;
    }
    return new BacktestMetrics(
        absolute / rows,
        Math.sqrt(squared / rows),
        variance > 0 ? 1 - squared / variance : null,
        inside / (double) rows,
        // A naive guess without any error cannot be beaten.
        Double.isFinite(report.skill()) ? report.skill() : 0,
        rows,
        changes);
  }

  /** The course of one asset: those of many would lie over each other. */
  private static BacktestCurve curve(BacktestReport report, RowSource source, String baselineName) {
    BacktestReport.Path path = report.path();
    String asset = String.valueOf(source.members().getFirst().asset().value());
    int group = source.pooled() ? report.groups().indexOf(asset) : 0;
    int[] own =
        IntStream.range(0, path.times().length).filter(i -> path.groups()[i] == group).toArray();
    int[] rows = IntStream.of(own).skip(Math.max(0, own.length - MOST_CURVE_ROWS)).toArray();
    return new BacktestCurve(
        IntStream.of(rows).mapToObj(i -> path.times()[i] / 1000).toList(),
        column(path.actual(), rows),
        column(path.mid(), rows),
        column(path.low(), rows),
        column(path.high(), rows),
        column(path.naive(), rows),
        baselineName);
  }

  private static List<@Nullable Double> column(double[] values, int[] rows) {
    return Arrays.asList(
        IntStream.of(rows)
            .mapToObj(i -> Double.isFinite(values[i]) ? (Double) values[i] : null)
            .toArray(Double[]::new));
  }

  private static ErrorHistogram histogram(BacktestReport.Path path) {
    double[] errors =
        IntStream.range(0, path.mid().length)
            .mapToDouble(i -> path.mid()[i] - path.actual()[i])
            .toArray();
    double low = Arrays.stream(errors).min().orElse(0);
    double high = Math.max(Arrays.stream(errors).max().orElse(0), low + 1e-9);
    double width = (high - low) / CLASSES;
    Integer[] counts = new Integer[CLASSES];
    Arrays.fill(counts, 0);
    for (double error : errors) {
      counts[Math.min(CLASSES - 1, (int) ((error - low) / width))]++;
    }
    return new ErrorHistogram(
        IntStream.rangeClosed(0, CLASSES).mapToObj(i -> low + i * width).toList(), List.of(counts));
  }

  private static List<Importance> importance(Table table, TrainedModel model, String unit) {
    int first = Math.min(model.historyRows(), table.rows() / 2);
    int rows = Math.min(EXPLAINED_ROWS, table.rows() - first);
    int[] origins =
        IntStream.range(0, rows)
            .map(i -> first + (int) ((long) i * (table.rows() - first) / rows))
            .toArray();
    Map<String, Double> sums = new HashMap<>();
    for (Forecast forecast : model.over(table).forecasts(origins)) {
      for (Forecast.Contribution part : forecast.contributions()) {
        sums.merge(part.input(), Math.abs(part.adds()), Double::sum);
      }
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST_IMPORTANT)
        .map(sum -> new Importance(sum.getKey(), sum.getKey(), sum.getValue() / rows, unit))
        .toList();
  }
}
