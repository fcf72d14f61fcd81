package io.kunan.platform.history.internal;

import io.kunan.engine.history.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Merges small and late files and forgets what is too old, while nobody waits for it. */
@Component
public class HistoryUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryUpkeep.class);

  private final History history;
  private final RetentionBook retention;

  HistoryUpkeep(History history, RetentionBook retention) {
    this.history = history;
    this.retention = retention;
  }

  /** A round of it. */
  @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
  public void go() {
    long removed = retention.apply();
    if (removed > 0) {
      LOG.info("removed {} points that are older than their class allows", removed);
    }
    int merged = history.maintenance().compact();
    if (merged > 0) {
      LOG.info("merged {} small files of the history", merged);
    }
  }
}
