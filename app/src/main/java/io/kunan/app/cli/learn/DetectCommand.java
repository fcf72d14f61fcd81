package io.kunan.app.cli.learn;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.FileOptions;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.cli.learn.DetectAnswer.Alarm;
import io.kunan.app.cli.learn.DetectAnswer.Detail;
import io.kunan.engine.learn.detect.DetectionAccuracy;
import io.kunan.engine.learn.detect.DetectionMethod;
import io.kunan.engine.learn.detect.Detections;
import io.kunan.engine.learn.detect.Detector;
import io.kunan.engine.learn.detect.DetectorSettings;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Detects abnormal rows of tables and, where their state is known, tells how well. */
@Command(
    name = "detect",
    description = {
      "Learns normal operation from rows and tells the abnormal rows of others.",
      "Rates are per cent, F1, precision and recall 0 to 1."
    },
    mixinStandardHelpOptions = true)
public final class DetectCommand implements Runnable {
  @ArgGroup(multiplicity = "1")
  private DetectTraining training = new DetectTraining();

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to score.")
  private List<Path> data = List.of();

  @Option(
      names = "--transpose-train",
      description = "The training files hold one variable a line, not one row.")
  private boolean transposeTrain;

  @Option(names = "--time", paramLabel = "COLUMN", description = "Column with the time of a row.")
  private @Nullable String time;

  @Mixin private FileOptions form = new FileOptions();

  @ArgGroup private @Nullable DetectTruth truth;

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns that are not watched, such as counters.")
  private List<String> ignored = List.of();

  @Option(
      names = "--false-alarms",
      paramLabel = "PERCENT",
      description = "Accepted on normal rows; sets the limit. Default: ${DEFAULT-VALUE}.")
  private double falseAlarms = DetectorSettings.DEFAULT.falseAlarms();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "combined, pca-t2, pca-spe, dynamic-pca-t2, dynamic-pca-spe, canonical-variates,"
              + " mahalanobis, neighbours, residual-cusum, random-cut-forest. Default:"
              + " ${DEFAULT-VALUE}.")
  private String method = DetectorSettings.DEFAULT.method().label();

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    long start = System.nanoTime();
    check();
    DetectorSettings settings =
        DetectorSettings.DEFAULT
            .withMethod(DetectionMethod.labelled(method))
            .withFalseAlarms(falseAlarms);
    Detector common = training.isPerFile() ? null : learned(trainingTables(), settings, 0);
    List<DetectAnswer.File> files = new ArrayList<>();
    DetectionAccuracy total = DetectionAccuracy.NONE;
    for (Path path : data) {
      Table table = InputFiles.read(path, form.format(time), answers);
      double[] labels = truth == null ? new double[table.rows()] : truth.of(path, table);
      checkIgnored(path, table);
      Table watched = watched(table);
      Detector detector =
          common == null
              ? learned(List.of(training.learned(path, watched)), settings, files.size())
              : common;
      Detections detections = detector.score(watched);
      DetectionAccuracy accuracy = accuracy(path, labels, detections);
      total = total.plus(accuracy);
      files.add(
          DetectAnswer.file(
              path.toString(), accuracy, truth != null, detail(detector, watched, detections)));
    }
    DetectAnswer answer =
        new DetectAnswer(
            method,
            falseAlarms,
            form.zone().getId(),
            files,
            DetectAnswer.total(total, truth != null),
            (System.nanoTime() - start) / 1e9);
    answers.print(answer, answer.table());
  }

  private void check() {
    String trouble = truth == null ? null : truth.trouble();
    if (training.isPerFile() && training.learnedRows() < 1) {
      trouble = "--train-rows is 1 or more";
    } else if (transposeTrain && training.isPerFile()) {
      trouble = "--transpose-train needs --train";
    }
    if (trouble != null) {
      throw new ParameterException(spec.commandLine(), trouble);
    }
  }

  /** Learning is what takes long: shows which of the data files it is for. */
  private Detector learned(List<Table> tables, DetectorSettings settings, int file) {
    try (TerminalProgress progress = answers.progress()) {
      progress.report(file, data.size(), "learning normal operation");
      return Detector.fit(tables, settings);
    }
  }

  private List<Table> trainingTables() {
    return training.files().stream().map(this::trainingTable).toList();
  }

  private Table trainingTable(Path path) {
    if (transposeTrain) {
      return DetectTables.transposed(
          path.toString(), InputFiles.read(path, form.format(null), answers));
    }
    return watched(InputFiles.read(path, form.format(time), answers));
  }

  /** A file of normal operation may lack what is ignored, such as labels. */
  private void checkIgnored(Path path, Table table) {
    for (String name : ignored) {
      if (table.findColumn(name).isEmpty()) {
        throw new InputException(
            "--ignore",
            "%s has no column “%s”".formatted(path, name),
            "use one of [%s]".formatted(String.join(", ", table.columnNames())));
      }
    }
  }

  /** The columns to learn from and to score: all but the label and the ignored. */
  private Table watched(Table table) {
    Set<String> dropped = new HashSet<>(ignored);
    if (truth != null && truth.label() != null) {
      dropped.add(truth.label());
    }
    return DetectTables.without(table, dropped);
  }

  /** Rows learned from are not scored, nor are those whose label is missing. */
  private DetectionAccuracy accuracy(Path path, double[] labels, Detections detections) {
    int learned = training.learnedRows();
    long abnormal = Arrays.stream(labels).limit(learned).filter(label -> label > 0).count();
    if (abnormal > 0) {
      answers.remark(
          "%s: %d of the %d rows learned from as normal are labelled abnormal"
              .formatted(path, abnormal, learned));
    }
    DetectionAccuracy accuracy = DetectionAccuracy.NONE;
    for (int row = learned; row < labels.length; row++) {
      if (!Double.isNaN(labels[row])) {
        accuracy = accuracy.count(labels[row] > 0, detections.alarms()[row]);
      }
    }
    return accuracy;
  }

  private Detail detail(Detector detector, Table watched, Detections detections) {
    int row = training.learnedRows();
    while (row < detections.rows() && !detections.alarms()[row]) {
      row++;
    }
    Alarm first =
        row == detections.rows()
            ? null
            : new Alarm(row + 1, detector.contributions(watched, row).stream().limit(5).toList());
    return new Detail(
        detector.trainingRows(), detector.variables().size(), detector.leftOut(), first);
  }
}
