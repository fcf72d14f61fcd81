package io.kunan.platform.models.internal;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.events.Events;
import io.kunan.platform.models.ModelMember;
import io.kunan.platform.models.TrainingRecord.TableColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Cuts history into the rows models learn from. A row carries the time at which it is over: what it
 * says was known then. Only whole rows are given. Of several assets the rows of one time stand
 * together, in the order of the members.
 */
@Component
class HistoryTables {
  /** Column of a pooled table that holds the number of the asset. */
  static final String GROUP = "asset";

  /** Assets read at once. */
  private static final int TOGETHER = 32;

  private final History history;
  private final Events events;

  HistoryTables(History history, Events events) {
    this.history = history;
    this.events = events;
  }

  /** The rows over before {@code end} that begin within {@code span} before it. */
  Table rows(RowSource source, Duration every, long end, Duration span) {
    Buckets buckets = buckets(every, end, span);
    int members = source.members().size();
    long[] times = new long[buckets.size() * members];
    for (int row = 0; row < times.length; row++) {
      times[row] = buckets.end(row / members);
    }
    List<Column> filled = new ArrayList<>(measured(source, buckets));
    for (String event : source.events()) {
      filled.add(ages(source, event, times, buckets.range()));
    }
    if (source.pooled()) {
      List<String> assets = new ArrayList<>();
      for (int row = 0; row < times.length; row++) {
        assets.add(String.valueOf(source.members().get(row % members).asset().value()));
      }
      filled.add(new Column.Words(GROUP, assets));
    }
    return new Table(times, filled);
  }

  /**
   * The end of the row with the newest value of any target, at most {@code now}; {@code now} when
   * there is none.
   */
  long endOfTarget(RowSource source, Duration every, long now) {
    List<TagId> targets =
        source.members().stream().map(member -> member.tags().getFirst()).toList();
    long step = Micros.of(every);
    return history.last(targets).stream()
        .mapToLong(point -> (Math.floorDiv(point.time(), step) + 1) * step)
        .max()
        .stream()
        .map(end -> Math.min(end, now))
        .findFirst()
        .orElse(now);
  }

  /** Asked for some assets with all their columns at once: what an asset has lies together. */
  private List<Column> measured(RowSource source, Buckets buckets) {
    List<TableColumn> columns = source.columns();
    int members = source.members().size();
    double[][] values = new double[columns.size()][buckets.size() * members];
    for (int first = 0; first < members; first += TOGETHER) {
      int end = Math.min(members, first + TOGETHER);
      List<TagId> tags =
          source.members().subList(first, end).stream()
              .flatMap(member -> member.tags().subList(0, columns.size()).stream())
              .toList();
      List<BucketSeries> series = history.statistics(tags, buckets);
      for (int at = 0; at < series.size(); at++) {
        int column = at % columns.size();
        int member = first + at / columns.size();
        for (int i = 0; i < buckets.size(); i++) {
          values[column][i * members + member] = value(series.get(at), columns.get(column), i);
        }
      }
    }
    List<Column> measured = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      measured.add(new Column.Numbers(columns.get(column).name(), values[column]));
    }
    return measured;
  }

  private Column ages(RowSource source, String event, long[] times, TimeRange range) {
    List<ModelMember> members = source.members();
    EventAges ages =
        EventAges.of(
            events, event, members, Micros.toInstant(range.from()), Micros.toInstant(range.to()));
    double[] values = new double[times.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = ages.hours(members.get(row % members.size()).asset(), times[row]);
    }
    return new Column.Numbers(RowSource.ageColumn(event), values);
  }

  private static double value(BucketSeries series, TableColumn column, int i) {
    double last = series.value(Statistic.LAST, i);
    // A held value that was not sent again in this row still holds: the weighted mean says it.
    return column.held() && !Double.isNaN(last) ? last : series.value(Statistic.TIME_WEIGHTED, i);
  }

  private static Buckets buckets(Duration every, long end, Duration span) {
    long step = Micros.of(every);
    long to = Math.floorDiv(end, step) * step;
    long rows = Math.max(1, span.dividedBy(every));
    return Buckets.every(every, new TimeRange(to - rows * step, to));
  }

  /** How many times at the end hold no measured value of any asset. */
  static int silentTimes(Table table, RowSource source) {
    int members = source.members().size();
    int row = table.rows() - 1;
    while (row >= 0 && isSilent(table, source, row)) {
      row--;
    }
    return (table.rows() - 1 - row) / members;
  }

  /** Whether nothing was measured in a row. */
  static boolean isSilent(Table table, RowSource source, int row) {
    for (int column = 0; column < source.columns().size(); column++) {
      if (!Double.isNaN(values(table, column)[row])) {
        return false;
      }
    }
    return true;
  }

  /** The first time at which the target of any asset has a value; the number of times if none. */
  static int firstTime(Table table, RowSource source) {
    double[] target = values(table, 0);
    int row = 0;
    while (row < target.length && Double.isNaN(target[row])) {
      row++;
    }
    return row / source.members().size();
  }

  /** The cells of a measured column of such a table. */
  static double[] values(Table table, int column) {
    return ((Column.Numbers) table.columns().get(column)).values();
  }

  /** The rows from one, included, to another, excluded. */
  static Table slice(Table table, int from, int to) {
    return new Table(
        Arrays.copyOfRange(table.times(), from, to),
        table.columns().stream().map(column -> slice(column, from, to)).toList());
  }

  private static Column slice(Column column, int from, int to) {
    return switch (column) {
      case Column.Numbers numbers ->
          new Column.Numbers(numbers.name(), Arrays.copyOfRange(numbers.values(), from, to));
      case Column.Words words -> new Column.Words(words.name(), words.values().subList(from, to));
    };
  }
}
