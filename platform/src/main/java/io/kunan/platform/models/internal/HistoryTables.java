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
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagCatalogue;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.TrainingRecord.TableColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Cuts history into the rows models learn from. A row carries the time at which it is over: what it
 * says was known then. Only whole rows are given.
 */
@Component
class HistoryTables {
  private final History history;

  HistoryTables(History history) {
    this.history = history;
  }

  /** The columns of a model, the target first; refuses with 404 a tag that does not exist. */
  static List<TableColumn> columns(ModelDefinition definition, TagCatalogue tags) {
    List<TagId> wanted = new ArrayList<>();
    wanted.add(definition.target());
    wanted.addAll(definition.inputs());
    Set<String> names = new HashSet<>();
    List<TableColumn> columns = new ArrayList<>();
    for (TagId id : wanted) {
      Tag tag = tags.get(id);
      String name = tag.traits().quantity();
      columns.add(new TableColumn(id.value(), names.add(name) ? name : tag.name(), tag.step()));
    }
    return columns;
  }

  /** The rows over before {@code end} that begin within {@code span} before it. */
  Table rows(List<TableColumn> columns, Duration every, long end, Duration span) {
    Buckets buckets = buckets(every, end, span);
    long[] times = new long[buckets.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = buckets.end(i);
    }
    List<Column> filled = new ArrayList<>();
    for (TableColumn column : columns) {
      BucketSeries series = history.statistics(new TagId(column.tag()), buckets);
      double[] values = new double[times.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(series, column, i);
      }
      filled.add(new Column.Numbers(column.name(), values));
    }
    return new Table(times, filled);
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

  /** How many rows at the end hold no value at all; the newest usable row stands before them. */
  static int silentRows(Table table) {
    int silent = 0;
    while (silent < table.rows() && isEmpty(table, table.rows() - 1 - silent)) {
      silent++;
    }
    return silent;
  }

  private static boolean isEmpty(Table table, int row) {
    return table.columns().stream()
        .allMatch(column -> Double.isNaN(((Column.Numbers) column).values()[row]));
  }

  /** The cells of a column of such a table. */
  static double[] values(Table table, int column) {
    return ((Column.Numbers) table.columns().get(column)).values();
  }

  /** The rows from one, included, to another, excluded. */
  static Table slice(Table table, int from, int to) {
    return new Table(
        Arrays.copyOfRange(table.times(), from, to),
        table.columns().stream()
            .<Column>map(
                column ->
                    new Column.Numbers(
                        column.name(),
                        Arrays.copyOfRange(((Column.Numbers) column).values(), from, to)))
            .toList());
  }
}
