package io.kunan.platform.jobs;

import io.kunan.kernel.Progress;
import io.kunan.kernel.Sentence;
import io.kunan.platform.web.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs long work in the background, one after the other when the machine is busy. */
public interface Jobs {
  /** Work that reports how far it is and stops when {@link Progress#report} answers false. */
  @FunctionalInterface
  interface Work {
    void run(Progress progress) throws Exception;
  }

  /**
   * Queues work and returns at once.
   *
   * @param audience who may know of it; {@link Caller#seesAllSites} for what belongs to no site
   */
  Job start(JobKind kind, @Sentence String title, Predicate<Caller> audience, Work work);

  /** Asks a job to stop at its next safe point. Empty when there is no such job. */
  Optional<Job> cancel(long id);

  Optional<Job> find(long id);

  /** The job, when the person may know of it. */
  Optional<Job> find(long id, Caller person);

  /** Those of this run of the server a person may know of, the newest first. */
  List<Job> list(Caller person);
}
