package io.kunan.platform.live;

import io.kunan.platform.web.Caller;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of what is published and concerns a person, with a status in between. */
@FunctionalInterface
public interface NoticeStreams {
  /**
   * @param listener who listens
   * @param statusMillis how often the status is sent
   * @param status gives it
   */
  SseEmitter open(Caller listener, long statusMillis, Supplier<Object> status);
}
