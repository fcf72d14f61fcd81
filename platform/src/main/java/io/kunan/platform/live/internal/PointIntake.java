package io.kunan.platform.live.internal;

import io.kunan.engine.history.History;
import io.kunan.kernel.PointBatch;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.live.PointListener;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores first, then tells. A listener that fails does not stop the plant's data. */
@Component
class PointIntake implements Ingest {
  private static final Logger LOG = LoggerFactory.getLogger(PointIntake.class);

  private final History history;
  private final LastValues lastValues;
  private final List<PointListener> listeners;

  PointIntake(History history, LastValues lastValues, List<PointListener> listeners) {
    this.history = history;
    this.lastValues = lastValues;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void live(PointBatch batch) {
    if (batch.isEmpty()) {
      return;
    }
    history.append(batch);
    lastValues.take(batch);
    tell(batch, PointListener::onPoints);
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
