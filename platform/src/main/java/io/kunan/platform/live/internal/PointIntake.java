package io.kunan.platform.live.internal;

import io.kunan.engine.history.History;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.live.PointListener;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stores first, then tells. A listener that fails does not stop the plant's data. Everybody who
 * listens sees each live point; history keeps what the compression of its tag lets through.
 */
@Component
class PointIntake implements Ingest {
  private static final Logger LOG = LoggerFactory.getLogger(PointIntake.class);

  private final History history;
  private final LiveCompression compression;
  private final Clock clock;
  private final LastValues lastValues;
  private final List<PointListener> listeners;

  PointIntake(
      History history,
      LiveCompression compression,
      Clock clock,
      LastValues lastValues,
      List<PointListener> listeners) {
    this.history = history;
    this.compression = compression;
    this.clock = clock;
    this.lastValues = lastValues;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void live(PointBatch batch) {
    if (batch.isEmpty()) {
      return;
    }
    store(compression.take(batch));
    lastValues.take(batch);
    tell(batch, PointListener::onPoints);
  }

  private void store(PointBatch points) {
    if (points.isEmpty()) {
      return;
    }
    try {
      history.append(points);
    } catch (RuntimeException e) {
      compression.back(points);
      throw e;
    }
  }

  /** A tag that fell silent is not to lack its last point. */
  @Scheduled(fixedDelayString = "PT10S")
  void storeOverdue() {
    store(compression.takeOverdue(Micros.of(clock.instant())));
  }

  @PreDestroy
  void storeAll() {
    store(compression.takeAll());
  }

  private void tell(PointBatch batch, BiConsumer<PointListener, PointBatch> how) {
    for (PointListener listener : listeners) {
      try {
        how.accept(listener, batch);
      } catch (RuntimeException e) {
        LOG.error("{} failed on {}", listener.getClass().getName(), batch, e);
      }
    }
  }

  @Override
  public void past(PointBatch batch) {
    if (!batch.isEmpty()) {
      history.append(batch);
      tell(batch, PointListener::onPast);
    }
  }
}
