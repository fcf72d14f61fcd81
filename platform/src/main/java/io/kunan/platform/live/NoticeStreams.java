package io.kunan.platform.live;

import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of everything that is published, with a status in between. */
@FunctionalInterface
public interface NoticeStreams {
  /**
   * @param statusMillis how often the status is sent
   * @param status gives it
   */
  SseEmitter open(long statusMillis, Supplier<Object> status);
}
