package io.kunan.engine.history.kit;

import static io.kunan.kernel.Quality.BAD;
import static io.kunan.kernel.Quality.BAD_SENSOR_FAILURE;
import static io.kunan.kernel.Quality.GOOD;
import static io.kunan.kernel.Quality.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.Correction;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.Remark;
import io.kunan.engine.history.Retention;
import io.kunan.engine.history.Statistic;
import io.kunan.engine.history.Tag;
import io.kunan.engine.history.store.HistoryStore;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a store must do to stand behind the historian. A store's module extends this class and says
 * how the store is opened; each case runs on points just written, after sealing, after merging and
 * after a restart, wherever the store keeps those apart.
 */
public abstract class HistoryStoreKit {
  private static final TagId TAG = new TagId(7);
  private static final TagId OTHER = new TagId(11);
  private static final long START = Micros.of(Instant.parse("2026-03-01T00:00:00Z"));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;
  private HistoryStore store;

  /** Opens the store that keeps its data in, or under the name of, this folder. */
  protected abstract HistoryStore open(Path folder);

  /** What has happened to the points when they are read. */
  enum Stage {
    JUST_WRITTEN,
    SEALED,
    MERGED,
    RESTARTED
  }

  @BeforeEach
  void openStore() {
    store = open(folder);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesBackWhatWasWritten(Stage stage) {
    write(TAG, 0, 1.5, GOOD, 1, 2.5, UNCERTAIN, 2, -0.0, GOOD);
    reach(stage);
    assertThat(read(TAG)).containsExactly("0 1.5 0", "1 2.5 16384", "2 -0.0 0");
  }

  @ParameterizedTest
  @EnumSource
  void takesLateAndDisorderlyPointsInTheirPlace(Stage stage) {
    write(TAG, 10, 1, GOOD, 30, 3, GOOD);
    reach(stage);
    write(TAG, 20, 2, GOOD, 5, 0.5, GOOD);
    reach(stage);
    assertThat(read(TAG)).containsExactly("5 0.5 0", "10 1.0 0", "20 2.0 0", "30 3.0 0");
  }

  @ParameterizedTest
  @EnumSource
  void keepsARepeatedPointOnce(Stage stage) {
    write(TAG, 10, 1, GOOD, 10, 1, GOOD);
    reach(stage);
    write(TAG, 10, 1, GOOD);
    reach(stage);
    assertThat(read(TAG)).containsExactly("10 1.0 0");
    assertThat(corrections(TAG)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void letsTheLastWriteWinAndKeepsWhatItReplaced(Stage stage) {
    write(TAG, 10, 1, GOOD, 20, 2, GOOD);
    reach(stage);
    store.correct(batch(TAG, 10, 8.0, GOOD), new Remark("lab", "sample was swapped"));
    reach(stage);
    write(TAG, 10, 9, BAD);
    reach(stage);
    assertThat(read(TAG)).containsExactly("10 9.0 -32768", "20 2.0 0");
    assertThat(corrections(TAG))
        .extracting(
            Correction::oldValue, Correction::newValue, Correction::who, Correction::newQuality)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1.0, 8.0, "lab", GOOD),
            org.assertj.core.groups.Tuple.tuple(8.0, 9.0, "", BAD));
  }

  @ParameterizedTest
  @EnumSource
  void letsTheLastOfOneBatchWin(Stage stage) {
    write(TAG, 10, 1, GOOD, 10, 2, GOOD, 5, 7, GOOD, 10, 3, GOOD);
    reach(stage);
    assertThat(read(TAG)).containsExactly("5 7.0 0", "10 3.0 0");
    assertThat(store.last(List.of(TAG))).extracting(Point::value).containsExactly(3.0);
  }

  @ParameterizedTest
  @EnumSource
  void keepsNotANumberInfinityAndBadQualityAsData(Stage stage) {
    write(
        TAG,
        1,
        Double.NaN,
        BAD_SENSOR_FAILURE,
        2,
        Double.POSITIVE_INFINITY,
        GOOD,
        3,
        4,
        BAD,
        4,
        6,
        GOOD);
    reach(stage);
    assertThat(read(TAG))
        .containsExactly("1 NaN -32628", "2 Infinity 0", "3 4.0 -32768", "4 6.0 0");
    BucketSeries minute = minute(TAG);
    assertThat(minute.count(0)).isEqualTo(1);
    assertThat(minute.badCount(0)).isEqualTo(3);
    assertThat(minute.value(Statistic.MEAN, 0)).isEqualTo(6);
    assertThat(minute.badMicros(0)).isEqualTo(3 * Micros.PER_SECOND);
  }

  @ParameterizedTest
  @EnumSource
  void holdsDigitalStates(Stage stage) {
    store.catalogue().define(List.of(new Tag(TAG, "feeder open", "", true, "states")));
    write(TAG, 0, 0, GOOD, 15, 1, GOOD, 45, 0, GOOD, 60, 1, GOOD);
    reach(stage);
    BucketSeries minute = minute(TAG);
    assertThat(minute.value(Statistic.TIME_WEIGHTED, 0)).isEqualTo(0.5);
    assertThat(minute.value(Statistic.MEAN, 0)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(History.over(store).at(List.of(TAG), second(44)).getFirst().value()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void includesTheStartAndExcludesTheEnd(Stage stage) {
    write(TAG, 10, 1, GOOD, 20, 2, GOOD, 30, 3, GOOD);
    reach(stage);
    assertThat(read(TAG, new TimeRange(second(10), second(30))))
        .containsExactly("10 1.0 0", "20 2.0 0");
    assertThat(read(TAG, new TimeRange(second(10) + 1, second(30) + 1)))
        .containsExactly("20 2.0 0", "30 3.0 0");
  }

  @ParameterizedTest
  @EnumSource
  void givesNothingForAnEmptyRangeAnUnknownTagOrAGap(Stage stage) {
    write(TAG, 10, 1, GOOD, 20, 2, GOOD);
    reach(stage);
    assertThat(read(TAG, new TimeRange(second(10), second(10)))).isEmpty();
    assertThat(read(OTHER)).isEmpty();
    assertThat(read(TAG, new TimeRange(second(11), second(20)))).isEmpty();
    assertThat(store.last(List.of(OTHER))).isEmpty();
    assertThat(store.span(OTHER)).isEmpty();
    assertThat(store.rollups(OTHER, TimeRange.ALL).size()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void ordersByTagThenTime(Stage stage) {
    write(OTHER, 5, 1, GOOD, 1, 2, GOOD);
    write(TAG, 9, 3, GOOD, 3, 4, GOOD);
    reach(stage);
    List<String> seen = new ArrayList<>();
    store.scan(
        List.of(OTHER, TAG, OTHER),
        TimeRange.ALL,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            seen.add(batch.tag(i) + "@" + (batch.time(i) - START) / Micros.PER_SECOND);
          }
          return true;
        });
    assertThat(seen).containsExactly("7@3", "7@9", "11@1", "11@5");
  }

  @ParameterizedTest
  @EnumSource
  void knowsDaysOfTwentyThreeAndTwentyFiveHours(Stage stage) {
    int points = 0;
    for (String date : List.of("2026-03-29", "2026-10-25")) {
      LocalDate day = LocalDate.parse(date);
      long from = Micros.of(day.atStartOfDay(BERLIN).toInstant());
      long to = Micros.of(day.plusDays(1).atStartOfDay(BERLIN).toInstant());
      var batch = PointBatch.builder(2000);
      for (long time = from - Micros.PER_HOUR; time < to + Micros.PER_HOUR; ) {
        batch.add(TAG.value(), time, 1, GOOD);
        time += Micros.PER_MINUTE;
      }
      store.append(batch.build());
      points += (int) ((to - from) / Micros.PER_MINUTE);
    }
    reach(stage);
    assertThat(dayCount("2026-03-29")).isEqualTo(23 * 60);
    assertThat(dayCount("2026-10-25")).isEqualTo(25 * 60);
    assertThat(points).isEqualTo(48 * 60);
  }

  @ParameterizedTest
  @EnumSource
  void rollsUpMinutesAsThePointsSay(Stage stage) {
    var batch = PointBatch.builder(4000);
    for (int s = 0; s < 1800; s++) {
      batch.add(TAG.value(), second(s), Math.sin(s / 90.0), GOOD);
    }
    store.append(batch.build());
    reach(stage);
    var late = PointBatch.builder(4000);
    for (int s = 0; s < 1800; s += 7) {
      late.add(TAG.value(), second(s) + 500_000, 2 * Math.cos(s / 50.0), GOOD);
    }
    store.append(late.build());
    reach(stage);
    Buckets minutes = Buckets.every(Duration.ofMinutes(1), new TimeRange(START, second(1800)));
    Buckets offset = Buckets.every(Duration.ofSeconds(30), new TimeRange(START, second(1800)));
    History history = History.over(store);
    BucketSeries rolled = history.statistics(TAG, minutes);
    BucketSeries halves = history.statistics(TAG, offset);
    for (int i = 0; i < rolled.size(); i++) {
      int a = 2 * i;
      int count = halves.count(a) + halves.count(a + 1);
      double sum = halves.value(Statistic.SUM, a) + halves.value(Statistic.SUM, a + 1);
      double weighted =
          (halves.value(Statistic.TIME_WEIGHTED, a) * halves.goodMicros(a)
                  + halves.value(Statistic.TIME_WEIGHTED, a + 1) * halves.goodMicros(a + 1))
              / (halves.goodMicros(a) + halves.goodMicros(a + 1));
      assertThat(rolled.count(i)).isEqualTo(count);
      assertThat(rolled.value(Statistic.SUM, i)).isCloseTo(sum, within(1e-9));
      assertThat(rolled.value(Statistic.TIME_WEIGHTED, i)).isCloseTo(weighted, within(1e-9));
      assertThat(rolled.value(Statistic.MAX, i))
          .isEqualTo(Math.max(halves.value(Statistic.MAX, a), halves.value(Statistic.MAX, a + 1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheNeighboursOfAnInstant(Stage stage) {
    write(TAG, 10, 1, GOOD, 20, 2, GOOD);
    reach(stage);
    write(TAG, 15, 1.5, GOOD, 40, 4, GOOD);
    reach(stage);
    assertThat(store.findAtOrBefore(TAG, second(9))).isEmpty();
    assertThat(store.findAtOrBefore(TAG, second(19)).orElseThrow().value()).isEqualTo(1.5);
    assertThat(store.findAtOrBefore(TAG, second(20)).orElseThrow().value()).isEqualTo(2);
    assertThat(store.findAtOrAfter(TAG, second(20)).orElseThrow().value()).isEqualTo(2);
    assertThat(store.findAtOrAfter(TAG, second(21)).orElseThrow().value()).isEqualTo(4);
    assertThat(store.findAtOrAfter(TAG, second(41))).isEmpty();
    assertThat(store.span(TAG)).contains(new TimeRange(second(10), second(40) + 1));
  }

  @ParameterizedTest
  @EnumSource
  void answersManyTagsAtOnceInTheOrderAsked(Stage stage) {
    write(TAG, 10, 1, GOOD, 70, 2, GOOD);
    write(OTHER, 12, Double.NaN, GOOD);
    reach(stage);
    write(OTHER, 65, 8, UNCERTAIN);
    TagId unknown = new TagId(99);
    List<TagId> asked = List.of(OTHER, unknown, TAG);
    assertThat(store.findAtOrAfter(asked, second(60)))
        .containsExactly(
            new Point(OTHER, second(65), 8, UNCERTAIN), new Point(TAG, second(70), 2, GOOD));
    assertThat(store.findAtOrBefore(asked, second(60)))
        .containsExactly(
            new Point(OTHER, second(12), Double.NaN, GOOD), new Point(TAG, second(10), 1, GOOD));
    MinuteRollups rollups = store.rollups(asked, new TimeRange(second(0), second(120)));
    assertThat(IntStream.range(0, rollups.size()).map(rollups::tag).boxed().toList())
        .containsExactly(TAG.value(), TAG.value(), OTHER.value(), OTHER.value());
  }

  @ParameterizedTest
  @EnumSource
  void remembersLastValuesByTheirOwnTime(Stage stage) {
    write(TAG, 50, 5, GOOD);
    reach(stage);
    write(TAG, 20, 2, GOOD);
    write(OTHER, 1, 8, UNCERTAIN);
    reach(stage);
    assertThat(store.last(List.of(OTHER, new TagId(99), TAG)))
        .containsExactly(
            new Point(OTHER, second(1), 8, UNCERTAIN), new Point(TAG, second(50), 5, GOOD));
  }

  @Test
  void streamsTenMillionPointsAndStopsWhenTold() {
    long rows = 10_000_000;
    for (long row = 0; row < rows; ) {
      var batch = PointBatch.builder(500_000);
      for (int i = 0; i < 500_000; i++, row++) {
        batch.add((int) (row % 2) + 1, START + row * 1_000, row % 97, GOOD);
      }
      store.append(batch.build());
    }
    long[] seen = {0};
    int[] largest = {0};
    long[] previous = {Long.MIN_VALUE};
    List<TagId> tags = List.of(new TagId(1), new TagId(2));
    store.scan(
        tags,
        TimeRange.ALL,
        batch -> {
          largest[0] = Math.max(largest[0], batch.size());
          for (int i = 0; i < batch.size(); i++) {
            long key = batch.tag(i) * (Long.MAX_VALUE / 4) + batch.time(i) / 4;
            assert key > previous[0] : "points are out of order";
            previous[0] = key;
          }
          seen[0] += batch.size();
          return true;
        });
    assertThat(seen[0]).isEqualTo(rows);
    assertThat(largest[0]).as("points held at once").isLessThanOrEqualTo(1_000_000);
    int[] batches = {0};
    store.scan(tags, TimeRange.ALL, batch -> ++batches[0] < 3);
    assertThat(batches[0]).isEqualTo(3);
  }

  @Test
  void refusesATimeOfAnotherUnit() {
    long nanos = START * 1_000;
    PointBatch batch = PointBatch.builder(1).add(TAG.value(), nanos, 1, GOOD).build();
    assertThatThrownBy(() -> store.append(batch)).isInstanceOf(InputException.class);
    assertThat(read(TAG)).isEmpty();
  }

  @Test
  void keepsNamesOverARestart() {
    List<Tag> made = store.catalogue().obtainAll(List.of("b", "a", "b"), "°C", false);
    assertThat(made.get(0)).isEqualTo(made.get(2));
    store.catalogue().define(List.of(new Tag(new TagId(500), "c", "kA", true, "lab")));
    reach(Stage.RESTARTED);
    assertThat(store.catalogue().list()).extracting(Tag::name).containsExactly("a", "b", "c");
    assertThat(store.catalogue().find("a")).contains(made.get(1));
    assertThat(store.catalogue().isStep(new TagId(500))).isTrue();
    assertThat(store.catalogue().obtain("d", "", false).id().value()).isGreaterThan(500);
  }

  @Test
  void forgetsByClassAndKeepsRollupsLonger() {
    store
        .catalogue()
        .define(
            List.of(
                new Tag(TAG, "fast", "", false, "fast"),
                new Tag(OTHER, "kept", "", false, Tag.DEFAULT_CLASS)));
    for (TagId tag : List.of(TAG, OTHER)) {
      var batch = PointBatch.builder(50_000);
      LongStream.range(0, 3 * 8640)
          .forEach(k -> batch.add(tag.value(), START + k * 10_000_000, k, GOOD));
      store.append(batch.build());
    }
    store.maintenance().seal();
    Instant now = Micros.toInstant(START + 3 * Micros.PER_DAY);
    var retention = new Retention(Map.of("fast", Duration.ofDays(1)), Map.of());
    assertThat(store.maintenance().retain(retention, now)).isEqualTo(2 * 8640);
    assertThat(store.maintenance().retain(retention, now)).isZero();
    assertThat(read(TAG)).hasSize(8640);
    assertThat(read(OTHER)).hasSize(3 * 8640);
    assertThat(store.rollups(TAG, TimeRange.ALL).size()).isEqualTo(3 * 1440);
    reach(Stage.RESTARTED);
    assertThat(read(TAG)).hasSize(8640);
  }

  private int dayCount(String date) {
    LocalDate day = LocalDate.parse(date);
    TimeRange range =
        TimeRange.of(
            day.atStartOfDay(BERLIN).toInstant(), day.plusDays(1).atStartOfDay(BERLIN).toInstant());
    BucketSeries days = History.over(store).statistics(TAG, Buckets.days(BERLIN, range));
    assertThat(days.size()).isEqualTo(1);
    assertThat(read(TAG, range)).hasSize(days.count(0));
    return days.count(0);
  }

  private BucketSeries minute(TagId tag) {
    return History.over(store)
        .statistics(tag, Buckets.every(Duration.ofMinutes(1), new TimeRange(START, second(60))));
  }

  private void reach(Stage stage) {
    switch (stage) {
      case JUST_WRITTEN -> {}
      case SEALED -> store.maintenance().seal();
      case MERGED -> {
        store.maintenance().seal();
        store.maintenance().compact();
      }
      case RESTARTED -> {
        store.close();
        store = open(folder);
      }
    }
  }

  private List<Correction> corrections(TagId tag) {
    List<Correction> found = new ArrayList<>();
    store.corrections(List.of(tag), TimeRange.ALL, found::add);
    return found;
  }

  private List<String> read(TagId tag) {
    return read(tag, TimeRange.ALL);
  }

  private List<String> read(TagId tag, TimeRange range) {
    List<String> points = new ArrayList<>();
    store.scan(
        List.of(tag),
        range,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            long second = (batch.time(i) - START) / Micros.PER_SECOND;
            points.add(second + " " + batch.value(i) + " " + batch.quality(i));
          }
          return true;
        });
    return points;
  }

  /** Seconds, values and qualities by turns. */
  private void write(TagId tag, Object... points) {
    store.append(batch(tag, points));
  }

  private static PointBatch batch(TagId tag, Object... points) {
    var batch = PointBatch.builder(points.length / 3);
    for (int i = 0; i < points.length; i += 3) {
      batch.add(
          tag.value(),
          second((Integer) points[i]),
          ((Number) points[i + 1]).doubleValue(),
          (Short) points[i + 2]);
    }
    return batch.build();
  }

  private static long second(long seconds) {
    return START + seconds * Micros.PER_SECOND;
  }
}
