package io.kunan.platform.history.internal;

import io.kunan.engine.history.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Merges small and late files while nobody waits for it. */
@Component
class HistoryUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryUpkeep.class);

  private final History history;

  HistoryUpkeep(History history) {
    this.history = history;
  }

  @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
  void compact() {
    int merged = history.maintenance().compact();
    if (merged > 0) {
      LOG.info("merged {} small files of the history", merged);
    }
  }
}
