package io.kunan.app.cli.learn;

import io.kunan.app.cli.Answers;
import io.kunan.engine.files.FileFormat;
import io.kunan.engine.files.FileTable;
import io.kunan.engine.files.TableFile;
import io.kunan.engine.learn.Backtest;
import io.kunan.engine.learn.BacktestReport;
import io.kunan.engine.learn.DataIdentity;
import io.kunan.engine.learn.ForecastTask;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how well a column of a table can be forecast, beside the naive guesses. */
@Command(
    name = "backtest",
    description = {
      "Forecasts a column some rows ahead on test rows, as it would have gone in the plant, and"
          + " tells the errors beside those of the naive guesses.",
      "Models, sizes and weights are chosen without the test rows. Errors are in the column's unit;"
          + " coverage is the share of test rows inside the 10/90 % band, 0 to 1."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BacktestCommand implements Runnable {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV, CSV.gz or Parquet files.")
  private List<Path> files = List.of();

  @Option(
      names = "--time",
      required = true,
      paramLabel = "COLUMN",
      description = "Column with the time of a row.")
  private String time = "";

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "Column to forecast.")
  private String target = "";

  @Option(
      names = "--horizon",
      paramLabel = "ROWS",
      description = "Rows ahead (default ${DEFAULT-VALUE}).")
  private int horizon = 1;

  @Option(
      names = "--test-from",
      required = true,
      paramLabel = "TIME|FRACTION",
      description = "First test time, ISO 8601, or a fraction: 0.8 tests on the last 20 % of rows.")
  private String testFrom = "";

  @Option(
      names = "--exclude",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns never looked at.")
  private List<String> excluded = List.of();

  @Option(
      names = "--known-ahead",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns known beforehand for the target's time, such as a plan.")
  private List<String> knownAhead = List.of();

  @Option(
      names = "--time-format",
      paramLabel = "P",
      description = "Such as dd/MM/yyyy H:mm; found out when not given.")
  private @Nullable String timeFormat;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description = "One character, or whitespace; found out when not given.")
  private @Nullable String separator;

  @Option(
      names = "--zone",
      paramLabel = "Z",
      description = "Zone of times without offset and of the plant's clock (default UTC).")
  private String zone = "UTC";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed, same answer (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private Answers answers = new Answers();

  @Override
  public void run() {
    long start = System.nanoTime();
    ZoneId plantZone = FileFormat.zoneNamed(zone);
    Table table = TimedTables.joined(tables(plantZone));
    ForecastTask task =
        ForecastTask.of(target, horizon)
            .withZone(plantZone)
            .withExcluded(new HashSet<>(excluded))
            .withKnownAhead(new HashSet<>(knownAhead))
            .withSeed(seed);
    int row = TestStart.read(testFrom, plantZone).row(table);
    BacktestReport report = Backtest.run(table, task, row, Progress.NONE);
    String source = files.stream().map(Path::toString).collect(Collectors.joining(" "));
    BacktestAnswer answer =
        BacktestAnswer.of(
            report,
            task,
            Micros.toInstant(table.times()[row]).atZone(plantZone).toOffsetDateTime().toString(),
            DataIdentity.of(source, table).sha256(),
            (System.nanoTime() - start) / 1e9);
    answers.print(answer, answer.errors(), answer.summary());
  }

  private List<TimedTables.Named> tables(ZoneId plantZone) {
    FileFormat format =
        FileFormat.DETECT
            .withSeparator(separator == null ? null : FileFormat.separatorNamed(separator))
            .withTime(time, timeFormat)
            .withZone(plantZone);
    List<TimedTables.Named> tables = new ArrayList<>();
    for (Path path : files) {
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
      if (file.report().repaired() > 0) {
        answers.remark(
            "%s: %d lines written 0:00 at the end of a day are read as 24:00"
                .formatted(path, file.report().repaired()));
      }
      tables.add(new TimedTables.Named(path.toString(), file.table()));
    }
    return tables;
  }
}
