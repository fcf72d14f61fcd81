package io.kunan.engine.history.internal.duck;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.INTEGER;
import static org.duckdb.DuckDBColumnType.SMALLINT;

import io.kunan.engine.history.AppendReceipt;
import io.kunan.engine.history.Remark;
import io.kunan.engine.history.internal.duck.JavaRows.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.jspecify.annotations.Nullable;

/**
 * Takes points into the hot table. Batches that arrive while another is forced to disk share the
 * next commit, so that many small sources cost one disk write together.
 */
final class Writer implements AutoCloseable {
  /** Points of one commit, as far as whole batches allow. */
  private static final int GROUP_POINTS = 200_000;

  private final DuckDBConnection connection;
  private final JavaRows rows;
  private final Clock clock;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable PreparedStatement insert;
  private @Nullable HotTable prepared;
  private long lastClock;
  private long commits;

  Writer(Database database, Clock clock) {
    this.clock = clock;
    connection = database.connect();
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw Database.fault("open the writer", e);
    }
    rows =
        JavaRows.register(
            database.connect(),
            "kunan_append",
            new Column("tag", INTEGER),
            new Column("time_us", BIGINT),
            new Column("value", DOUBLE),
            new Column("quality", SMALLINT));
  }

  /** Held while the hot table changes. */
  ReentrantLock lock() {
    return lock;
  }

  /**
   * @param target gives the table to write to, making a new one when it must; called under the lock
   */
  AppendReceipt append(
      PointBatch batch, @Nullable Remark remark, java.util.function.Supplier<HotTable> target) {
    var mine = new Waiting(batch, remark);
    queue.add(mine);
    lock.lock();
    try {
      while (!mine.done) {
        write(takeGroup(), target.get());
      }
      if (mine.failure != null) {
        throw Database.fault("append %d points".formatted(batch.size()), mine.failure);
      }
      return new AppendReceipt(batch.size(), mine.commit);
    } finally {
      queue.remove(mine);
      lock.unlock();
    }
  }

  private List<Waiting> takeGroup() {
    List<Waiting> group = new ArrayList<>();
    int points = 0;
    for (Waiting next = queue.peek();
        next != null && (group.isEmpty() || points + next.batch.size() <= GROUP_POINTS);
        next = queue.peek()) {
      group.add(next);
      queue.remove();
      points += next.batch.size();
    }
    return group;
  }

  private void write(List<Waiting> group, HotTable hot) {
    long now = Micros.of(clock.instant());
    try {
      insert(group, hot, now);
    } catch (SQLException e) {
      rollback(e);
      for (Waiting waiting : group) {
        waiting.failure = e;
        waiting.done = true;
      }
      return;
    }
    commits++;
    long arrival = now - Math.floorMod(now, Micros.PER_SECOND);
    for (Waiting waiting : group) {
      show(waiting, hot, arrival);
      waiting.commit = commits;
      waiting.done = true;
    }
  }

  private void insert(List<Waiting> group, HotTable hot, long now) throws SQLException {
    if (prepared != hot || insert == null) {
      if (insert != null) {
        insert.close();
      }
      insert =
          connection.prepareStatement(
              "INSERT INTO %s SELECT * FROM kunan_append()".formatted(hot.points()));
      prepared = hot;
      lastClock = Long.MIN_VALUE;
    }
    if (Math.floorDiv(now, Micros.PER_SECOND) != lastClock) {
      long second = Math.floorDiv(now, Micros.PER_SECOND);
      try (var statement = connection.createStatement()) {
        statement.execute(
            "INSERT INTO %s.clock VALUES (%d, %d)"
                .formatted(hot.alias(), hot.rows(), second * Micros.PER_SECOND));
      }
      lastClock = second;
    }
    long row = hot.rows();
    for (Waiting waiting : group) {
      if (waiting.remark != null) {
        remark(waiting.remark, row, waiting.batch.size(), hot);
      }
      row += waiting.batch.size();
    }
    rows.offer(new GroupFeed(group), group.getFirst().batch.size());
    insert.execute();
    connection.commit();
  }

  private void remark(Remark remark, long firstRow, int count, HotTable hot) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO %s.remarks VALUES (?, ?, ?, ?)".formatted(hot.alias()))) {
      statement.setLong(1, firstRow);
      statement.setInt(2, count);
      statement.setString(3, remark.who());
      statement.setString(4, remark.why());
      statement.execute();
    }
  }

  private static void show(Waiting waiting, HotTable hot, long arrival) {
    PointBatch batch = waiting.batch;
    for (int i = 0; i < batch.size(); i++) {
      hot.add(
          batch.tag(i), batch.time(i), batch.value(i), batch.quality(i), arrival, waiting.remark);
    }
    hot.grown(batch.size());
  }

  private void rollback(SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
    prepared = null;
  }

  @Override
  public void close() {
    try {
      if (insert != null) {
        insert.close();
      }
    } catch (SQLException e) {
      throw Database.fault("close the writer", e);
    }
  }

  private static final class Waiting {
    final PointBatch batch;
    final @Nullable Remark remark;
    boolean done;
    long commit;
    @Nullable SQLException failure;

    Waiting(PointBatch batch, @Nullable Remark remark) {
      this.batch = batch;
      this.remark = remark;
    }
  }

  /** Batches one after the other. */
  private static final class GroupFeed implements JavaRows.Feed {
    private final List<Waiting> group;
    private int current;
    private int offset;

    GroupFeed(List<Waiting> group) {
      this.group = group;
    }

    @Override
    public int fill(DuckDBDataChunkWriter out, int capacity) {
      int row = 0;
      while (row < capacity && current < group.size()) {
        PointBatch batch = group.get(current).batch;
        int n = Math.min(capacity - row, batch.size() - offset);
        copy(batch, out, row, n);
        row += n;
        offset += n;
        if (offset == batch.size()) {
          current++;
          offset = 0;
        }
      }
      return row;
    }

    private void copy(PointBatch batch, DuckDBDataChunkWriter out, int row, int n) {
      var tags = out.vector(0);
      var times = out.vector(1);
      var values = out.vector(2);
      var qualities = out.vector(3);
      for (int i = 0; i < n; i++) {
        tags.setInt(row + i, batch.tag(offset + i));
        times.setLong(row + i, batch.time(offset + i));
        values.setDouble(row + i, batch.value(offset + i));
        qualities.setShort(row + i, batch.quality(offset + i));
      }
    }
  }
}
