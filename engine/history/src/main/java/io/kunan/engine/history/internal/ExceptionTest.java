package io.kunan.engine.history.internal;

import io.kunan.engine.history.Compression.Gate;
import io.kunan.engine.history.Point;
import io.kunan.kernel.Micros;

/**
 * Passes a point that differs from the last one passed by more than a deviation, and the one before
 * it, which says how long nothing happened.
 */
public final class ExceptionTest implements PointTaker {
  private final double deviation;
  private final long shortest;
  private final long longest;
  private final PointTaker next;

  private boolean started;
  private long passedTime;
  private double passed;
  private short passedQuality;
  private boolean held;
  private long heldTime;
  private double heldValue;
  private short heldQuality;

  public ExceptionTest(Gate gate, PointTaker next) {
    deviation = gate.deviation();
    shortest = Micros.of(gate.shortest());
    longest = Micros.of(gate.longest());
    this.next = next;
  }

  @Override
  public void take(long time, double value, short quality) {
    if (started && time <= Math.max(passedTime, held ? heldTime : passedTime)) {
      next.take(time, value, quality);
      return;
    }
    boolean turned = started && (quality != passedQuality || usable(value, quality) != usable());
    if (!started || turned || isException(time, value) || time - passedTime >= longest) {
      flush();
      pass(time, value, quality);
    } else {
      held = true;
      heldTime = time;
      heldValue = value;
      heldQuality = quality;
    }
  }

  /** As {@link #flush}, when the point held back was measured at or before an instant. */
  public void flushUntil(long time) {
    if (held && heldTime <= time) {
      flush();
    }
  }

  /** Passes the point held back, if any. */
  public void flush() {
    if (held) {
      pass(heldTime, heldValue, heldQuality);
    }
  }

  private boolean isException(long time, double value) {
    return Math.abs(value - passed) > deviation && time - passedTime >= shortest;
  }

  private boolean usable() {
    return usable(passed, passedQuality);
  }

  private static boolean usable(double value, short quality) {
    return Point.isUsable(value, quality);
  }

  private void pass(long time, double value, short quality) {
    started = true;
    held = false;
    passedTime = time;
    passed = value;
    passedQuality = quality;
    next.take(time, value, quality);
  }
}
