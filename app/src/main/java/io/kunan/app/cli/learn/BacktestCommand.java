package io.kunan.app.cli.learn;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.FileOptions;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.engine.learn.Backtest;
import io.kunan.engine.learn.BacktestReport;
import io.kunan.engine.learn.DataIdentity;
import io.kunan.engine.learn.ForecastTask;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
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

  @Mixin private FileOptions form = new FileOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed, same answer (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private Answers answers = new Answers();

  @Override
  public void run() {
    long start = System.nanoTime();
    ZoneId plantZone = form.zone();
    TestStart from = TestStart.read(testFrom, plantZone);
    if (from instanceof TestStart.Time twice && twice.ambiguous()) {
      answers.remark(
          "%s: %s happens twice in %s; taken as the first"
              .formatted(TestStart.OPTION, testFrom, plantZone));
    }
    Table table = TimedTables.joined(files.stream().map(this::read).toList());
    checkColumns(table);
    ForecastTask task =
        ForecastTask.of(target, horizon)
            .withZone(plantZone)
            .withExcluded(new HashSet<>(excluded))
            .withKnownAhead(new HashSet<>(knownAhead))
            .withSeed(seed);
    int row = from.row(table);
    BacktestReport report;
    try (TerminalProgress progress = answers.progress()) {
      report = Backtest.run(table, task, row, progress);
    }
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

  private TimedTables.Named read(Path path) {
    Table table = InputFiles.read(path, form.format(time), answers);
    return new TimedTables.Named(path.toString(), table);
  }

  private void checkColumns(Table table) {
    check("--target", List.of(target), table);
    check("--exclude", excluded, table);
    check("--known-ahead", knownAhead, table);
  }

  private void check(String option, List<String> names, Table table) {
    for (String name : names) {
      if (table.findColumn(name).isEmpty()) {
        throw new InputException(
            option,
            name.equals(time)
                ? "“%s” is the time column".formatted(name)
                : "%s has no column “%s”".formatted(files.getFirst(), name),
            "use one of [%s]".formatted(String.join(", ", table.columnNames())));
      }
    }
  }
}
