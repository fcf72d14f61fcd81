package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.internal.sheets.PlantSheetReader;
import io.kunan.engine.optimise.internal.sheets.SheetTemplates;
import io.kunan.engine.optimise.internal.sheets.SheetText;
import io.kunan.kernel.InputException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plant read from the tables a planning office keeps: machines, set-ups, closed times, routes and
 * orders, one table each, with English or Chinese headers. A line that cannot be used is told with
 * its place and left out; everything else is kept.
 *
 * @param problem what could be read
 * @param taken lines used, by table
 * @param faults lines and columns left out, in the order of the tables
 */
public record PlantSheets(PlantProblem problem, Map<Kind, Integer> taken, List<Fault> faults) {
  public PlantSheets {
    taken = Map.copyOf(taken);
    faults = List.copyOf(faults);
  }

  /** What a table holds. */
  public enum Kind {
    /** Machines, lines and furnaces. */
    MACHINES,
    /** Minutes of set-up from one family to another; pairs that are not given take none. */
    SETUPS,
    /** Times at which a machine is closed. */
    CLOSED,
    /** Steps of routes, one line for each machine that can do a step. */
    ROUTES,
    /** Open orders. */
    ORDERS;

    /** How files and fields are called. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A table as text.
   *
   * @param name of its file, for messages
   * @param text CSV with a header; separated by comma, semicolon or tab
   */
  public record Sheet(String name, String text) {
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};

    /**
     * A table from a file in UTF-8, UTF-16 with a mark, or GB18030.
     *
     * @throws InputException when it is a workbook
     */
    public static Sheet of(String name, byte[] bytes) {
      if (Arrays.mismatch(bytes, WORKBOOK) == WORKBOOK.length) {
        throw new InputException(
            name, "it is a workbook", "save each of its tables as CSV and give those");
      }
      return new Sheet(name, SheetText.decoded(bytes));
    }
  }

  /**
   * Something that was left out.
   *
   * @param file where
   * @param line first line 1, which is the header
   * @param field name of the column as the file has it
   * @param value what stands there
   * @param allowed what may stand there
   * @param remedy what to do
   */
  public record Fault(
      String file, long line, String field, String value, String allowed, String remedy) {
    /** In one sentence. */
    public String sentence() {
      return "%s, line %d, %s “%s”: allowed is %s; %s"
          .formatted(file, line, field, value, allowed, remedy);
    }
  }

  /**
   * Reads a plant.
   *
   * @param name of the plant
   * @param startsAt minute 0 of the plan
   * @param zone in which the times of the tables are written
   * @param columns headers that are not known, and the field each stands for
   */
  public static PlantSheets read(
      String name,
      Map<Kind, Sheet> sheets,
      Instant startsAt,
      ZoneId zone,
      Map<String, String> columns) {
    return new PlantSheetReader(startsAt, zone, columns).read(name, sheets);
  }

  /** An example of a table to fill in, with a byte order mark so that spreadsheets read Chinese. */
  public static String template(Kind kind, boolean chinese) {
    return SheetTemplates.of(kind, chinese);
  }
}
