package io.kunan.engine.stream;

import io.kunan.engine.stream.internal.local.DirtyWork;
import io.kunan.engine.stream.internal.local.KeyedLoop;
import io.kunan.engine.stream.internal.local.Shard;
import io.kunan.engine.stream.internal.local.Slices;
import io.kunan.engine.stream.internal.local.StateFile;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on this machine: each key belongs to one shard, a loop with one thread, so that no
 * state is shared. May be used from several threads.
 *
 * <p>A source that is faster than the jobs waits in {@link #feed}. A job that fails is stopped at
 * its asset with the reason; the others go on.
 */
public final class LocalRuntime implements AutoCloseable {
  private final List<Shard> shards = new ArrayList<>();
  private final JobSet jobs;
  private final StreamOutput output;
  private volatile long position;

  private LocalRuntime(JobSet jobs, StreamOutput output) {
    this.jobs = jobs;
    this.output = output;
  }

  /**
   * Starts the jobs.
   *
   * @param from what they remember; null for nothing. Jobs that are new or have changed begin anew
   */
  public static LocalRuntime start(
      JobSet jobs, RuntimeOptions options, @Nullable Snapshot from, StreamOutput output) {
    LocalRuntime runtime = new LocalRuntime(jobs, output);
    List<List<List<Planned>>> parts = new ArrayList<>();
    for (int i = 0; i < options.shards(); i++) {
      parts.add(new ArrayList<>());
    }
    for (List<Planned> group : jobs.groups()) {
      int shard = Math.floorMod(group.getFirst().key().hashCode(), options.shards());
      parts.get(shard).add(group);
    }
    long patience = Micros.of(options.patience());
    for (int i = 0; i < parts.size(); i++) {
      KeyedLoop loop = new KeyedLoop(parts.get(i), jobs::tagNumber);
      if (from != null) {
        from.state().restore(loop);
        runtime.position = from.position();
      }
      runtime.shards.add(new Shard("stream-" + i, loop, output, patience));
    }
    runtime.shards.forEach(Shard::start);
    return runtime;
  }

  /**
   * Hands over points, in any order; waits while the jobs are behind.
   *
   * @param at position of the batch in the input log, rising
   * @throws IllegalStateException when what jobs said could not be taken, and they have stopped
   */
  public synchronized void feed(PointBatch batch, long at) throws InterruptedException {
    for (Shard shard : shards) {
      shard.feed(batch);
    }
    position = at;
  }

  /**
   * Hands over what a source knows of a range, in the order of time: after a restart, where the
   * history serves as input log.
   *
   * @param at position of the input log afterwards
   */
  public void catchUp(PointSource history, TimeRange range, long at) {
    List<PointBatch> batches = new ArrayList<>();
    new Slices(history, jobs.inputTags(), batches::add, _ -> {})
        .read(range, (done, total, what) -> feedAll(batches, at));
    feedAll(batches, at);
  }

  private boolean feedAll(List<PointBatch> batches, long at) {
    try {
      for (PointBatch batch : batches) {
        feed(batch, at);
      }
      batches.clear();
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The clock moved on; to be told about once a second where points are live. */
  public synchronized void tick(Instant now) throws InterruptedException {
    for (Shard shard : shards) {
      shard.tick(Micros.of(now));
    }
  }

  /** What all jobs remember after the points handed over so far. */
  public Snapshot snapshot() throws InterruptedException {
    List<CompletableFuture<Map<JobKey, StateFile.Entry>>> answers;
    long at;
    synchronized (this) {
      at = position;
      answers = askAll(KeyedLoop::state);
    }
    Map<JobKey, StateFile.Entry> entries = new HashMap<>();
    answers.forEach(answer -> entries.putAll(answer.join()));
    return new Snapshot(new StateFile(at, entries));
  }

  /** How each job does, by key. */
  public List<JobStatus> status() throws InterruptedException {
    List<CompletableFuture<List<JobStatus>>> answers;
    synchronized (this) {
      answers = askAll(KeyedLoop::status);
    }
    return answers.stream()
        .flatMap(answer -> answer.join().stream())
        .sorted(Comparator.comparing(JobStatus::key))
        .toList();
  }

  /**
   * Works out anew what late points, corrections and back-fill have made dirty, from the points
   * that count now. Each job waits meanwhile; the others do not.
   *
   * @param history the points that count now
   * @param snapshots older states, the newest first; the work begins at the first that is old
   *     enough
   * @param beginning where it begins when none is, microseconds UTC: early enough for what jobs
   *     look back to
   * @return groups of jobs worked out anew
   */
  public int rework(
      PointSource history, List<Snapshot> snapshots, long beginning, Progress progress)
      throws InterruptedException {
    List<StateFile> states = snapshots.stream().map(Snapshot::state).toList();
    var work = new DirtyWork(history, states, beginning, jobs::tagNumber, () -> position, output);
    int done = 0;
    for (Shard shard : shards) {
      done += work.run(shard, progress);
    }
    return done;
  }

  /**
   * Points of the past have changed or come without being handed over, as by an import, or are to
   * be worked out for the first time: {@link #rework} does it. Event time of the jobs becomes at
   * least the end of their range.
   *
   * @param ranges what is to be worked out, by job; the end excluded
   */
  public void invalidate(Map<JobKey, TimeRange> ranges) throws InterruptedException {
    List<CompletableFuture<Integer>> answers;
    synchronized (this) {
      answers = askAll(loop -> loop.invalidate(ranges));
    }
    answers.forEach(CompletableFuture::join);
  }

  /**
   * Lets a job that was stopped run again, from where it was stopped; {@link #rework} brings it up
   * to date.
   */
  public void restart(JobKey key) throws InterruptedException {
    List<CompletableFuture<Boolean>> answers;
    synchronized (this) {
      answers = askAll(loop -> loop.restart(key));
    }
    answers.forEach(CompletableFuture::join);
  }

  private <T> List<CompletableFuture<T>> askAll(Function<KeyedLoop, T> question)
      throws InterruptedException {
    List<CompletableFuture<T>> answers = new ArrayList<>();
    for (Shard shard : shards) {
      answers.add(shard.ask(question));
    }
    return answers;
  }

  /** Ends after the points handed over so far; what waits for late points is not worked out. */
  @Override
  public void close() {
    try {
      for (Shard shard : shards) {
        shard.stop();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
