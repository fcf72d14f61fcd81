package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.internal.sheets.PlantSheetReader;
import io.kunan.engine.optimise.internal.sheets.SheetTemplates;
import io.kunan.engine.optimise.internal.sheets.SheetText;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plant read from the tables a planning office keeps: machines, set-ups, closed times, routes and
 * orders, one table each, with English or Chinese headers. A line that cannot be used is told with
 * its place and left out; everything else is kept.
 *
 * @param problem what could be read
 * @param taken lines used, by table
 * @param tables what the tables look like
 * @param faults lines and columns left out, in the order of the tables
 */
public record PlantSheets(
    PlantProblem problem, Map<Kind, Integer> taken, List<Table> tables, List<Fault> faults) {
  public PlantSheets {
    taken = Map.copyOf(taken);
    tables = List.copyOf(tables);
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
    ORDERS,
    /** What happened; no part of a plant, read by {@link ActualSheet}. */
    ACTUALS;

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
   * A column a table may have.
   *
   * @param id its English header
   * @param isNeeded whether the table cannot be used without it
   */
  public record Column(String id, Text name, boolean isNeeded) {}

  /**
   * A header of a table.
   *
   * @param field the column it is taken for; null when it is not used
   * @param suggestion the column it may be meant for; null when none looks like it
   */
  public record Header(String name, @Nullable String field, @Nullable String suggestion) {}

  /**
   * A table as it was found.
   *
   * @param file its name
   * @param lines below the header, empty ones aside
   * @param sample cells of the first lines
   */
  public record Table(
      Kind kind, String file, int lines, List<Header> headers, List<List<String>> sample) {
    public Table {
      headers = List.copyOf(headers);
      sample = sample.stream().map(List::copyOf).toList();
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
      String file,
      long line,
      String field,
      String value,
      @Sentence String allowed,
      @Sentence String remedy) {
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
   * @param columns of each table headers and the column each stands for, empty for none; the other
   *     headers are known by their names
   */
  public static PlantSheets read(
      String name,
      Map<Kind, Sheet> sheets,
      Instant startsAt,
      ZoneId zone,
      Map<Kind, Map<String, String>> columns) {
    return new PlantSheetReader(startsAt, zone, columns).read(name, sheets);
  }

  /** The columns a table may have. */
  public static List<Column> columns(Kind kind) {
    return SheetTemplates.columns(kind);
  }

  /** An example of a table to fill in, with a byte order mark so that spreadsheets read Chinese. */
  public static String template(Kind kind, boolean chinese) {
    return SheetTemplates.of(kind, chinese);
  }
}
