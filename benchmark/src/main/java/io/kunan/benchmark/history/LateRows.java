package io.kunan.benchmark.history;

import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What late points cost a reader, before and after they are merged into their day. */
public final class LateRows {
  private static final int DAYS = 5;

  private LateRows() {}

  /**
   * Times with a share of the points late.
   *
   * @param percent of points that arrived after all others, scattered over the days
   * @param overlappingFiles files in which a read must look for the last write
   * @param tagDayMs a day of one tag, raw; median
   * @param daysByMinuteMs five days of one tag by minute; median
   * @param tagDayMergedMs the same day after merging; median
   */
  public record Figures(
      int percent,
      int overlappingFiles,
      double tagDayMs,
      double daysByMinuteMs,
      double tagDayMergedMs) {}

  public static List<Figures> run(Path folder) {
    List<Figures> figures = new ArrayList<>();
    for (int percent : new int[] {0, 1, 10}) {
      figures.add(run(folder.resolve("late-" + percent), percent));
    }
    return figures;
  }

  private static Figures run(Path folder, int percent) {
    try (History history = History.open(HistoryOptions.in(folder))) {
      write(history, percent);
      int overlapping = history.maintenance().figures().overlappingFiles();
      double before = tagDay(history);
      double minutes = daysByMinute(history);
      history.maintenance().compact();
      return new Figures(percent, overlapping, before, minutes, tagDay(history));
    }
  }

  private static void write(History history, int percent) {
    var random = new SplittableRandom(percent);
    List<PointBatch> late = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int k = 0; k < Workload.LONG_TAGS; k++) {
        PointBatch all = Workload.day(Workload.longTag(k), day);
        var inTime = PointBatch.builder(all.size());
        var behind = PointBatch.builder(all.size() / 5);
        for (int i = 0; i < all.size(); i++) {
          var to = random.nextInt(100) < percent ? behind : inTime;
          to.add(all.tag(i), all.time(i), all.value(i), all.quality(i));
        }
        history.append(inTime.build());
        late.add(behind.build());
      }
    }
    history.maintenance().seal();
    late.forEach(history::append);
    history.maintenance().seal();
  }

  private static double tagDay(History history) {
    var random = new SplittableRandom(9);
    return Clocked.runs(
            10,
            60,
            () -> {
              long from = Workload.LONG_START + random.nextInt(DAYS) * Micros.PER_DAY;
              HistoryBenchmark.expect(
                  Workload.DAY_SECONDS,
                  HistoryBenchmark.read(
                      history,
                      Workload.longTag(random.nextInt(Workload.LONG_TAGS)),
                      new TimeRange(from, from + Micros.PER_DAY)));
            })
        .median();
  }

  private static double daysByMinute(History history) {
    var buckets =
        io.kunan.engine.history.Buckets.every(
            Duration.ofMinutes(1),
            new TimeRange(Workload.LONG_START, Workload.LONG_START + DAYS * Micros.PER_DAY));
    return Clocked.runs(
            10,
            60,
            () ->
                HistoryBenchmark.expect(
                    60, history.statistics(new TagId(Workload.longTag(0)), buckets).count(1_000)))
        .median();
  }
}
