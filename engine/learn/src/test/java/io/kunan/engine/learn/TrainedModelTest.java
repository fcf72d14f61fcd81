package io.kunan.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.kunan.engine.learn.Forecast.Contribution;
import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainedModelTest {
  private static final Table PLANT = Tables.plant(900, 1);
  private static final Table PAST = Tables.first(PLANT, 700);
  private static final ForecastTask TASK = ForecastTask.of("load", 3);
  private static TrainedModel model;

  @BeforeAll
  static void train() {
    model = Training.train(PAST, TASK, "a test", Progress.NONE);
  }

  @Test
  void learnsTheSameBytesAgainAndForecastsTheSame() {
    TrainedModel again = Training.train(Tables.plant(700, 1), TASK, "a test", Progress.NONE);

    assertThat(again.toBytes()).isEqualTo(model.toBytes());
    assertThat(again.forecast(PLANT, 800)).isEqualTo(model.forecast(PLANT, 800));
  }

  @Test
  void learnsOtherBytesFromAnotherSeed() {
    TrainedModel other = Training.train(PAST, TASK.withSeed(2), "a test", Progress.NONE);

    assertThat(other.toBytes()).isNotEqualTo(model.toBytes());
  }

  @Test
  void isTheSameAfterSavingAndLoading() {
    TrainedModel loaded = TrainedModel.fromBytes(model.toBytes());

    assertThat(loaded.toBytes()).isEqualTo(model.toBytes());
    assertThat(loaded.task()).isEqualTo(TASK);
    assertThat(loaded.data()).isEqualTo(DataIdentity.of("a test", PAST));
    assertThat(loaded.metrics()).isEqualTo(model.metrics());
    for (int origin : new int[] {699, 750, 896}) {
      assertThat(loaded.forecast(PLANT, origin)).isEqualTo(model.forecast(PLANT, origin));
    }
  }

  @Test
  void refusesBytesThatAreNoModel() {
    assertThatThrownBy(() -> TrainedModel.fromBytes(new byte[] {1, 2, 3}))
        .isInstanceOf(InputException.class);
  }

  @Test
  void contributionsSumToTheForecast() {
    for (int origin = 700; origin < 896; origin++) {
      Forecast forecast = model.forecast(PLANT, origin);
      double sum =
          forecast.base() + forecast.contributions().stream().mapToDouble(Contribution::adds).sum();

      assertThat(sum).isCloseTo(forecast.mid(), offset(1e-3));
    }
  }

  @Test
  void contributionsAreToldAgainstAUsualRow() {
    double[] load = ((Column.Numbers) PLANT.columns().getFirst()).values();

    assertThat(model.forecast(PLANT, 800).base())
        .isBetween(
            Arrays.stream(load).min().orElseThrow(), Arrays.stream(load).max().orElseThrow());
  }

  @Test
  void forecastsRowsItNeverSawBetterThanTheLastValue() {
    double[] load = ((Column.Numbers) PLANT.columns().getFirst()).values();
    double error = 0;
    double naive = 0;
    int inside = 0;
    for (int origin = 700; origin < 896; origin++) {
      Forecast forecast = model.forecast(PLANT, origin);
      error += Math.abs(forecast.mid() - load[origin + 3]);
      naive += Math.abs(load[origin] - load[origin + 3]);
      inside += load[origin + 3] >= forecast.low() && load[origin + 3] <= forecast.high() ? 1 : 0;
      assertThat(forecast.low()).isLessThanOrEqualTo(forecast.mid());
      assertThat(forecast.high()).isGreaterThanOrEqualTo(forecast.mid());
      assertThat(forecast.time()).isEqualTo(PLANT.times()[origin + 3]);
    }
    assertThat(error).isLessThan(0.5 * naive);
    assertThat(inside / 196.0).isBetween(0.65, 0.95);
  }

  @Test
  void asksForNoMoreRowsThanItSays() {
    int origin = 890;
    int rows = Math.min(model.historyRows(), origin);
    Table window = window(PLANT, origin - rows, origin + 1);

    assertThat(model.forecast(window).mid()).isEqualTo(model.forecast(PLANT, origin).mid());
  }

  @Test
  void seesNothingThatComesAfterTheOrigin() {
    for (int origin : new int[] {710, 780, 850}) {
      assertThat(model.forecast(Tables.spoilt(PLANT, origin + 1), origin))
          .isEqualTo(model.forecast(PLANT, origin));
    }
  }

  @Test
  void saysWhenThePresentIsUnlikeAnythingTrainedOn() {
    int warned = 0;
    for (int origin = 700; origin < 896; origin++) {
      warned += model.forecast(PLANT, origin).envelope().inside() ? 0 : 1;
    }
    assertThat(warned).isLessThan(20);

    Forecast strange = model.forecast(Tables.spoilt(PLANT, 790), 800);

    assertThat(strange.envelope().inside()).isFalse();
    assertThat(strange.envelope().score()).isGreaterThan(1);
    assertThat(strange.envelope().farthest()).isNotEmpty();
  }

  @Test
  void noticesInputsThatMoved() {
    List<float[]> usual = new ArrayList<>();
    List<float[]> moved = new ArrayList<>();
    List<Column> shifted = new ArrayList<>();
    for (Column column : PLANT.columns()) {
      shifted.add(
          column instanceof Column.Numbers numbers && column.name().equals("feed")
              ? new Column.Numbers(
                  "feed", java.util.Arrays.stream(numbers.values()).map(v -> v + 4).toArray())
              : column);
    }
    Table other = new Table(PLANT.times(), shifted);
    ForecastWindow window = model.over(PLANT);
    ForecastWindow movedWindow = model.over(other);
    for (int origin = 340; origin < 700; origin++) {
      usual.add(window.inputsAt(origin));
      moved.add(movedWindow.inputsAt(origin));
    }

    assertThat(model.drift().compare(usual))
        .filteredOn(drift -> drift.input().startsWith("feed"))
        .isNotEmpty()
        .allSatisfy(drift -> assertThat(drift.psi()).isLessThan(Drift.WATCH));
    assertThat(model.drift().compare(moved))
        .filteredOn(drift -> drift.input().startsWith("feed"))
        .allSatisfy(
            drift -> {
              assertThat(drift.level()).isEqualTo(Drift.Level.ACT);
              assertThat(drift.ks()).isGreaterThan(drift.ksLimit());
            });
  }

  @Test
  void obeysTheSignOfAMonotoneColumn() {
    TrainedModel rising =
        Training.train(
            Tables.first(PLANT, 400), TASK.withMonotone("feed", 1), "a test", Progress.NONE);
    double[] feed = ((Column.Numbers) PLANT.columns().get(1)).values();
    for (int origin = 700; origin < 730; origin++) {
      double before = Double.NEGATIVE_INFINITY;
      for (double add : new double[] {-6, -2, 0, 1, 3, 8}) {
        double[] values = feed.clone();
        for (int row = origin - 30; row <= origin; row++) {
          values[row] += add;
        }
        List<Column> columns = new ArrayList<>(PLANT.columns());
        columns.set(1, new Column.Numbers("feed", values));
        double mid = rising.forecast(new Table(PLANT.times(), columns), origin).mid();

        assertThat(mid).isGreaterThanOrEqualTo(before - 1e-4);
        before = mid;
      }
    }
  }

  @Test
  void usesAColumnKnownAheadAndOnlyThat() {
    // The target is the plan of its own time: only knowing it ahead tells it.
    double[] plan = new double[400];
    java.util.Random random = new java.util.Random(3);
    for (int row = 0; row < plan.length; row++) {
      plan[row] = random.nextInt(4) * 10;
    }
    double[] output = java.util.Arrays.stream(plan).map(p -> p + random.nextGaussian()).toArray();
    Table table =
        new Table(
            Tables.times(400),
            List.of(new Column.Numbers("output", output), new Column.Numbers("plan", plan)));
    ForecastTask blind = ForecastTask.of("output", 2);

    BacktestReport without = Backtest.run(table, blind, 320, Progress.NONE);
    BacktestReport with =
        Backtest.run(table, blind.withKnownAhead(java.util.Set.of("plan")), 320, Progress.NONE);

    assertThat(without.skill()).isLessThan(0.15);
    assertThat(with.skill()).isGreaterThan(0.8);
  }

  @Test
  void waitsForALaboratoryThatReportsLate() {
    Table table = PLANT;
    ForecastTask late = TASK.withArrivalDelay("load", java.time.Duration.ofHours(30));

    TrainedModel slow = Training.train(Tables.first(table, 400), late, "a test", Progress.NONE);

    List<Column> columns = new ArrayList<>(table.columns());
    double[] load = ((Column.Numbers) columns.getFirst()).values().clone();
    for (int row = 750 - 29; row < load.length; row++) {
      load[row] = 1e5;
    }
    columns.set(0, new Column.Numbers("load", load));
    assertThat(slow.forecast(new Table(table.times(), columns), 750))
        .isEqualTo(slow.forecast(table, 750));
    assertThat(slow.forecast(table, 750).time())
        .isEqualTo(table.times()[750] + 3 * Micros.PER_HOUR);
  }

  private static Table window(Table table, int from, int to) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          switch (column) {
            case Column.Numbers numbers ->
                new Column.Numbers(
                    numbers.name(), java.util.Arrays.copyOfRange(numbers.values(), from, to));
            case Column.Words words ->
                new Column.Words(words.name(), words.values().subList(from, to));
          });
    }
    return new Table(java.util.Arrays.copyOfRange(table.times(), from, to), columns);
  }
}
