package io.kunan.app.cli.learn;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.learn.DetectAnswer.Alarm;
import io.kunan.app.cli.learn.DetectAnswer.Detail;
import io.kunan.engine.files.FileFormat;
import io.kunan.engine.files.FileTable;
import io.kunan.engine.files.TableFile;
import io.kunan.engine.learn.detect.DetectionAccuracy;
import io.kunan.engine.learn.detect.DetectionMethod;
import io.kunan.engine.learn.detect.Detections;
import io.kunan.engine.learn.detect.Detector;
import io.kunan.engine.learn.detect.DetectorSettings;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private Training training = new Training();

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to score.")
  private List<Path> data = List.of();

  @Option(
      names = "--separator",
      paramLabel = "C",
      description = "One character, or whitespace; found out when not given.")
  private @Nullable String separator;

  @Option(
      names = "--header",
      negatable = true,
      description = "Whether the first line names the columns; else they are c1, c2, …")
  private @Nullable Boolean header;

  @Option(
      names = "--transpose-train",
      description = "The training files hold one variable a line, not one row.")
  private boolean transposeTrain;

  @Option(names = "--time", paramLabel = "COLUMN", description = "Column with the time of a row.")
  private @Nullable String time;

  @Option(
      names = "--time-format",
      paramLabel = "PATTERN",
      description = "Such as dd/MM/yyyy H:mm; found out when not given.")
  private @Nullable String timeFormat;

  @ArgGroup private @Nullable Truth truth;

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

  /** Where normal operation is learned from. */
  static final class Training {
    @Option(
        names = "--train",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "Files of normal operation; one detector for all data files.")
    private List<Path> files = List.of();

    @Option(
        names = "--train-rows",
        required = true,
        paramLabel = "N",
        description = "Learn from the first N rows of each data file, score its other rows.")
    private int rows;
  }

  /** Which rows are known to be abnormal. */
  static final class Truth {
    @Option(
        names = "--label",
        paramLabel = "COLUMN",
        required = true,
        description = "Column that is 0 on normal rows and 1 on abnormal ones.")
    private @Nullable String label;

    @Option(
        names = "--fault-from",
        paramLabel = "ROW",
        required = true,
        description = "Rows from this one on are abnormal; the first row is 1.")
    private int faultFrom;
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    check();
    DetectorSettings settings =
        DetectorSettings.DEFAULT
            .withMethod(DetectionMethod.labelled(method))
            .withFalseAlarms(falseAlarms);
    Detector common = training.files.isEmpty() ? null : Detector.fit(trainingTables(), settings);
    List<DetectAnswer.File> files = new ArrayList<>();
    DetectionAccuracy total = DetectionAccuracy.NONE;
    for (Path path : data) {
      Table table = read(path);
      Table watched = watched(table);
      Detector detector = common == null ? Detector.fit(learned(path, watched), settings) : common;
      Detections detections = detector.score(watched);
      DetectionAccuracy accuracy = accuracy(path, table, detections);
      total = total.plus(accuracy);
      files.add(
          DetectAnswer.file(
              path.toString(), accuracy, truth != null, detail(detector, watched, detections)));
    }
    DetectAnswer answer =
        new DetectAnswer(
            method,
            falseAlarms,
            files,
            DetectAnswer.total(total, truth != null),
            (System.nanoTime() - start) / 1e9);
    answers.print(answer, answer.table());
  }

  private void check() {
    if (training.files.isEmpty() && training.rows < 1) {
      throw new ParameterException(spec.commandLine(), "--train-rows is 1 or more");
    }
    if (transposeTrain && training.files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--transpose-train needs --train");
    }
    if (truth != null && truth.label == null && truth.faultFrom < 1) {
      throw new ParameterException(spec.commandLine(), "--fault-from is 1 or more");
    }
  }

  private List<Table> trainingTables() {
    List<Table> tables = new ArrayList<>();
    for (Path path : training.files) {
      if (transposeTrain) {
        FileFormat format = FileFormat.DETECT.withSeparator(separator()).withHeader(header);
        tables.add(DetectTables.transposed(path.toString(), read(path, format)));
      } else {
        tables.add(watched(read(path)));
      }
    }
    return tables;
  }

  private Table read(Path path) {
    return read(
        path,
        FileFormat.DETECT.withSeparator(separator()).withHeader(header).withTime(time, timeFormat));
  }

  private Table read(Path path, FileFormat format) {
    FileTable file = new TableFile(path, format).read(Progress.NONE);
    if (file.report().rejected() > 0) {
      answers.remark(
          "%s: %d lines or cells left out, the first at line %d: %s"
              .formatted(
                  path,
                  file.report().rejected(),
                  file.report().rejects().getFirst().line(),
                  file.report().rejects().getFirst().reason()));
    }
    return file.table();
  }

  private @Nullable Character separator() {
    return separator == null ? null : (Character) FileFormat.separatorNamed(separator);
  }

  /** The columns to learn from and to score: all but the label and the ignored. */
  private Table watched(Table table) {
    Set<String> dropped = new HashSet<>(ignored);
    if (truth != null && truth.label != null) {
      dropped.add(truth.label);
    }
    return DetectTables.without(table, dropped);
  }

  private Table learned(Path path, Table table) {
    if (table.rows() <= training.rows) {
      throw new InputException(
          path.toString(),
          "%d rows, of which %d are to learn from".formatted(table.rows(), training.rows),
          "give a longer file or a smaller --train-rows");
    }
    return DetectTables.first(table, training.rows);
  }

  /** Rows learned from are not scored, nor are those whose label is missing. */
  private DetectionAccuracy accuracy(Path path, Table table, Detections detections) {
    double[] labels = labels(path, table);
    int learnedRows = training.files.isEmpty() ? training.rows : 0;
    int abnormal = 0;
    DetectionAccuracy accuracy = DetectionAccuracy.NONE;
    for (int row = 0; row < labels.length; row++) {
      if (row < learnedRows) {
        abnormal += labels[row] > 0 ? 1 : 0;
      } else if (!Double.isNaN(labels[row])) {
        accuracy = accuracy.count(labels[row] > 0, detections.alarms()[row]);
      }
    }
    if (abnormal > 0) {
      answers.remark(
          "%s: %d of the %d rows learned from as normal are labelled abnormal"
              .formatted(path, abnormal, learnedRows));
    }
    return accuracy;
  }

  private double[] labels(Path path, Table table) {
    if (truth == null) {
      return DetectTables.noLabels(table.rows());
    }
    return truth.label == null
        ? DetectTables.labels(table.rows(), truth.faultFrom)
        : DetectTables.labels(path.toString(), table, truth.label);
  }

  private Detail detail(Detector detector, Table watched, Detections detections) {
    int row = training.files.isEmpty() ? training.rows : 0;
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
