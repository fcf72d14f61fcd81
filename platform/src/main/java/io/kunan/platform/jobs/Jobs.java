package io.kunan.platform.jobs;

import io.kunan.kernel.Progress;
import java.util.List;
import java.util.Optional;

/** Runs long work in the background, one after the other when the machine is busy. */
public interface Jobs {
  /** Work that reports how far it is and stops when {@link Progress#report} answers false. */
  @FunctionalInterface
  interface Work {
    void run(Progress progress) throws Exception;
  }

  /** Queues work and returns at once. */
  Job start(JobKind kind, String title, Work work);

  /** Asks a job to stop at its next safe point. Empty when there is no such job. */
  Optional<Job> cancel(long id);

  Optional<Job> find(long id);

  /** Those of this run of the server, the newest first. */
  List<Job> list();
}
