package io.kunan.engine.history.internal.duck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.HistoryOptions;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.engine.history.store.RollupMaker;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the store in whatever order, it answers as a sorted map would. */
class RandomUseTest {
  private static final int TAGS = 4;
  private static final long START = 1_780_272_000_000_000L - 3 * Micros.PER_DAY;

  @TempDir Path folder;

  private final List<TreeMap<Long, Double>> model =
      IntStream.rangeClosed(0, TAGS).mapToObj(tag -> new TreeMap<Long, Double>()).toList();
  private long corrections;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersAsASortedMapWould(long seed) {
    var random = new SplittableRandom(seed);
    DuckStore store = open();
    for (int step = 0; step < 60; step++) {
      switch (random.nextInt(8)) {
        case 0 -> store.maintenance().seal();
        case 1 -> store.maintenance().compact();
        case 2 -> {
          store.close();
          store = open();
        }
        default -> store.append(batch(random));
      }
      if (step % 6 == 5) {
        check(store, random);
      }
    }
    check(store, random);
    store.maintenance().seal();
    long[] found = {0};
    store.corrections(tags(), TimeRange.ALL, correction -> found[0]++);
    assertThat(found[0]).as("corrections").isEqualTo(corrections);
    store.close();
  }

  private DuckStore open() {
    return DuckStore.open(HistoryOptions.in(folder).withHotRows(700));
  }

  /** In order, late, dense, sparse and repeated by turns. */
  private PointBatch batch(SplittableRandom random) {
    int size = random.nextInt(1, 400);
    var batch = PointBatch.builder(size);
    long time = START + random.nextLong(3 * Micros.PER_DAY / Micros.PER_SECOND) * Micros.PER_SECOND;
    long pace =
        List.of(Micros.PER_SECOND, 7 * Micros.PER_SECOND, Micros.PER_HOUR).get(random.nextInt(3));
    for (int i = 0; i < size; i++) {
      int tag = random.nextInt(1, TAGS + 1);
      time += random.nextInt(10) == 0 ? -random.nextLong(600) * Micros.PER_SECOND : pace;
      double value = random.nextInt(3);
      batch.add(tag, time, value, Quality.GOOD);
      Double old = model.get(tag).put(time, value);
      corrections += old != null && old != value ? 1 : 0;
    }
    return batch.build();
  }

  private void check(DuckStore store, SplittableRandom random) {
    long from = START + random.nextLong(-Micros.PER_DAY, 3 * Micros.PER_DAY);
    for (TimeRange range :
        List.of(TimeRange.ALL, new TimeRange(from, from + random.nextLong(2 * Micros.PER_DAY)))) {
      List<String> expected = new ArrayList<>();
      for (int tag = 1; tag <= TAGS; tag++) {
        int number = tag;
        model
            .get(tag)
            .subMap(range.from(), range.to())
            .forEach((time, value) -> expected.add(number + " " + time + " " + value));
      }
      assertThat(scan(store, tags(), range)).isEqualTo(expected);
      for (int tag = 1; tag <= TAGS; tag++) {
        String prefix = tag + " ";
        assertThat(scan(store, List.of(new TagId(tag)), range))
            .isEqualTo(expected.stream().filter(line -> line.startsWith(prefix)).toList());
      }
    }
    for (int tag = 1; tag <= TAGS; tag++) {
      assertThat(text(store.rollups(new TagId(tag), TimeRange.ALL))).isEqualTo(text(rollups(tag)));
      checkNeighbours(store, tag, from);
    }
    checkTogether(store, from);
  }

  /** Many tags at once are what each of them is alone. */
  private static void checkTogether(DuckStore store, long time) {
    TimeRange range = new TimeRange(time, time + Micros.PER_DAY);
    assertThat(text(store.rollups(tags(), range)))
        .isEqualTo(
            tags().stream().flatMap(tag -> text(store.rollups(tag, range)).stream()).toList());
    assertThat(store.findAtOrBefore(tags(), time))
        .isEqualTo(
            tags().stream().flatMap(tag -> store.findAtOrBefore(tag, time).stream()).toList());
    assertThat(store.findAtOrAfter(tags(), time))
        .isEqualTo(
            tags().stream().flatMap(tag -> store.findAtOrAfter(tag, time).stream()).toList());
  }

  private void checkNeighbours(DuckStore store, int tag, long time) {
    var before = model.get(tag).floorEntry(time);
    var after = model.get(tag).ceilingEntry(time);
    var foundBefore = store.findAtOrBefore(new TagId(tag), time).orElse(null);
    var foundAfter = store.findAtOrAfter(new TagId(tag), time).orElse(null);
    assertThat(foundBefore == null ? null : foundBefore.time())
        .isEqualTo(before == null ? null : before.getKey());
    assertThat(foundBefore == null ? null : foundBefore.value())
        .isEqualTo(before == null ? null : before.getValue());
    assertThat(foundAfter == null ? null : foundAfter.value())
        .isEqualTo(after == null ? null : after.getValue());
  }

  private MinuteRollups rollups(int tag) {
    var out = new MinuteRollups.Builder();
    var maker = new RollupMaker(out);
    maker.begin(tag, false);
    model.get(tag).forEach((time, value) -> maker.add(time, value, Quality.GOOD));
    maker.finish();
    return out.build();
  }

  private static List<String> text(MinuteRollups rollups) {
    return IntStream.range(0, rollups.size())
        .mapToObj(
            i ->
                "%d %d %d %d %s %s %s %s %s %s"
                    .formatted(
                        rollups.tag(i),
                        rollups.minute(i),
                        rollups.firstTime(i),
                        rollups.count(i),
                        rollups.min(i),
                        rollups.max(i),
                        rollups.sum(i),
                        rollups.last(i),
                        rollups.goodMicros(i),
                        rollups.timeWeightedMean(i)))
        .toList();
  }

  private static List<TagId> tags() {
    return IntStream.rangeClosed(1, TAGS).mapToObj(TagId::new).toList();
  }

  private static List<String> scan(DuckStore store, List<TagId> tags, TimeRange range) {
    List<String> points = new ArrayList<>();
    store.scan(
        tags,
        range,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            points.add(batch.tag(i) + " " + batch.time(i) + " " + batch.value(i));
          }
          return true;
        });
    return points;
  }
}
