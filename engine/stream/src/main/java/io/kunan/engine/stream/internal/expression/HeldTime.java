package io.kunan.engine.stream.internal.expression;

import io.kunan.kernel.Micros;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Seconds a condition has held; 0 while it does not, not known while it is not known. */
final class HeldTime implements Probe.Memory {
  private final Node condition;
  private final ConfirmedTime time = new ConfirmedTime();

  HeldTime(Node condition) {
    this.condition = condition;
  }

  @Override
  public double take(Readings readings) {
    double holds = condition.of(readings);
    long confirmed = time.take(readings.now(), holds);
    return Double.isNaN(holds) ? Double.NaN : Math.max(0, confirmed) / (double) Micros.PER_SECOND;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    time.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    time.read(in);
  }
}
