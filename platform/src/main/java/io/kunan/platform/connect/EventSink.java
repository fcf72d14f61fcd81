package io.kunan.platform.connect;

/** Takes the events that plants send. Called from the thread of the connection: be quick. */
@FunctionalInterface
public interface EventSink {
  /** Takes an event; the same key replaces what was told before. */
  void accept(PlantEvent event);
}
