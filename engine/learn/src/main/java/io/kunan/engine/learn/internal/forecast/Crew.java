package io.kunan.engine.learn.internal.forecast;

import io.kunan.kernel.Progress;
import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does fits side by side, tells how far it is and stops when told to. */
public final class Crew implements AutoCloseable {
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16),
          Thread.ofPlatform().daemon().name("learn-", 0).factory());
  private final Progress progress;
  private long planned;
  private long done;

  public Crew(Progress progress) {
    this.progress = progress;
  }

  /**
   * Does all jobs and gives their answers in the order of the jobs, whichever ends first.
   *
   * @throws CancellationException when the watcher wants no more
   */
  public <T> List<T> all(@Sentence String what, List<Callable<T>> jobs) {
    planned += jobs.size();
    tell(what);
    List<Future<T>> futures = jobs.stream().map(workers::submit).toList();
    List<T> answers = new ArrayList<>();
    for (Future<T> future : futures) {
      answers.add(await(future));
      done++;
      tell(what);
    }
    return answers;
  }

  private void tell(@Sentence String what) {
    if (!progress.report(done, planned, what)) {
      workers.shutdownNow();
      throw new CancellationException("stopped while " + what);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    workers.close();
  }
}
