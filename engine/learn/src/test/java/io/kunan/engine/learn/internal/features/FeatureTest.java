package io.kunan.engine.learn.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.internal.features.Feature.Kind;
import io.kunan.kernel.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FeatureTest {
  private static final long START = Micros.of(Instant.parse("2024-01-01T00:00:00Z"));
  private static final int ROWS = 900;

  @Property(tries = 40)
  void noFeatureButThoseKnownAheadSeesWhatHadNotArrived(
      @ForAll @IntRange(min = 1, max = 60) int horizon,
      @ForAll @IntRange(min = 0, max = 50) int delayHours,
      @ForAll @IntRange(min = 600, max = ROWS - 1) int origin,
      @ForAll long seed) {
    ForecastTask task =
        ForecastTask.of("y", horizon)
            .withArrivalDelay("z", Duration.ofHours(delayHours))
            .withEvents(Set.of("z"));
    Table table = table(seed);
    Frame frame = frame(table, task);
    List<Signal> signals = Signals.of(table, task, 520);
    Panel panel = Panel.of(table, signals, task, Micros.PER_HOUR);
    List<Feature> features = FeatureCatalogue.of(signals, task, panel, 520);
    Frame spoilt = frame(spoilt(table, origin + 1, origin - delayHours + 1), task);

    for (Feature feature : features) {
      assertThat((Double) feature.at(spoilt, origin))
          .as("%s", feature)
          .isEqualTo((Double) feature.at(frame, origin));
    }
    assertThat(features).hasSizeGreaterThan(80);
  }

  @Test
  void looksAtTheRowsItsNameSays() {
    double[] y = IntStream.range(0, ROWS).mapToDouble(i -> i).toArray();
    Frame frame = frame(new Table(times(ROWS), List.of(new Column.Numbers("y", y))), 5);

    assertThat(at(frame, Kind.LAST, 0, 0)).isEqualTo(800);
    assertThat(at(frame, Kind.VALUE, 3, 0)).isEqualTo(797);
    assertThat(at(frame, Kind.CHANGE, 4, 0)).isEqualTo(4);
    assertThat(at(frame, Kind.MEAN, 3, 0)).isEqualTo(799);
    assertThat(at(frame, Kind.LOWEST, 8, 0)).isEqualTo(793);
    assertThat(at(frame, Kind.HIGHEST, 8, 0)).isEqualTo(800);
    assertThat(at(frame, Kind.DEVIATION, 3, 0)).isEqualTo(Math.sqrt(2.0 / 3));
    // the target is row 805
    assertThat(at(frame, Kind.DAYS_BEFORE, 1, 0)).isEqualTo(805 - 24);
    assertThat(at(frame, Kind.DAYS_BEFORE, 2, -1)).isEqualTo(805 - 48 - 1);
    assertThat(at(frame, Kind.WEEKS_BEFORE, 1, 2)).isEqualTo(805 - 168 + 2);
    assertThat(at(frame, Kind.MEDIAN_OF_DAYS, 7, 0)).isEqualTo(805 - 4 * 24);
    assertThat(at(frame, Kind.MEAN_OF_WEEKS, 4, 0)).isEqualTo(805 - 2.5 * 168);
    assertThat(at(frame, Kind.AROUND_DAYS_BEFORE, 1, 4)).isEqualTo(805 - 24);
    assertThat(at(frame, Kind.AGAINST_DAYS_BEFORE, 4, 7)).isEqualTo(168);
    assertThat(new Feature(Kind.RUN, 0, 0, 0, 790).at(frame, 800)).isEqualTo(10);
    assertThat(new Feature(Kind.RUN, 0, 0, 0, 800).at(frame, 800)).isEqualTo(-801);
    assertThat(new Feature(Kind.SHARE_ABOVE, 0, 4, 0, 798).at(frame, 800)).isEqualTo(0.5);
    assertThat(at(frame, Kind.MINUTE_OF_DAY, 0, 0)).isEqualTo(805 % 24 * 60);
    assertThat(at(frame, Kind.DAY_OF_WEEK, 0, 0)).isEqualTo(805 / 24 % 7 + 1);
    assertThat(at(frame, Kind.HOUR_OF_WEEK, 0, 0)).isEqualTo(805 % 168);
  }

  @Test
  void takesTheLatestDayThatHasArrivedWhenTheHorizonIsLongerThanOne() {
    double[] y = IntStream.range(0, ROWS).mapToDouble(i -> i).toArray();
    Frame frame = frame(new Table(times(ROWS), List.of(new Column.Numbers("y", y))), 30);

    assertThat(at(frame, Kind.DAYS_BEFORE, 1, 0)).isEqualTo(830 - 48);
    assertThat(at(frame, Kind.WEEKS_BEFORE, 1, 0)).isEqualTo(830 - 168);
  }

  @Test
  void countsTheSameClockTimeAcrossTheChangeToSummerTime() {
    // Berlin lost the hour from 2 to 3 on 2024-03-31; the table is hourly in UTC.
    long start = Micros.of(Instant.parse("2024-03-25T00:00:00Z"));
    int rows = 10 * 24;
    long[] times = IntStream.range(0, rows).mapToLong(i -> start + i * Micros.PER_HOUR).toArray();
    double[] y = IntStream.range(0, rows).mapToDouble(i -> i).toArray();
    Table table = new Table(times, List.of(new Column.Numbers("y", y)));
    Frame frame =
        Frame.of(
            table,
            List.of(new Signal("y", "", 0, false)),
            ZoneId.of("Europe/Berlin"),
            Micros.PER_HOUR,
            1);
    // target 2024-03-31 10:00 UTC is 12:00 in Berlin; 12:00 the day before was 11:00 UTC
    int target = 6 * 24 + 10;

    assertThat(Feature.of(Kind.DAYS_BEFORE, 0, 1, 0).at(frame, target - 1)).isEqualTo(5 * 24 + 11);
    assertThat(Feature.of(Kind.MINUTE_OF_DAY, 0, 0, 0).at(frame, target - 1)).isEqualTo(12 * 60);
  }

  @Test
  void findsYesterdayByTimeWhereRowsAreMissing() {
    long[] all = times(200);
    int[] kept = IntStream.range(0, 200).filter(i -> i < 150 || i >= 160).toArray();
    long[] times = IntStream.of(kept).mapToLong(i -> all[i]).toArray();
    double[] y = IntStream.of(kept).mapToDouble(i -> i).toArray();
    Frame frame = frame(new Table(times, List.of(new Column.Numbers("y", y))), 1);

    // row 160 of the table is hour 170, its target hour 171
    assertThat(Feature.of(Kind.DAYS_BEFORE, 0, 1, 0).at(frame, 160)).isEqualTo(147);
    // yesterday of hour 180 is hour 156, which is missing
    assertThat(Feature.of(Kind.DAYS_BEFORE, 0, 1, 0).at(frame, 169)).isNaN();
  }

  private static double at(Frame frame, Kind kind, int a, int b) {
    return Feature.of(kind, 0, a, b).at(frame, 800);
  }

  private static Frame frame(Table table, int horizon) {
    return Frame.of(
        table, List.of(new Signal("y", "", 0, false)), ZoneOffset.UTC, Micros.PER_HOUR, horizon);
  }

  private static Frame frame(Table table, ForecastTask task) {
    return Frame.of(
        table, Signals.of(table, task, 520), ZoneOffset.UTC, Micros.PER_HOUR, task.horizon());
  }

  private static Table table(long seed) {
    Random random = new Random(seed);
    double[] y = random.doubles(ROWS).toArray();
    double[] z = random.doubles(ROWS).map(v -> v < 0.8 ? 0 : v).toArray();
    List<String> words = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      words.add(random.nextBoolean() ? "on" : "off");
    }
    return new Table(
        times(ROWS),
        List.of(
            new Column.Numbers("y", y), new Column.Numbers("z", z), new Column.Words("w", words)));
  }

  private static Table spoilt(Table table, int from, int lateFrom) {
    List<String> words = new ArrayList<>(((Column.Words) table.columns().get(2)).values());
    words.subList(from, ROWS).replaceAll(word -> "");
    return new Table(
        table.times(),
        List.of(
            new Column.Numbers("y", spoilt(table.columns().get(0), from)),
            new Column.Numbers("z", spoilt(table.columns().get(1), lateFrom)),
            new Column.Words("w", words)));
  }

  private static double[] spoilt(Column column, int from) {
    double[] values = ((Column.Numbers) column).values().clone();
    Arrays.fill(values, from, values.length, 1e9);
    return values;
  }

  private static long[] times(int rows) {
    return IntStream.range(0, rows).mapToLong(i -> START + i * Micros.PER_HOUR).toArray();
  }
}
