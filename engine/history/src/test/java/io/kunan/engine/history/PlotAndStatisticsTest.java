package io.kunan.engine.history;

import static io.kunan.kernel.Quality.BAD;
import static io.kunan.kernel.Quality.GOOD;
import static io.kunan.kernel.Quality.UNCERTAIN_LAST_USABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotAndStatisticsTest {
  private static final TagId LINE = new TagId(1);
  private static final TagId STEP = new TagId(2);

  @TempDir Path folder;
  private History history;

  @BeforeEach
  void open() {
    history = History.open(HistoryOptions.in(folder));
    history.tags().define(List.of(new Tag(STEP, "step", "kA", true, Tag.DEFAULT_CLASS)));
  }

  @AfterEach
  void close() {
    history.close();
  }

  @Test
  void weightsALineByTimeAcrossEdges() {
    write(LINE, -60, 0, GOOD, 60, 12, GOOD, 180, 0, GOOD);
    BucketSeries minutes = minutes(LINE, 0, 240);
    assertThat(weighted(minutes)).as("the last point alone says 0").containsExactly(9, 9, 3, 0);
    assertThat(minutes.count(0)).isZero();
    assertThat(minutes.goodMicros(3)).as("nothing is extrapolated").isZero();
    BucketSeries halves =
        history.statistics(LINE, Buckets.every(Duration.ofSeconds(30), seconds(0, 60)));
    assertThat(weighted(halves)).containsExactly(7.5, 10.5);
  }

  @Test
  void holdsASteppingTagUntilItsNextPoint() {
    write(STEP, -60, 4, GOOD, 90, 8, GOOD, 120, 8, GOOD);
    assertThat(weighted(minutes(STEP, 0, 120))).containsExactly(4, 6);
  }

  @Test
  void countsBadTimeFromTheBadPointToTheNext() {
    write(LINE, 0, 10, GOOD, 20, 0, BAD, 50, 30, GOOD, 60, 30, GOOD);
    BucketSeries minute = minutes(LINE, 0, 60);
    assertThat(minute.badMicros(0)).isEqualTo(30 * Micros.PER_SECOND);
    assertThat(minute.goodMicros(0)).isEqualTo(30 * Micros.PER_SECOND);
    assertThat(minute.value(Statistic.TIME_WEIGHTED, 0))
        .isCloseTo((10 * 20 + 30 * 10) / 30.0, within(1e-12));
    assertThat(minute.value(Statistic.MEAN, 0)).isEqualTo(20);
  }

  @Test
  void interpolatesAtAnInstant() {
    write(LINE, 0, 10, GOOD, 10, 20, GOOD, 20, 0, BAD);
    write(STEP, 0, 1, GOOD, 10, 2, GOOD);
    List<TagId> both = List.of(LINE, STEP);
    assertThat(history.at(both, second(-1))).isEmpty();
    assertThat(history.at(both, second(5))).extracting(Point::value).containsExactly(15.0, 1.0);
    assertThat(history.at(both, second(15))).extracting(Point::value).containsExactly(20.0, 2.0);
    assertThat(history.at(both, second(15)).get(1).quality()).isEqualTo(UNCERTAIN_LAST_USABLE);
    assertThat(history.at(List.of(LINE), second(25)).getFirst().isUsable()).isFalse();
  }

  @Test
  void findsTheLastUsablePointBehindBadOnesHoweverLongAgo() {
    long days = 40L * 86_400;
    write(LINE, 0, 10, GOOD, 60, 0, BAD, 7_200, Double.NaN, GOOD, days, 0, BAD);
    write(STEP, 0, 1, GOOD, 10, 2, UNCERTAIN_LAST_USABLE);
    TagId neverUsable = new TagId(3);
    write(neverUsable, 5, 0, BAD);
    assertThat(history.lastUsable(List.of(STEP, neverUsable, new TagId(4), LINE)))
        .extracting(Point::tag, Point::time, Point::value)
        .containsExactly(tuple(STEP, second(10), 2.0), tuple(LINE, second(0), 10.0));
  }

  @Test
  void drawsExtremesOfEveryPixelAndBreaksAtBadPoints() {
    var batch = PointBatch.builder(10_000);
    for (int s = 0; s < 10_000; s++) {
      double value = s == 4321 ? 999 : s == 7777 ? -999 : Math.sin(s / 300.0);
      batch.add(LINE.value(), second(s), value, s == 5000 ? BAD : GOOD);
    }
    history.append(batch.build());
    PlotSeries raw = history.plot(LINE, seconds(0, 10_000), 500);
    assertThat(raw.isFromRollups()).isFalse();
    assertThat(raw.size()).isLessThanOrEqualTo(4 * 500 + 2);
    assertThat(values(raw)).contains(999.0, -999.0, Double.NaN);
    assertThat(times(raw)).isSorted().contains(second(4321), second(5000));
    PlotSeries rolled = history.plot(LINE, seconds(-100_000, 200_000), 1000);
    assertThat(rolled.isFromRollups()).isTrue();
    assertThat(values(rolled)).contains(999.0, -999.0, Double.NaN);
    assertThat(times(rolled)).isSorted();
  }

  @Test
  void drawsALineThatEntersAndLeavesTheChart() {
    write(LINE, -500, 1, GOOD, 500, 2, GOOD);
    PlotSeries plot = history.plot(LINE, seconds(0, 100), 100);
    assertThat(times(plot)).containsExactly(second(-500), second(500));
  }

  @Test
  void convertsUnitsWhenAsked() {
    write(STEP, 0, 1, GOOD, 30, 3, GOOD);
    BucketSeries amperes = minutes(STEP, 0, 60).in(PlantUnits.conversion("kA", "A"));
    assertThat(amperes.value(Statistic.MEAN, 0)).isEqualTo(2000);
    assertThat(amperes.value(Statistic.SUM, 0)).isEqualTo(4000);
    assertThatThrownBy(() -> PlantUnits.conversion("kA", "V")).isInstanceOf(InputException.class);
    List<Double> scanned = new ArrayList<>();
    UnitConversion.of(history, tag -> PlantUnits.conversion("kA", "A"))
        .scan(
            List.of(STEP),
            TimeRange.ALL,
            batch -> {
              scanned.add(batch.value(0));
              return true;
            });
    assertThat(scanned).containsExactly(1000.0);
  }

  @Test
  void refusesASecondOpening() {
    assertThatThrownBy(() -> History.open(HistoryOptions.in(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
  }

  private BucketSeries minutes(TagId tag, long from, long to) {
    return history.statistics(tag, Buckets.every(Duration.ofMinutes(1), seconds(from, to)));
  }

  private static double[] weighted(BucketSeries series) {
    double[] values = new double[series.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = series.value(Statistic.TIME_WEIGHTED, i);
    }
    return values;
  }

  private static List<Double> values(PlotSeries series) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      values.add(series.value(i));
    }
    return values;
  }

  private static List<Long> times(PlotSeries series) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      times.add(series.time(i));
    }
    return times;
  }

  private void write(TagId tag, Object... points) {
    var batch = PointBatch.builder(points.length / 3);
    for (int i = 0; i < points.length; i += 3) {
      batch.add(
          tag.value(),
          second(((Number) points[i]).longValue()),
          ((Number) points[i + 1]).doubleValue(),
          (Short) points[i + 2]);
    }
    history.append(batch.build());
  }

  private static TimeRange seconds(long from, long to) {
    return new TimeRange(second(from), second(to));
  }

  private static long second(long seconds) {
    return 1_780_272_000_000_000L + seconds * Micros.PER_SECOND;
  }
}
