package io.kunan.platform.live;

import io.kunan.platform.web.Caller;
import java.util.function.Predicate;

/** Tells open consoles what just happened. */
public interface Notices {
  /**
   * Sends an event to the consoles of those it concerns.
   *
   * @param event name such as {@code alarm}, {@code advice}, {@code job}
   * @param body written as JSON
   * @param audience who may know; {@link Caller#seesAllSites} for what belongs to no site
   */
  void publish(String event, Object body, Predicate<Caller> audience);
}
