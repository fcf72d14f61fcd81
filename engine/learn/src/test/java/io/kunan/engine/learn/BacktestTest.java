package io.kunan.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final int ROWS = 1_400;
  private final Table plant = Tables.plant(ROWS, 1);
  private final ForecastTask task = ForecastTask.of("load", 3);

  @Test
  void beatsEveryNaiveGuessWhereThereIsALawAndItsBandHolds() {
    BacktestReport report = Backtest.run(plant, task, 1_000, Progress.NONE);

    assertThat(report.testRows()).isEqualTo(400);
    assertThat(report.trainRows()).isEqualTo(1_000);
    assertThat(report.skill()).isGreaterThan(0.3);
    assertThat(report.baselines())
        .extracting(BaselineScore::name)
        .containsExactly("last value", "same time yesterday", "same time last week", "median");
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
    assertThat(report.skill()).isEqualTo(1 - mae(report) / best);
  }

  @Test
  void baselinesAreWhatTheyAreCalled() {
    BacktestReport report = Backtest.run(plant, task, 1_000, Progress.NONE);
    double[] load = ((Column.Numbers) plant.columns().getFirst()).values();

    int[] shifts = {3, 24, 168};
    for (int i = 0; i < shifts.length; i++) {
      double sum = 0;
      for (int row = 1_000; row < ROWS; row++) {
        sum += Math.abs(load[row] - load[row - shifts[i]]);
      }
      assertThat(report.baselines().get(i).mae())
          .isCloseTo(sum / 400, org.assertj.core.data.Offset.offset(1e-5));
    }
  }

  @Test
  void choosesTheSameHoweverTheTestRowsLook() {
    BacktestReport report = Backtest.run(plant, task, 1_000, Progress.NONE);
    BacktestReport spoilt = Backtest.run(Tables.spoilt(plant, 1_000), task, 1_000, Progress.NONE);

    assertThat(spoilt.chosen()).isEqualTo(report.chosen());
    assertThat(spoilt.models())
        .extracting(BacktestReport.ModelScore::validationMae)
        .isEqualTo(report.models().stream().map(BacktestReport.ModelScore::validationMae).toList());
    assertThat(spoilt.path().mid()[0]).isEqualTo(report.path().mid()[0]);
  }

  @Test
  void bearsMissingCellsAndSaysSoByFewerScoredRows() {
    Table holed = Tables.holed(plant, 0.2, 5);

    BacktestReport report = Backtest.run(holed, task, 1_000, Progress.NONE);

    assertThat(report.testRows()).isBetween(280, 360);
    assertThat(report.skill()).isGreaterThan(0.1);
  }

  @Test
  void bearsATargetThatNeverChanges() {
    BacktestReport report =
        Backtest.run(Tables.first(plant, 500), ForecastTask.of("constant", 1), 400, Progress.NONE);

    assertThat(mae(report)).isLessThan(1e-6);
  }

  @Test
  void knowsNoMoreThanAnHourlyTableOfAFewDaysTells() {
    BacktestReport report = Backtest.run(Tables.first(plant, 160), task, 130, Progress.NONE);

    assertThat(report.testRows()).isEqualTo(30);
    assertThat(report.baselines())
        .extracting(BaselineScore::name)
        .doesNotContain("same time last week");
  }

  @Test
  void refusesWhatItCannotLearnFrom() {
    assertThatThrownBy(() -> Backtest.run(Tables.first(plant, 60), task, 50, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("give at least");
    assertThatThrownBy(() -> Backtest.run(plant, ForecastTask.of("shift", 1), 1_000, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("words");
    assertThatThrownBy(
            () -> Backtest.run(plant, ForecastTask.of("nothing", 1), 1_000, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("feed");
    assertThatThrownBy(() -> Backtest.run(plant, task, ROWS, Progress.NONE))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(
            () -> Backtest.run(new Table(new long[0], plant.columns()), task, 900, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("time");
  }

  @Test
  void stopsWhenTold() {
    assertThatThrownBy(() -> Backtest.run(plant, task, 1_000, (done, total, what) -> done < 2))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void tellsHowFarItIs() {
    List<Long> steps = new ArrayList<>();
    Backtest.run(
        Tables.first(plant, 300),
        task,
        250,
        (done, total, what) -> {
          assertThat(done).isLessThanOrEqualTo(total);
          return steps.add(done);
        });

    assertThat(steps).isSorted().hasSizeGreaterThan(10);
  }

  @Test
  void beginsTheTestAtAFractionOrATime() {
    assertThat(Backtest.rowAt(plant, 0.8)).isEqualTo(1_120);
    assertThat(Backtest.rowAt(plant, Instant.parse("2024-01-02T00:00:00Z"))).isEqualTo(24);
    assertThatThrownBy(() -> Backtest.rowAt(plant, 1.2)).isInstanceOf(InputException.class);
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
