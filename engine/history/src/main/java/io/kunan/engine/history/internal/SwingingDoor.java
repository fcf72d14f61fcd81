package io.kunan.engine.history.internal;

import io.kunan.engine.history.Compression.Gate;
import io.kunan.engine.history.Point;
import io.kunan.kernel.Micros;

/**
 * Keeps a point when no straight line from the last kept one could stay within the deviation of all
 * points between; for a stepping tag, no held value. Between kept points the error is at most the
 * deviation as long as the shortest time is zero.
 */
public final class SwingingDoor implements PointTaker {
  private final double deviation;
  private final long shortest;
  private final long longest;
  private final boolean step;
  private final PointTaker next;

  private boolean started;
  private long keptTime;
  private double kept;
  private short keptQuality;
  private boolean held;
  private long heldTime;
  private double heldValue;
  private short heldQuality;
  private double lowest;
  private double highest;

  public SwingingDoor(Gate gate, boolean step, PointTaker next) {
    deviation = gate.deviation();
    shortest = Micros.of(gate.shortest());
    longest = Micros.of(gate.longest());
    this.step = step;
    this.next = next;
  }

  @Override
  public void take(long time, double value, short quality) {
    if (started && time <= Math.max(keptTime, held ? heldTime : keptTime)) {
      next.take(time, value, quality);
      return;
    }
    boolean usable = Point.isUsable(value, quality);
    if (!started || quality != keptQuality || usable != Point.isUsable(kept, keptQuality)) {
      flush();
      keep(time, value, quality);
      return;
    }
    if (usable && breaks(time, value)) {
      flush();
    }
    boolean jumps = usable && breaks(time, value) && time - keptTime >= shortest;
    if (jumps || time - keptTime >= longest) {
      keep(time, value, quality);
      return;
    }
    if (time - keptTime >= shortest) {
      hold(time, value, quality, usable);
    }
  }

  /** As {@link #flush}, when the point held back was measured at or before an instant. */
  public void flushUntil(long time) {
    if (held && heldTime <= time) {
      flush();
    }
  }

  /** Keeps the point held back, if any. */
  public void flush() {
    if (held) {
      keep(heldTime, heldValue, heldQuality);
    }
  }

  private boolean breaks(long time, double value) {
    if (step) {
      return Math.abs(value - kept) > deviation;
    }
    double slope = (value - kept) / ((double) time - keptTime);
    return slope < lowest || slope > highest;
  }

  private void hold(long time, double value, short quality, boolean usable) {
    held = true;
    heldTime = time;
    heldValue = value;
    heldQuality = quality;
    if (usable) {
      double span = (double) time - keptTime;
      lowest = Math.max(lowest, (value - deviation - kept) / span);
      highest = Math.min(highest, (value + deviation - kept) / span);
    }
  }

  private void keep(long time, double value, short quality) {
    started = true;
    held = false;
    keptTime = time;
    kept = value;
    keptQuality = quality;
    lowest = Double.NEGATIVE_INFINITY;
    highest = Double.POSITIVE_INFINITY;
    next.take(time, value, quality);
  }
}
