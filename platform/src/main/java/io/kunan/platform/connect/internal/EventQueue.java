package io.kunan.platform.connect.internal;

import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.PlantEvent;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands events of plants to whoever keeps them, in order, off the threads of the connections. A
 * failure is tried again: the database may be away for a while. Beyond ten thousand waiting events
 * the oldest is given up and told in the log.
 */
@Component
class EventQueue implements EventSink, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);
  private static final int LARGEST = 10_000;

  private final BlockingQueue<PlantEvent> waiting = new ArrayBlockingQueue<>(LARGEST);
  private final ObjectProvider<EventSink> keepers;
  private final Thread carrier;

  EventQueue(ObjectProvider<EventSink> keepers) {
    this.keepers = keepers;
    this.carrier = Thread.ofPlatform().name("plant-events").daemon().start(this::carry);
  }

  @Override
  public void accept(PlantEvent event) {
    while (!waiting.offer(event)) {
      LOG.warn("too many events wait; given up: {}", waiting.poll());
    }
  }

  private void carry() {
    try {
      while (true) {
        PlantEvent event = waiting.take();
        while (!isKept(event)) {
          TimeUnit.SECONDS.sleep(2);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isKept(PlantEvent event) {
    try {
      keepers.stream().filter(keeper -> keeper != this).forEach(keeper -> keeper.accept(event));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("an event could not be kept; tried again: {}", event, e);
      return false;
    }
  }

  @Override
  public void destroy() {
    carrier.interrupt();
  }
}
