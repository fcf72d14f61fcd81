package io.kunan.app.cli.learn;

import io.kunan.app.cli.TextTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./kunan learn verify} answers.
 *
 * @param holds whether everything asked for holds
 * @param rows one for each figure
 */
record VerifyAnswer(boolean holds, List<Row> rows) {
  /**
   * A figure and what is asked of it.
   *
   * @param what was done
   * @param figure its name
   * @param least allowed; null when there is no such bound
   * @param most allowed; null when there is no such bound
   * @param seconds of the command that gave it
   * @param command that gives it again
   */
  record Row(
      String what,
      String figure,
      double measured,
      @Nullable Double least,
      @Nullable Double most,
      boolean holds,
      double seconds,
      String command) {
    static Row of(LearnProof proof, LearnProof.Bound bound, double measured, double seconds) {
      return new Row(
          proof.what(),
          bound.figure(),
          measured,
          finite(bound.least()),
          finite(bound.most()),
          bound.holds(measured),
          seconds,
          "./kunan learn " + String.join(" ", proof.command()));
    }

    private static @Nullable Double finite(double bound) {
      return Double.isFinite(bound) ? (Double) bound : null;
    }

    private String asked() {
      if (least == null && most == null) {
        return "reported";
      }
      return least == null ? "≤ " + most : most == null ? "≥ " + least : least + " – " + most;
    }
  }

  static VerifyAnswer of(List<Row> rows) {
    return new VerifyAnswer(rows.stream().allMatch(Row::holds), List.copyOf(rows));
  }

  TextTable table() {
    TextTable table = new TextTable("", "", "figure", "measured", "asked", "", "seconds");
    for (Row row : rows) {
      table.row(
          row.what,
          row.figure,
          "%.4f".formatted(row.measured),
          row.asked(),
          row.holds ? "holds" : "DOES NOT HOLD",
          "%.1f".formatted(row.seconds));
    }
    return table;
  }
}
