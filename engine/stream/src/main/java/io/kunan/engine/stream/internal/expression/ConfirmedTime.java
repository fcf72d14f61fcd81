package io.kunan.engine.stream.internal.expression;

import io.kunan.engine.stream.operator.OperatorState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long a condition has held, counting only the time between two successive moments that both
 * confirm it. A moment at which it is not known interrupts the counting; one at which it is false
 * ends it.
 */
public final class ConfirmedTime implements OperatorState {
  private static final long NOT = Long.MIN_VALUE;

  private long since = NOT;
  private long last = NOT;
  private long confirmed;

  /**
   * The condition at the next moment.
   *
   * @return confirmed microseconds; −1 while it does not hold
   */
  public long take(long time, double condition) {
    if (Double.isNaN(condition)) {
      last = NOT;
      return since == NOT ? -1 : confirmed;
    }
    if (condition == Node.FALSE) {
      reset();
      return -1;
    }
    if (since == NOT) {
      since = time;
    }
    if (last != NOT) {
      confirmed += time - last;
    }
    last = time;
    return confirmed;
  }

  /** When it began to hold; valid while it does. */
  public long since() {
    return since;
  }

  public void reset() {
    since = NOT;
    last = NOT;
    confirmed = 0;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(since);
    out.writeLong(last);
    out.writeLong(confirmed);
  }

  @Override
  public void read(DataInput in) throws IOException {
    since = in.readLong();
    last = in.readLong();
    confirmed = in.readLong();
  }
}
