package io.kunan.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.kunan.engine.learn.BacktestReport.BaselineScore;
import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final int ROWS = 900;
  private static final Table PLANT = Tables.plant(ROWS, 1);
  private static final ForecastTask TASK = ForecastTask.of("load", 3);
  private static BacktestReport report;

  @BeforeAll
  static void run() {
    report = Backtest.run(PLANT, TASK, 700, Progress.NONE);
  }

  @Test
  void beatsEveryNaiveGuessWhereThereIsALawAndItsBandHolds() {

    assertThat(report.testRows()).isEqualTo(200);
    assertThat(report.trainRows()).isEqualTo(700);
    assertThat(report.skill()).isGreaterThan(0.3);
    assertThat(report.baselines())
        .extracting(BaselineScore::name)
        .containsExactly(
            "last value",
            "same time yesterday",
            "same time last week",
            "mean of recent values",
            "median");
    assertThat(report.models())
        .anySatisfy(
            model -> {
              assertThat(model.name()).isEqualTo(report.chosen());
              assertThat(model.coverage80()).isBetween(0.7, 0.9);
            });
    double best =
        report.baselines().stream()
            .min(Comparator.comparing(BaselineScore::mae))
            .orElseThrow()
            .mae();
    assertThat(report.skill()).isCloseTo(1 - mae(report) / best, offset(1e-9));
  }

  @Test
  void baselinesAreWhatTheyAreCalled() {
    double[] load = ((Column.Numbers) PLANT.columns().getFirst()).values();

    int[] shifts = {3, 24, 168};
    for (int i = 0; i < shifts.length; i++) {
      double sum = 0;
      for (int row = 700; row < ROWS; row++) {
        sum += Math.abs(load[row] - load[row - shifts[i]]);
      }
      assertThat(report.baselines().get(i).mae()).isCloseTo(sum / 200, offset(1e-5));
    }
  }

  @Test
  void choosesTheSameHoweverTheTestRowsLook() {
    BacktestReport spoilt = Backtest.run(Tables.spoilt(PLANT, 700), TASK, 700, Progress.NONE);

    assertThat(spoilt.chosen()).isEqualTo(report.chosen());
    assertThat(spoilt.models())
        .extracting(BacktestReport.ModelScore::validationMae)
        .isEqualTo(report.models().stream().map(BacktestReport.ModelScore::validationMae).toList());
    assertThat(spoilt.path().mid()[0]).isEqualTo(report.path().mid()[0]);
  }

  @Test
  void bearsMissingCellsAndSaysSoByFewerScoredRows() {
    Table holed = Tables.holed(PLANT, 0.2, 5);

    BacktestReport bored = Backtest.run(holed, TASK, 700, Progress.NONE);

    assertThat(bored.testRows()).isBetween(140, 180);
    assertThat(bored.skill()).isGreaterThan(0.1);
  }

  @Test
  void bearsATargetThatNeverChanges() {
    BacktestReport few =
        Backtest.run(Tables.first(PLANT, 500), ForecastTask.of("constant", 1), 400, Progress.NONE);

    assertThat(mae(few)).isLessThan(1e-6);
  }

  @Test
  void knowsNoMoreThanAnHourlyTableOfAFewDaysTells() {
    BacktestReport few = Backtest.run(Tables.first(PLANT, 160), TASK, 130, Progress.NONE);

    assertThat(few.testRows()).isEqualTo(30);
    assertThat(few.baselines())
        .extracting(BaselineScore::name)
        .doesNotContain("same time last week");
  }

  @Test
  void refusesWhatItCannotLearnFrom() {
    assertThatThrownBy(() -> Backtest.run(Tables.first(PLANT, 60), TASK, 50, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("give at least");
    assertThatThrownBy(() -> Backtest.run(PLANT, ForecastTask.of("shift", 1), 700, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("words");
    assertThatThrownBy(() -> Backtest.run(PLANT, ForecastTask.of("nothing", 1), 700, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("feed");
    assertThatThrownBy(() -> Backtest.run(PLANT, TASK, ROWS, Progress.NONE))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(
            () -> Backtest.run(new Table(new long[0], PLANT.columns()), TASK, 700, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("time");
  }

  @Test
  void stopsWhenTold() {
    assertThatThrownBy(() -> Backtest.run(PLANT, TASK, 700, (done, total, what) -> done < 2))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void tellsHowFarItIs() {
    List<Long> steps = new ArrayList<>();
    Backtest.run(
        Tables.first(PLANT, 300),
        TASK,
        250,
        (done, total, what) -> {
          assertThat(done).isLessThanOrEqualTo(total);
          return steps.add(done);
        });

    assertThat(steps).isSorted().hasSizeGreaterThan(10);
  }

  @Test
  void beginsTheTestAtAFractionOrATime() {
    assertThat(Backtest.rowAt(PLANT, 0.8)).isEqualTo(720);
    assertThat(Backtest.rowAt(PLANT, Instant.parse("2024-01-02T00:00:00Z"))).isEqualTo(24);
    assertThatThrownBy(() -> Backtest.rowAt(PLANT, 1.2)).isInstanceOf(InputException.class);
  }

  private static double mae(BacktestReport report) {
    double[] mid = report.path().mid();
    double[] actual = report.path().actual();
    return java.util.stream.IntStream.range(0, mid.length)
        .mapToDouble(i -> Math.abs(mid[i] - actual[i]))
        .average()
        .orElseThrow();
  }
}
