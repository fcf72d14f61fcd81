package io.kunan.app.cli.learn;

import io.kunan.app.cli.TextTable;
import io.kunan.engine.learn.detect.Contribution;
import io.kunan.engine.learn.detect.DetectionAccuracy;
import io.kunan.engine.learn.detect.LeftOut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code learn detect} answers.
 *
 * @param method of the detector
 * @param falseAlarms per cent asked for
 * @param zone of times without offset
 * @param files one for each data file
 * @param total over the scored rows of all files
 * @param seconds from reading to answer
 */
record DetectAnswer(
    String method,
    double falseAlarms,
    String zone,
    List<File> files,
    Figures total,
    double seconds) {
  private static final String FIRST = "first alarm";

  /** How a detector did on some rows. */
  sealed interface Figures {}

  /** One data file. */
  sealed interface File {}

  /** Rows whose state is known; a figure is null where it has no meaning. */
  record LabelledTotal(
      long rows,
      @Nullable Double f1,
      @Nullable Double precision,
      @Nullable Double recall,
      @Nullable Double falseAlarmRate,
      @Nullable Double missedAlarmRate)
      implements Figures {
    static LabelledTotal of(DetectionAccuracy accuracy) {
      return new LabelledTotal(
          accuracy.rows(),
          known(accuracy.f1()),
          known(accuracy.precision()),
          known(accuracy.recall()),
          known(accuracy.falseAlarmRate()),
          known(accuracy.missedAlarmRate()));
    }
  }

  /** Rows whose state is not known. */
  record PlainTotal(long rows, @Nullable Double alarmRate) implements Figures {
    static PlainTotal of(DetectionAccuracy accuracy) {
      return new PlainTotal(accuracy.rows(), known(accuracy.alarmRate()));
    }
  }

  /** A file whose rows are known to be normal or not. */
  record LabelledFile(
      String file,
      long rows,
      @Nullable Double f1,
      @Nullable Double precision,
      @Nullable Double recall,
      @Nullable Double falseAlarmRate,
      @Nullable Double missedAlarmRate,
      Detail detail)
      implements File {}

  /** A file whose rows are of unknown state. */
  record PlainFile(String file, long rows, @Nullable Double alarmRate, Detail detail)
      implements File {}

  /**
   * What stands behind the figures of a file.
   *
   * @param trainRows rows of normal operation the detector learned from
   * @param variables columns watched
   * @param leftOut columns not watched
   * @param firstAlarm first alarm among the scored rows; null without
   */
  record Detail(long trainRows, int variables, List<LeftOut> leftOut, @Nullable Alarm firstAlarm) {}

  /**
   * An alarm explained.
   *
   * @param row in the file, first row 1
   * @param from the variables with the largest shares
   */
  record Alarm(int row, List<Contribution> from) {}

  /** For people. */
  TextTable table() {
    String title = "%s at %s %% accepted false alarms".formatted(method, falseAlarms);
    TextTable table =
        total instanceof LabelledTotal
            ? new TextTable(
                title, "file", "rows", "F1", "precision", "recall", "false %", "missed %", FIRST)
            : new TextTable(title, "file", "rows", "alarms %", FIRST);
    for (File file : files) {
      switch (file) {
        case LabelledFile f ->
            table.row(
                f.file,
                f.rows,
                cell(f.f1),
                cell(f.precision),
                cell(f.recall),
                cell(f.falseAlarmRate),
                cell(f.missedAlarmRate),
                first(f.detail));
        case PlainFile f -> table.row(f.file, f.rows, cell(f.alarmRate), first(f.detail));
      }
    }
    return switch (total) {
      case LabelledTotal t ->
          table.row(
              "total",
              t.rows,
              cell(t.f1),
              cell(t.precision),
              cell(t.recall),
              cell(t.falseAlarmRate),
              cell(t.missedAlarmRate),
              "");
      case PlainTotal t -> table.row("total", t.rows, cell(t.alarmRate), "");
    };
  }

  private static String first(Detail detail) {
    return detail.firstAlarm == null
        ? "–"
        : "row %d, %s"
            .formatted(detail.firstAlarm.row, detail.firstAlarm.from.getFirst().variable());
  }

  private static String cell(@Nullable Double figure) {
    return figure == null ? "–" : "%.3f".formatted(figure);
  }

  static Figures total(DetectionAccuracy accuracy, boolean labelled) {
    return labelled ? LabelledTotal.of(accuracy) : PlainTotal.of(accuracy);
  }

  static File file(String name, DetectionAccuracy accuracy, boolean labelled, Detail detail) {
    if (!labelled) {
      return new PlainFile(name, accuracy.rows(), known(accuracy.alarmRate()), detail);
    }
    LabelledTotal known = LabelledTotal.of(accuracy);
    return new LabelledFile(
        name,
        known.rows(),
        known.f1(),
        known.precision(),
        known.recall(),
        known.falseAlarmRate(),
        known.missedAlarmRate(),
        detail);
  }

  private static @Nullable Double known(double figure) {
    return Double.isNaN(figure) ? null : figure;
  }
}
