package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantSheets;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a plant file from tables. */
@Command(
    name = "import",
    description = {
      "Makes a plant file from CSV tables with English or Chinese headers.",
      "A line that cannot be used is told and left out; the rest is kept.",
      "Tables to fill in are written by schedule template."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ImportCommand implements Runnable {
  private static final int LISTED = 20;

  @Option(names = "--machines", required = true, paramLabel = "CSV", description = "Machines.")
  private Path machines = Path.of("machines.csv");

  @Option(names = "--routes", required = true, paramLabel = "CSV", description = "Routes.")
  private Path routes = Path.of("routes.csv");

  @Option(names = "--orders", required = true, paramLabel = "CSV", description = "Orders.")
  private Path orders = Path.of("orders.csv");

  @Option(names = "--setups", paramLabel = "CSV", description = "Set-up minutes.")
  private @Nullable Path setups;

  @Option(names = "--closed", paramLabel = "CSV", description = "When machines are closed.")
  private @Nullable Path closed;

  @Option(
      names = "--starts",
      required = true,
      paramLabel = "TIME",
      description = "Minute 0 of the plan, such as 2026-12-01T00:00.")
  private String starts = "";

  @Option(
      names = "--zone",
      paramLabel = "Z",
      description = "Zone of all times (default ${DEFAULT-VALUE}).")
  private String zone = "Asia/Shanghai";

  @Option(
      names = "--column",
      paramLabel = "HEADER=FIELD",
      description = "A header that is not known, and the column it is. May be repeated.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The plant file.")
  private Path out = Path.of("plant.json");

  @Mixin private Answers answers = new Answers();

  /**
   * What {@code schedule import} answers.
   *
   * @param taken lines used, by table
   * @param faults lines left out
   */
  record Answer(String file, Map<String, Integer> taken, int operations, List<Fault> faults) {}

  @Override
  public void run() {
    Map<Kind, Sheet> sheets = new EnumMap<>(Kind.class);
    put(sheets, Kind.MACHINES, machines);
    put(sheets, Kind.ROUTES, routes);
    put(sheets, Kind.ORDERS, orders);
    put(sheets, Kind.SETUPS, setups);
    put(sheets, Kind.CLOSED, closed);
    PlantSheets read = read(sheets);
    if (read.problem().orders().isEmpty()) {
      throw new InputException(
          orders.toString(),
          "no order can be used"
              + (read.faults().isEmpty() ? "" : "; " + read.faults().getFirst().sentence()),
          "mend the tables");
    }
    PlantFile.write(out, read.problem());
    print(read);
  }

  private PlantSheets read(Map<Kind, Sheet> sheets) {
    try {
      ZoneId at = ZoneId.of(zone);
      return PlantSheets.read(
          orders.getFileName().toString(),
          sheets,
          LocalDateTime.parse(starts).atZone(at).toInstant(),
          at,
          saidOfEveryTable());
    } catch (DateTimeException e) {
      throw new InputException(
          "--starts, --zone",
          "%s in %s is no time".formatted(starts, zone),
          "write such as 2026-12-01T00:00 and Asia/Shanghai",
          e);
    }
  }

  private Map<Kind, Map<String, String>> saidOfEveryTable() {
    Map<Kind, Map<String, String>> said = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      said.put(kind, columns);
    }
    return said;
  }

  private static void put(Map<Kind, Sheet> sheets, Kind kind, @Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      sheets.put(kind, Sheet.of(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "it cannot be read", "check the name and the folder", e);
    }
  }

  private void print(PlantSheets read) {
    Map<String, Integer> taken = new LinkedHashMap<>();
    TextTable table = new TextTable("", "table", "lines used");
    for (Kind kind : new TreeMap<>(read.taken()).keySet()) {
      int lines = read.taken().getOrDefault(kind, 0);
      taken.put(kind.id(), lines);
      table.row(kind.id(), lines);
    }
    TextTable left =
        new TextTable(
            "%d places left out%s"
                .formatted(
                    read.faults().size(),
                    read.faults().size() > LISTED ? ", the first %d".formatted(LISTED) : ""),
            "file",
            "line",
            "field",
            "value",
            "allowed",
            "what to do");
    read.faults().stream()
        .limit(LISTED)
        .forEach(f -> left.row(f.file(), f.line(), f.field(), f.value(), f.allowed(), f.remedy()));
    Answer answer = new Answer(out.toString(), taken, read.problem().operations(), read.faults());
    if (read.faults().isEmpty()) {
      answers.print(answer, table);
    } else {
      answers.print(answer, table, left);
    }
  }
}
