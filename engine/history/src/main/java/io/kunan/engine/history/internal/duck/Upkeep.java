package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Maintenance;
import io.kunan.engine.history.Retention;
import io.kunan.engine.history.StoreFigures;
import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sealing, merging and forgetting, one at a time on a thread of their own. */
final class Upkeep implements Maintenance, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

  private final DuckStore store;
  private final Manifest manifest;
  private final Snapshots snapshots;
  private final Sealer sealer;
  private final Compactor compactor;
  private final Retainer retainer;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("history-upkeep").daemon(true).factory());
  private @Nullable Future<?> sealing;

  Upkeep(
      DuckStore store,
      Manifest manifest,
      Snapshots snapshots,
      Sealer sealer,
      Compactor compactor,
      Retainer retainer) {
    this.store = store;
    this.manifest = manifest;
    this.snapshots = snapshots;
    this.sealer = sealer;
    this.compactor = compactor;
    this.retainer = retainer;
  }

  /** Seals in the background what is no longer written to. */
  synchronized void sealLater() {
    sealing = thread.submit(this::sealFull);
  }

  /** Waits until there is room for another hot table. */
  void awaitSealing() {
    Future<?> running;
    synchronized (this) {
      if (sealing == null || (sealing.isDone() && snapshots.now().hots().size() > 1)) {
        sealLater();
      }
      running = sealing;
    }
    if (running != null) {
      await(running);
    }
  }

  @Override
  public void seal() {
    store.endHotTable();
    await(thread.submit(this::sealFull));
  }

  @Override
  public int compact() {
    return await(thread.submit(compactor::compact));
  }

  @Override
  public long retain(Retention retention, Instant now) {
    Callable<Long> work = () -> retainer.retain(retention, now);
    return await(thread.submit(work));
  }

  @Override
  public StoreFigures figures() {
    Snapshot snapshot = snapshots.now();
    List<SealedFile> points = snapshot.points();
    long sealedBytes =
        Stream.concat(points.stream(), snapshot.rollups().stream())
            .mapToLong(SealedFile::bytes)
            .sum();
    return new StoreFigures(
        snapshot.hots().stream().mapToLong(HotTable::rows).sum(),
        points.stream().mapToLong(SealedFile::rows).sum(),
        points.size(),
        (int) points.stream().filter(SealedFile::overlaps).count(),
        snapshot.rollups().size(),
        sealedBytes,
        bytesIn(store.folder()));
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      while (!thread.awaitTermination(1, TimeUnit.HOURS)) {
        LOG.log(System.Logger.Level.INFO, "the history store still seals");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sealFull() {
    List<HotTable> hots = snapshots.now().hots();
    try {
      for (HotTable hot : hots.subList(0, Math.max(0, hots.size() - 1))) {
        sealer.seal(hot);
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "sealing failed; the points stay in the hot table", e);
      throw e;
    }
    shortenLog();
  }

  /** A manifest that cannot be shortened now is shortened another time. */
  private void shortenLog() {
    try {
      manifest.checkpoint();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "the log of the manifest stays long for now", e);
    }
  }

  private static long bytesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file)) {
          bytes += Files.size(file);
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("history store, measure " + folder, e);
    }
  }

  private static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the history store was busy", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
