package io.kunan.engine.optimise.internal;

import io.kunan.engine.optimise.SolveOptions;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The time of one solve: when it began and when it is over. */
public final class Stopwatch {
  private final long begin = System.nanoTime();
  private volatile long limitNanos;
  private final BooleanSupplier stop;

  /**
   * @param options whose limit counts from now
   * @param stop whether a person asked to stop
   */
  public Stopwatch(SolveOptions options, BooleanSupplier stop) {
    Duration limit = options.limit();
    limitNanos = limit == null ? Long.MAX_VALUE : limit.toNanos();
    this.stop = stop;
  }

  /**
   * Keeps time back for what must still be done when the search is over, at most a quarter of what
   * is left.
   */
  public synchronized void reserve(double seconds) {
    if (limitNanos != Long.MAX_VALUE) {
      double most = Math.max(0, secondsLeft()) / 4;
      limitNanos -= (long) (Math.min(seconds, most) * 1e9);
    }
  }

  public double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Time left, very long when there is no limit. */
  public double secondsLeft() {
    return secondsLeftUntil(1);
  }

  /** Time left until a share of the limit has passed, very long when there is no limit. */
  public double secondsLeftUntil(double share) {
    return limitNanos == Long.MAX_VALUE ? 1e9 : limitNanos / 1e9 * share - seconds();
  }

  public boolean isOver() {
    return System.nanoTime() - begin >= limitNanos || stop.getAsBoolean();
  }

  /** Whether the given share of the limit has passed; never without a limit. */
  public boolean isPast(double share) {
    return stop.getAsBoolean()
        || (limitNanos != Long.MAX_VALUE && System.nanoTime() - begin >= limitNanos * share);
  }
}
