package io.kunan.platform.jobs.internal;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Sentence;
import io.kunan.platform.jobs.Job;
import io.kunan.platform.jobs.JobState;
import io.kunan.platform.jobs.Jobs.Work;
import io.kunan.platform.web.Caller;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job under way. The record it shows is replaced as a whole, so that readers see one moment.
 */
final class RunningJob implements Runnable, Progress {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

  private final Predicate<Caller> audience;
  private final Work work;
  private final Clock clock;
  private final Consumer<RunningJob> told;
  private volatile Job job;
  private volatile boolean cancelled;

  RunningJob(
      Job job, Predicate<Caller> audience, Work work, Clock clock, Consumer<RunningJob> told) {
    this.job = job;
    this.audience = audience;
    this.work = work;
    this.clock = clock;
    this.told = told;
  }

  Job job() {
    return job;
  }

  /** Who may know of it. */
  Predicate<Caller> audience() {
    return audience;
  }

  /** Stops it at its next safe point, or before it begins. */
  void cancel() {
    cancelled = true;
    if (job.state() == JobState.QUEUED) {
      end(JobState.CANCELLED, "");
    }
  }

  @Override
  public void run() {
    if (job.state().isOver()) {
      return;
    }
    set(JobState.RUNNING, job.done(), job.total(), job.message());
    try {
      work.run(this);
      end(cancelled ? JobState.CANCELLED : JobState.DONE, job.message());
    } catch (InputException e) {
      end(JobState.FAILED, Objects.requireNonNullElse(e.getMessage(), ""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(JobState.CANCELLED, "the server is stopping");
    } catch (Exception e) {
      LOG.error("job {} ({}) failed", job.id(), job.title(), e);
      end(JobState.FAILED, "a fault of ours: " + e + "; see the log");
    }
  }

  @Override
  public boolean report(long done, long total, @Sentence String what) {
    set(JobState.RUNNING, done, total, what);
    return !cancelled;
  }

  private void end(JobState state, @Sentence String message) {
    job =
        new Job(
            job.id(),
            job.kind(),
            job.title(),
            state,
            job.done(),
            job.total(),
            message,
            job.startedAt(),
            clock.instant());
    told.accept(this);
  }

  private void set(JobState state, long done, long total, @Sentence String message) {
    job =
        new Job(
            job.id(), job.kind(), job.title(), state, done, total, message, job.startedAt(), null);
    told.accept(this);
  }
}
