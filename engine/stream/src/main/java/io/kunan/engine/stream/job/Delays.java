package io.kunan.engine.stream.job;

import java.time.Duration;

/**
 * How long points must confirm a change. Only time between two points that both confirm it counts:
 * silence makes no rule older, and a bad measurement interrupts the counting without ending it.
 *
 * @param raise before the rule is raised
 * @param clear before it is cleared
 */
public record Delays(Duration raise, Duration clear) {
  public static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO);
}
