package io.kunan.app.cli.stream;

import io.kunan.app.cli.TextTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./kunan stream run} answers.
 *
 * @param from first time worked out, with its offset
 * @param to time after the last
 * @param points points read
 * @param written whether the points of calculated tags were stored
 * @param outputs calculated tags, by name
 * @param frames event frames, by job and start
 * @param problems jobs left out or stopped, with the reason
 */
public record RunAnswer(
    String from,
    String to,
    String zone,
    long points,
    boolean written,
    List<Output> outputs,
    List<FrameLine> frames,
    List<String> problems) {

  /**
   * What came of a calculated tag.
   *
   * @param points worked out
   * @param unusable those among them that could not be worked out
   * @param mean of the usable ones; null without any
   */
  public record Output(
      String tag,
      String unit,
      long points,
      long unusable,
      @Nullable Double min,
      @Nullable Double mean,
      @Nullable Double max) {}

  TextTable table() {
    TextTable table =
        new TextTable("", "calculated tag", "points", "unusable", "min", "mean", "max");
    for (Output output : outputs) {
      String name =
          output.unit.isEmpty() ? output.tag : "%s [%s]".formatted(output.tag, output.unit);
      table.row(
          name,
          output.points,
          output.unusable,
          number(output.min),
          number(output.mean),
          number(output.max));
    }
    return table.row("");
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
