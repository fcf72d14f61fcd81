package io.kunan.app.cli.micrograph;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Does work one piece behind the caller: at most one is under way, so memory stays bounded. */
final class Behind implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private @Nullable Future<?> last;

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Starts work once what was started before is done; its failure is thrown here. */
  void run(Work work) throws IOException {
    await();
    Callable<Boolean> task =
        () -> {
          work.run();
          return true;
        };
    last = thread.submit(task);
  }

  /** Waits for what was started. */
  void await() throws IOException {
    Future<?> started = last;
    last = null;
    if (started == null) {
      return;
    }
    try {
      started.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while results were written", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failed -> throw failed;
        case RuntimeException failed -> throw failed;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
