package io.kunan.engine.history.internal.duck;

import io.kunan.kernel.Micros;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkWriter;

/** The minutes of a hot table's points in which something was stored before. */
final class Dirty {
  private static final String TABLE = "kunan_dirty";

  private int[] tags = new int[256];
  private int[] minutes = new int[256];
  private int size;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;

  /** Notes the minutes of a run that lie in spans of the tag in older files. */
  boolean note(int tag, Run run, List<SealedFile> older) {
    List<long[]> spans = new ArrayList<>();
    boolean rolled = false;
    for (SealedFile file : older) {
      int at = file.spans().find(tag);
      if (at >= 0) {
        long first = Math.floorDiv(file.spans().first[at], Micros.PER_MINUTE);
        long last = Math.floorDiv(file.spans().last[at], Micros.PER_MINUTE);
        if (last >= Math.floorDiv(run.firstTime(), Micros.PER_MINUTE)
            && first <= Math.floorDiv(run.lastTime(), Micros.PER_MINUTE)) {
          spans.add(new long[] {first, last});
          rolled |= file.spans().rolled[at];
        }
      }
    }
    if (!spans.isEmpty()) {
      note(tag, run, spans.toArray(long[][]::new));
    }
    return rolled;
  }

  private void note(int tag, Run run, long[][] spans) {
    long before = Long.MIN_VALUE;
    for (int i = run.from(); i < run.to(); i++) {
      long minute = Math.floorDiv(run.times()[i], Micros.PER_MINUTE);
      if (minute != before) {
        for (long[] span : spans) {
          if (minute >= span[0] && minute <= span[1]) {
            add(tag, minute);
            break;
          }
        }
        before = minute;
      }
    }
  }

  private void add(int tag, long minute) {
    if (size == tags.length) {
      tags = Arrays.copyOf(tags, size * 2);
      minutes = Arrays.copyOf(minutes, size * 2);
    }
    tags[size] = tag;
    minutes[size] = Math.toIntExact(minute);
    size++;
    from = Math.min(from, minute * Micros.PER_MINUTE);
    to = Math.max(to, (minute + 1) * Micros.PER_MINUTE);
  }

  boolean isEmpty() {
    return size == 0;
  }

  static JavaRows register(Database database) {
    return JavaRows.register(
        database.connect(),
        TABLE,
        new JavaRows.Column("tag", org.duckdb.DuckDBColumnType.INTEGER),
        new JavaRows.Column("minute", org.duckdb.DuckDBColumnType.INTEGER));
  }

  void offerTo(JavaRows rows) {
    int[] next = {0};
    rows.offer((out, capacity) -> fill(next, out, capacity), size);
  }

  /** What is stored in these minutes, by tag, time, generation. */
  String sql(Path folder, List<SealedFile> older) {
    int low = tags[0];
    int high = tags[size - 1];
    String union =
        older.stream()
            .filter(file -> file.minTime() < to && file.maxTime() >= from)
            .map(
                file ->
                    ("SELECT tag, time_us, value, quality, %d AS generation FROM %s"
                            + " WHERE tag BETWEEN %d AND %d AND time_us >= %d AND time_us < %d")
                        .formatted(
                            file.generation(),
                            FileQuery.table(folder, List.of(file)),
                            low,
                            high,
                            from,
                            to))
            .collect(Collectors.joining(" UNION ALL "));
    return ("SELECT p.* FROM (%s) p SEMI JOIN %s() d ON p.tag = d.tag AND p.time_us // %d"
            + " - CASE WHEN p.time_us %% %d < 0 THEN 1 ELSE 0 END = d.minute"
            + " ORDER BY p.tag, p.time_us, p.generation")
        .formatted(union, TABLE, Micros.PER_MINUTE, Micros.PER_MINUTE);
  }

  private int fill(int[] next, DuckDBDataChunkWriter out, int capacity) {
    int n = Math.min(capacity, size - next[0]);
    for (int row = 0; row < n; row++) {
      out.vector(0).setInt(row, tags[next[0] + row]);
      out.vector(1).setInt(row, minutes[next[0] + row]);
    }
    next[0] += n;
    return n;
  }
}
