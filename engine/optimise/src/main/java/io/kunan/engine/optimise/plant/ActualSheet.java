package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.internal.sheets.ActualRows;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to operations, read from a table with English or Chinese headers.
 *
 * @param rows lines that can be used
 * @param faults what was left out
 */
public record ActualSheet(List<Row> rows, List<Fault> faults) {
  public ActualSheet {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /**
   * One line.
   *
   * @param line first line 1, which is the header
   * @param order number of the order
   * @param operation its place in the route
   * @param resource where it ran; null when the table does not say
   * @param end null while it runs
   * @param scrapTonnes what was lost
   */
  public record Row(
      long line,
      int order,
      int operation,
      @Nullable String resource,
      Instant start,
      @Nullable Instant end,
      double scrapTonnes) {}

  /**
   * Reads a table.
   *
   * @param problem whose orders it names; a step is named or numbered from 1
   * @param zone in which its times are written
   */
  public static ActualSheet read(Sheet sheet, PlantProblem problem, ZoneId zone) {
    return new ActualRows(problem, zone).read(sheet);
  }
}
