package io.kunan.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.learn.BacktestReport.BaselineScore;
import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PooledForecastTest {
  private static final int POTS = 30;
  private static final int DAYS = 12;
  private static final Table LINE = line(POTS, DAYS, 3);
  private static final ForecastTask TASK = ForecastTask.of("celsius", 1).withGroup("pot");
  private static BacktestReport report;
  private static TrainedModel model;

  /**
   * Pots measured once a day with 2 °C of noise: each has its own level, all follow the line, and
   * the feed of a day is felt the next.
   */
  private static Table line(int pots, int days, long seed) {
    Random random = new Random(seed);
    double[] level = random.doubles(pots).map(u -> 955 + 6 * (u - 0.5)).toArray();
    double[] felt = new double[pots];
    long[] times = new long[pots * days];
    double[] celsius = new double[times.length];
    double[] feed = new double[times.length];
    List<String> names = new ArrayList<>();
    for (int row = 0; row < times.length; row++) {
      int pot = row % pots;
      times[row] = Tables.START + (row / pots) * Micros.PER_DAY;
      double line = Math.sin(row / pots / 3.0);
      celsius[row] = level[pot] + line - 3 * felt[pot] + 2 * random.nextGaussian();
      feed[row] = random.nextGaussian();
      felt[pot] = feed[row];
      names.add("pot " + pot);
    }
    return new Table(
        times,
        List.of(
            new Column.Words("pot", names),
            new Column.Numbers("celsius", celsius),
            new Column.Numbers("feed", feed)));
  }

  @BeforeAll
  static void run() {
    report = Backtest.run(LINE, TASK, Backtest.rowAt(LINE, 0.7), Progress.NONE);
    model = Training.train(LINE, TASK, "twelve days", Progress.NONE);
  }

  @Test
  void aPoolBeatsTheMeanOfEachPotWhereOnePotAloneHasTooFewSamples() {
    assertThat(report.testRows()).isEqualTo(4 * POTS);
    assertThat(report.skill()).isGreaterThan(0.05);
    assertThat(report.groups()).hasSize(POTS);
    double last = mae("last value");
    assertThat(mae("mean of recent values")).as("noise averaged out").isLessThan(0.95 * last);
    Table alone = first(LINE, 1);
    assertThatThrownBy(() -> Backtest.run(alone, ForecastTask.of("celsius", 1), 8, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("give at least");
  }

  @Test
  void theLastValueOfAPotIsItsOwn() {
    double[] celsius = ((Column.Numbers) LINE.columns().get(1)).values();
    double sum = 0;
    for (int row = 8 * POTS; row < celsius.length; row++) {
      sum += Math.abs(celsius[row] - celsius[row - POTS]);
    }
    assertThat(mae("last value"))
        .isCloseTo(sum / (4 * POTS), org.assertj.core.data.Offset.offset(1e-4));
  }

  @Test
  void allPotsAreTestedOnTheSameLaterDays() {
    long[] times = report.path().times();
    assertThat(times).isSorted();
    assertThat(times[0]).isEqualTo(Tables.START + 8 * Micros.PER_DAY);
    assertThat(Arrays.stream(report.path().groups()).distinct().count()).isEqualTo(POTS);
  }

  @Test
  void choosesTheSameHoweverTheTestRowsLook() {
    Table spoilt = spoilt(LINE, row -> row >= 8 * POTS);
    BacktestReport other = Backtest.run(spoilt, TASK, 8 * POTS, Progress.NONE);
    assertThat(other.models())
        .extracting(BacktestReport.ModelScore::validationMae)
        .isEqualTo(report.models().stream().map(BacktestReport.ModelScore::validationMae).toList());
  }

  @Test
  void aPotIsForecastFromItsOwnPastAndTheLineNotFromItsNeighbour() {
    int origin = LINE.rows() - POTS + 7;
    Table swapped = swapped(LINE, 3, 4);
    float[] before = model.over(LINE).inputsAt(origin);
    assertThat(model.over(swapped).inputsAt(origin)).containsExactly(before);
    assertThat(model.inputs()).anySatisfy(name -> assertThat(name).contains("against all"));
    List<Forecast> all =
        model.over(LINE).forecasts(IntStream.range(LINE.rows() - POTS, LINE.rows()).toArray());
    assertThat(all).hasSize(POTS);
    assertThat(all.get(7)).isEqualTo(model.forecast(LINE, origin));
    assertThat(all.stream().mapToDouble(Forecast::mid).distinct().count()).isGreaterThan(POTS / 2);
  }

  @Test
  void theSameRowsGiveTheSameBytesAndReadBackForecastTheSame() {
    byte[] bytes = model.toBytes();
    assertThat(Training.train(LINE, TASK, "twelve days", Progress.NONE).toBytes()).isEqualTo(bytes);
    TrainedModel read = TrainedModel.fromBytes(bytes);
    assertThat(read.task()).isEqualTo(TASK);
    assertThat(read.forecast(LINE)).isEqualTo(model.forecast(LINE));
  }

  @Test
  void aPotThatIsSilentForSomeDaysOrCameLaterIsBorne() {
    int[] kept =
        IntStream.range(0, LINE.rows())
            .filter(row -> row % POTS != 5 || row / POTS > 6)
            .filter(row -> row % POTS != 9 || row / POTS < 4)
            .toArray();
    BacktestReport holed = Backtest.run(rows(LINE, kept), TASK, 8 * POTS - 11, Progress.NONE);
    assertThat(holed.testRows()).isEqualTo(4 * POTS - 4);
  }

  @Test
  void refusesRowsWithoutAGroupOrTwiceTheSame() {
    assertThatThrownBy(() -> run(TASK.withGroup("furnace")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("pot, celsius, feed");
    assertThatThrownBy(() -> run(TASK.withGroup("feed"))).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> TASK.withGroup("celsius")).isInstanceOf(InputException.class);
    int[] twice = IntStream.range(0, LINE.rows()).map(row -> row == 31 ? 30 : row).toArray();
    assertThatThrownBy(() -> Backtest.run(rows(LINE, twice), TASK, 300, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("row 32")
        .hasMessageContaining("pot 0 has two rows of one time");
  }

  private static BacktestReport run(ForecastTask task) {
    return Backtest.run(LINE, task, 300, Progress.NONE);
  }

  private static double mae(String baseline) {
    return report.baselines().stream()
        .filter(naive -> naive.name().equals(baseline))
        .mapToDouble(BaselineScore::mae)
        .findFirst()
        .orElseThrow();
  }

  /** The rows of the first pots. */
  private static Table first(Table table, int pots) {
    return rows(table, IntStream.range(0, table.rows()).filter(r -> r % POTS < pots).toArray());
  }

  private static Table rows(Table table, int[] rows) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          switch (column) {
            case Column.Numbers n ->
                new Column.Numbers(
                    n.name(), IntStream.of(rows).mapToDouble(r -> n.values()[r]).toArray());
            case Column.Words w ->
                new Column.Words(w.name(), IntStream.of(rows).mapToObj(w.values()::get).toList());
          });
    }
    return new Table(IntStream.of(rows).mapToLong(r -> table.times()[r]).toArray(), columns);
  }

  private static Table spoilt(Table table, java.util.function.IntPredicate rows) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          column instanceof Column.Numbers numbers
              ? new Column.Numbers(
                  numbers.name(),
                  IntStream.range(0, table.rows())
                      .mapToDouble(r -> rows.test(r) ? -1e6 + r : numbers.values()[r])
                      .toArray())
              : column);
    }
    return new Table(table.times(), columns);
  }

  /** The same line with the pasts of two pots exchanged: what the line did is as it was. */
  private static Table swapped(Table table, int one, int other) {
    int[] rows =
        IntStream.range(0, table.rows())
            .map(
                row ->
                    row % POTS == one
                        ? row - one + other
                        : row % POTS == other ? row - other + one : row)
            .toArray();
    Table moved = rows(table, rows);
    return new Table(
        table.times(),
        List.of(table.columns().getFirst(), moved.columns().get(1), moved.columns().get(2)));
  }
}
