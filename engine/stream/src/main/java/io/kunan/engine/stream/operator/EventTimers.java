package io.kunan.engine.stream.operator;

/** Timers of the key at hand, in event time. */
public interface EventTimers {
  /** Asks for a call once event time has reached this instant. A second call for it is one. */
  void set(long time);

  void cancel(long time);
}
