package io.kunan.platform.live;

/** Tells all open consoles what just happened. */
public interface Notices {
  /**
   * Sends an event to every console.
   *
   * @param event name such as {@code alarm}, {@code advice}, {@code job}
   * @param body written as JSON
   */
  void publish(String event, Object body);
}
