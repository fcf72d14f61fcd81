package io.kunan.platform.alarms.internal;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.platform.alarms.AlarmKind;

/**
 * Follows one rule on one tag, point by point. The delay counts only time confirmed by points: a
 * silent source never makes a limit alarm older. Points that are late or of bad quality change
 * nothing, except that a stale rule counts the age of the last usable one.
 *
 * <p>Used by one thread.
 */
final class ConditionWatch {
  /** What a point or a tick changed. */
  enum Change {
    NONE,
    RAISED,
    CLEARED
  }

  private static final long NEVER = Long.MIN_VALUE;

  private final Condition condition;
  private long lastTime;
  private double lastValue = Double.NaN;
  private long brokenSince = NEVER;
  private boolean active;
  private double figure = Double.NaN;

  /**
   * @param condition what is watched
   * @param active whether the alarm stands already, from before a restart
   * @param since the instant from which silence counts, microseconds UTC
   */
  ConditionWatch(Condition condition, boolean active, long since) {
    this.condition = condition;
    this.active = active;
    this.lastTime = since;
  }

  /**
   * The watch that goes on from here when the rules are taken up anew. One whose rule says the same
   * goes on as it is; one whose limits changed keeps the last usable point, so that a silence is no
   * shorter for it.
   */
  ConditionWatch under(Condition now, boolean stands) {
    if (condition.equals(now) && active == stands) {
      return this;
    }
    ConditionWatch next = new ConditionWatch(now, stands, lastTime);
    next.lastValue = lastValue;
    return next;
  }

  AlarmKind kind() {
    return condition.kind();
  }

  /** The figure last compared with the limit: a value, a rate per minute or an age in seconds. */
  double figure() {
    return figure;
  }

  boolean isActive() {
    return active;
  }

  Change onPoint(long time, double value, short quality) {
    if (Quality.isBad(quality) || Double.isNaN(value)) {
      return Change.NONE;
    }
    if (time <= lastTime && !Double.isNaN(lastValue)) {
      return Change.NONE;
    }
    double previous = lastValue;
    long elapsed = time - lastTime;
    lastValue = value;
    lastTime = time;
    return switch (condition.kind()) {
      case LIMIT_HIGH, LIMIT_LOW -> judge(time, value);
      case RATE ->
          Double.isNaN(previous) || elapsed <= 0
              ? Change.NONE
              : judge(time, Math.abs(value - previous) * Micros.PER_MINUTE / elapsed);
      case STALE -> judge(time, 0);
      case MODEL, STREAM -> Change.NONE;
    };
  }

  /** The clock moved on; only a stale rule takes notice. */
  Change onTick(long now) {
    if (condition.kind() != AlarmKind.STALE) {
      return Change.NONE;
    }
    return judge(now, Math.max(0, now - lastTime) / (double) Micros.PER_SECOND);
  }

  private Change judge(long time, double measured) {
    figure = measured;
    if (active) {
      return condition.isBack(measured) ? clear() : Change.NONE;
    }
    if (!condition.isBroken(measured)) {
      brokenSince = NEVER;
      return Change.NONE;
    }
    if (brokenSince == NEVER) {
      brokenSince = time;
    }
    if (time - brokenSince < condition.delayMicros()) {
      return Change.NONE;
    }
    active = true;
    return Change.RAISED;
  }

  private Change clear() {
    active = false;
    brokenSince = NEVER;
    return Change.CLEARED;
  }
}
