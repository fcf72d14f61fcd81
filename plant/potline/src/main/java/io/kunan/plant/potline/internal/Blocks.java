package io.kunan.plant.potline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs work on all pots, in blocks of pots on several threads where that pays. */
final class Blocks implements AutoCloseable {
  private static final int POTS_IN_BLOCK = 20;

  private final int pots;
  private final @Nullable ExecutorService workers;

  Blocks(int pots, int threads) {
    this.pots = pots;
    workers =
        threads > 1 && pots > POTS_IN_BLOCK
            ? Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())
            : null;
  }

  /** Does the work for every pot; {@code small} work stays on the calling thread. */
  void each(boolean small, IntConsumer work) {
    if (workers == null || small) {
      for (int p = 0; p < pots; p++) {
        work.accept(p);
      }
      return;
    }
    List<Callable<Boolean>> blocks = new ArrayList<>();
    for (int first = 0; first < pots; first += POTS_IN_BLOCK) {
      int from = first;
      int until = Math.min(pots, first + POTS_IN_BLOCK);
      blocks.add(
          () -> {
            for (int p = from; p < until; p++) {
              work.accept(p);
            }
            return true;
          });
    }
    try {
      for (Future<Boolean> block : workers.invokeAll(blocks)) {
        block.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the pots were being advanced", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a block of pots failed", e.getCause());
    }
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.close();
    }
  }
}
