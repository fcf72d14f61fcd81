package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.StreamOutput;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A loop with a thread of its own. Whoever hands it points waits while it is behind. */
public final class Shard {
  private static final int LONGEST_QUEUE = 64;

  /** How far the clock of a source may run ahead before its points stop moving event time. */
  private static final long AHEAD = Micros.PER_MINUTE;

  private sealed interface Task {
    /** Points to work on. */
    record Points(PointBatch batch) implements Task {}

    /** The clock moved on. */
    record Tick(long now) implements Task {}

    /** Something to do between two batches. */
    record Work(Runnable what, CompletableFuture<?> answer) implements Task {}

    /** The end. */
    record Stop() implements Task {}
  }

  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private final KeyedLoop loop;
  private final StreamOutput output;
  private final long patience;
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  /**
   * @param patience how long a source may be silent before event time follows the clock, in
   *     microseconds
   */
  public Shard(String name, KeyedLoop loop, StreamOutput output, long patience) {
    this.loop = loop;
    this.output = output;
    this.patience = patience;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Hands over points; waits while the queue is full. */
  public void feed(PointBatch batch) throws InterruptedException {
    put(new Task.Points(batch));
  }

  public void tick(long now) throws InterruptedException {
    put(new Task.Tick(now));
  }

  /** Does something with the loop after all points handed over before. */
  public <T> CompletableFuture<T> ask(Function<KeyedLoop, T> question) throws InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    put(
        new Task.Work(
            () -> {
              try {
                answer.complete(question.apply(loop));
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            },
            answer));
    return answer;
  }

  /** Ends after what is in the queue. */
  public void stop() throws InterruptedException {
    if (thread.isAlive()) {
      queue.offer(new Task.Stop(), 10, TimeUnit.SECONDS);
      thread.join();
    }
  }

  private void put(Task task) throws InterruptedException {
    while (!queue.offer(task, 100, TimeUnit.MILLISECONDS)) {
      refuseIfFailed();
    }
    refuseIfFailed();
  }

  private void refuseIfFailed() {
    RuntimeException reason = failure;
    if (reason != null || !thread.isAlive()) {
      throw new IllegalStateException("the streams have stopped", reason);
    }
  }

  private void run() {
    try {
      while (work(queue.take())) {
        deliver();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
      refuseWaiting(e);
    }
  }

  private void refuseWaiting(RuntimeException reason) {
    for (Task task = queue.poll(); task != null; task = queue.poll()) {
      if (task instanceof Task.Work work) {
        work.answer.completeExceptionally(reason);
      }
    }
  }

  private boolean work(Task task) {
    switch (task) {
      case Task.Points points -> loop.take(points.batch);
      case Task.Tick tick -> {
        loop.setCeiling(tick.now + AHEAD);
        loop.groups().forEach(group -> group.tick(tick.now, patience));
      }
      case Task.Work work -> work.what.run();
      case Task.Stop _ -> {
        return false;
      }
    }
    return true;
  }

  private void deliver() {
    var said = loop.takeSaid();
    if (!said.isEmpty()) {
      output.take(said);
    }
  }
}
