package io.kunan.platform.live;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Opens streams of server-sent events. Each has a thread of its own, so that a slow reader delays
 * nobody; all end when the server stops.
 */
public interface EventStreams {
  /**
   * Sends what {@code next} gives, at most once a second, and a ping when there is nothing.
   *
   * @param event name of the event
   * @param next what changed since it was last asked; null for nothing
   */
  SseEmitter everySecond(String event, Supplier<@Nullable Object> next);
}
