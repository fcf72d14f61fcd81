package io.kunan.platform.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What must wait until a change is in the database for good: caches, live views, notices. It runs
 * in the thread of the change, whose transaction is over: what writes to the database there needs a
 * transaction of its own (REQUIRES_NEW).
 */
public final class AfterCommit {
  private AfterCommit() {}

  /** Runs it after the transaction under way has been committed, at once when there is none. */
  public static void run(Runnable what) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      what.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            what.run();
          }
        });
  }
}
