package io.kunan.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Offset.offset;

import io.kunan.kernel.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Electricity of a steel plant every 15 minutes (UCI 851, CC BY 4.0). The figures the documents
 * quote come from {@code ./kunan learn backtest}; here a short piece guards them.
 */
class RealPlantForecastTest {
  private static final Path FILE =
      Path.of(System.getProperty("kunan.shared", "../shared"))
          .resolve("data/steel-energy-uci/steel_2018_m01_m09.csv.gz");

  /** 2018-01-01T00:15Z. */
  private static final long START = 1_514_765_700L * Micros.PER_SECOND;

  private static final long QUARTER = 15 * Micros.PER_MINUTE;
  private static Table steel;

  @BeforeAll
  static void read() throws IOException {
    boolean there = Files.isRegularFile(FILE);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("the shared data file %s", FILE.toAbsolutePath()).isTrue();
    }
    assumeThat(there).as("the shared data file %s", FILE.toAbsolutePath()).isTrue();
    List<String[]> rows;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      rows = lines.lines().skip(1).map(line -> line.split(",")).toList();
    }
    // The file is complete and even: its times need not be read.
    long[] times = new long[rows.size()];
    Arrays.setAll(times, row -> START + row * QUARTER);
    steel =
        new Table(
            times,
            List.of(
                numbers("Usage_kWh", rows, 1),
                numbers("Lagging", rows, 2),
                new Column.Words("Load_Type", rows.stream().map(row -> row[10]).toList())));
  }

  @Test
  void naiveGuessesErrAsPublishedBesideTheData() {
    double[] usage = ((Column.Numbers) steel.columns().getFirst()).values();
    int from = Backtest.rowAt(steel, 0.8);

    assertThat(from).isEqualTo(20_966);
    assertThat(error(usage, from, 1)).isCloseTo(5.40, offset(0.005));
    assertThat(error(usage, from, 4)).isCloseTo(11.61, offset(0.005));
    assertThat(error(usage, from, 672)).isCloseTo(12.80, offset(0.006));
  }

  @Test
  void anHourAheadAQuarterOfTheNaiveErrorGoesEvenWithElevenWeeksToLearnFrom() {
    Table summer = piece(steel, 12_000, 20_400);
    double[] usage = ((Column.Numbers) summer.columns().getFirst()).values();

    BacktestReport report =
        Backtest.run(summer, ForecastTask.of("Usage_kWh", 4), 7_560, Progress.NONE);

    assertThat(report.baselines().getFirst().mae()).isCloseTo(error(usage, 7_560, 4), offset(1e-4));
    assertThat(report.baselines().get(2).mae()).isCloseTo(error(usage, 7_560, 672), offset(1e-4));
    assertThat(report.skill()).isGreaterThan(0.25);
    assertThat(report.models().getLast().name()).isEqualTo("blend");
    assertThat(report.models().getLast().coverage80()).isBetween(0.74, 0.86);
  }

  private static double error(double[] values, int from, int shift) {
    double sum = 0;
    for (int row = from; row < values.length; row++) {
      sum += Math.abs(values[row] - values[row - shift]);
    }
    return sum / (values.length - from);
  }

  private static Column numbers(String name, List<String[]> rows, int cell) {
    return new Column.Numbers(
        name, rows.stream().mapToDouble(row -> Double.parseDouble(row[cell])).toArray());
  }

  private static Table piece(Table table, int from, int to) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          switch (column) {
            case Column.Numbers numbers ->
                new Column.Numbers(numbers.name(), Arrays.copyOfRange(numbers.values(), from, to));
            case Column.Words words ->
                new Column.Words(words.name(), words.values().subList(from, to));
          });
    }
    return new Table(Arrays.copyOfRange(table.times(), from, to), columns);
  }
}
