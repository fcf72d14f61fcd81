package io.kunan.platform.jobs.internal;

import io.kunan.kernel.Sentence;
import io.kunan.platform.jobs.Job;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.JobState;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.live.Notices;
import io.kunan.platform.web.Caller;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Runs at most two jobs at a time; keeps the newest of those that are over. */
@Component
class JobRunner implements Jobs {
  private static final int KEPT = 200;

  private final Map<Long, RunningJob> jobs = new ConcurrentHashMap<>();
  private final Map<Long, Long> toldAt = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().name("job-", 1).factory());
  private final Clock clock;
  private final Notices notices;

  JobRunner(Clock clock, Notices notices) {
    this.clock = clock;
    this.notices = notices;
  }

  @Override
  public Job start(JobKind kind, @Sentence String title, Predicate<Caller> audience, Work work) {
    long id = numbers.incrementAndGet();
    Job job = new Job(id, kind, title, JobState.QUEUED, 0, 0, "", clock.instant(), null);
    RunningJob running = new RunningJob(job, audience, work, clock, this::tell);
    jobs.put(id, running);
    forgetOld();
    tell(running);
    threads.execute(running);
    return job;
  }

  @Override
  public Optional<Job> cancel(long id) {
    Optional<RunningJob> job = Optional.ofNullable(jobs.get(id));
    job.ifPresent(RunningJob::cancel);
    return job.map(RunningJob::job);
  }

  @Override
  public Optional<Job> find(long id) {
    return Optional.ofNullable(jobs.get(id)).map(RunningJob::job);
  }

  @Override
  public Optional<Job> find(long id, Caller person) {
    return Optional.ofNullable(jobs.get(id))
        .filter(job -> job.audience().test(person))
        .map(RunningJob::job);
  }

  @Override
  public List<Job> list(Caller person) {
    return newestFirst().filter(job -> job.audience().test(person)).map(RunningJob::job).toList();
  }

  private Stream<RunningJob> newestFirst() {
    return jobs.values().stream()
        .sorted(Comparator.<RunningJob>comparingLong(job -> job.job().id()).reversed());
  }

  /** Tells the consoles, at most twice a second for a job that merely goes on. */
  private void tell(RunningJob running) {
    Job job = running.job();
    long now = clock.millis();
    long last = toldAt.getOrDefault(job.id(), 0L);
    if (job.state() != JobState.RUNNING || now - last >= 500) {
      toldAt.put(job.id(), now);
      notices.publish("job", job, running.audience());
    }
  }

  private void forgetOld() {
    newestFirst()
        .map(RunningJob::job)
        .filter(job -> job.state().isOver())
        .skip(KEPT)
        .forEach(
            job -> {
              jobs.remove(job.id());
              toldAt.remove(job.id());
            });
  }

  @PreDestroy
  void stop() throws InterruptedException {
    jobs.values().forEach(RunningJob::cancel);
    threads.shutdown();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      threads.shutdownNow();
      threads.awaitTermination(5, TimeUnit.SECONDS);
    }
  }
}
