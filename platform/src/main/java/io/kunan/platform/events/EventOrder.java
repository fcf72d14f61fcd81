package io.kunan.platform.events;

/** By what events are sorted. */
public enum EventOrder {
  START,
  END,
  TYPE,
  DURATION
}
