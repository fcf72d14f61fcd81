package io.kunan.platform.streams.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.JobStatus;
import io.kunan.engine.stream.Snapshot;
import io.kunan.kernel.Micros;
import io.kunan.platform.assets.TagsChanged;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs. One thread of its own sets them up, lets time go on, works out anew what became
 * dirty, and keeps what they remember; after a fault it begins again from there.
 */
@Component
public class StreamEngine {
  private static final Logger LOG = LoggerFactory.getLogger(StreamEngine.class);
  private static final int REWORK_SECONDS = 5;
  private static final int KEEP_SECONDS = 30;
  private static final int AGAIN_SECONDS = 10;

  private final RuntimeSetup setup;
  private final StreamIntake intake;
  private final DirtyTags dirty;
  private final StateFiles files;
  private final History history;
  private final Clock clock;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("streams").daemon().factory());
  private volatile boolean stale = true;
  private volatile boolean closing;
  private long seconds;
  private long notBefore;

  StreamEngine(
      RuntimeSetup setup,
      StreamIntake intake,
      DirtyTags dirty,
      StateFiles files,
      History history,
      Clock clock) {
    this.setup = setup;
    this.intake = intake;
    this.dirty = dirty;
    this.files = files;
    this.history = history;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker.scheduleWithFixedDelay(this::step, 0, 1, TimeUnit.SECONDS);
  }

  @EventListener({StreamJobsChanged.class, TagsChanged.class})
  void takeUpChanges() {
    stale = true;
  }

  /** How the jobs that run do; empty before the first start and after a fault. */
  public Optional<Running> running() {
    return intake.running();
  }

  private void step() {
    if (closing || Micros.of(clock.instant()) < notBefore) {
      return;
    }
    try {
      work();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the streams have stopped; they begin again from what was kept", e);
      end();
      notBefore = Micros.of(clock.instant()) + AGAIN_SECONDS * Micros.PER_SECOND;
    }
  }

  private void work() throws InterruptedException {
    Running before = running().orElse(null);
    boolean begins = stale || before == null;
    Running now = begins ? begin(before) : Objects.requireNonNull(before);
    now.runtime().tick(clock.instant());
    Map<JobKey, Long> changed = intake.takeChangedPast();
    if (!changed.isEmpty()) {
      now.runtime().invalidate(setup.upToNow(changed));
    }
    seconds++;
    if (begins || seconds % REWORK_SECONDS == 0) {
      rework(now);
    }
    if (seconds % KEEP_SECONDS == 0) {
      keep(now);
    }
  }

  /** Takes up the jobs as they are now, and what they remember. */
  private Running begin(@Nullable Running before) throws InterruptedException {
    stale = false;
    Running[] fresh = new Running[1];
    intake.exclusively(
        () -> {
          Snapshot remembered =
              before == null ? files.newest().orElse(null) : before.runtime().snapshot();
          intake.serve(null);
          if (before != null) {
            before.runtime().close();
          }
          Running now = setup.start(remembered, before);
          now.runtime().tick(clock.instant());
          intake.goOnFrom(remembered == null ? 0 : remembered.position());
          boolean first = before == null;
          long since =
              first && remembered != null
                  ? remembered.position() - StreamIntake.LATE
                  : Long.MAX_VALUE;
          now.runtime().invalidate(setup.behind(now, since, first ? dirty.read() : Map.of()));
          intake.serve(now);
          fresh[0] = now;
        });
    return fresh[0];
  }

  private void rework(Running now) throws InterruptedException {
    List<JobStatus> status = now.look();
    long from = dirtyFrom(status);
    if (from == Long.MAX_VALUE) {
      return;
    }
    long[] tickedAt = {System.nanoTime()};
    now.runtime()
        .rework(
            new KnownBefore(history),
            files.before(from, 2),
            from - setup.lookBack(status),
            (done, total, what) -> {
              if (System.nanoTime() - tickedAt[0] > TimeUnit.SECONDS.toNanos(1)) {
                tickedAt[0] = System.nanoTime();
                tick(now);
              }
              return !closing;
            });
    now.look();
  }

  private void tick(Running now) {
    try {
      now.runtime().tick(clock.instant());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static long dirtyFrom(List<JobStatus> all) {
    return all.stream()
        .map(JobStatus::dirtyFrom)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Keeps what the jobs remember; with nothing dirty, all notes so far are done with. */
  private void keep(Running now) throws InterruptedException {
    Snapshot[] snapshot = new Snapshot[1];
    long[] mark = new long[1];
    intake.exclusively(
        () -> {
          mark[0] = dirty.mark();
          snapshot[0] = now.runtime().snapshot();
        });
    if (snapshot[0].position() > 0) {
      files.keep(snapshot[0]);
    }
    if (!intake.isPastChanged() && dirtyFrom(now.look()) == Long.MAX_VALUE) {
      dirty.settle(mark[0]);
    }
  }

  /** Ends without keeping anything; the next step begins again. */
  void end() {
    try {
      intake.exclusively(
          () -> {
            Running last = running().orElse(null);
            intake.serve(null);
            if (last != null) {
              last.runtime().close();
            }
          });
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    closing = true;
    worker.shutdown();
    worker.awaitTermination(30, TimeUnit.SECONDS);
    Running last = running().orElse(null);
    if (last != null) {
      keep(last);
    }
    end();
  }
}
