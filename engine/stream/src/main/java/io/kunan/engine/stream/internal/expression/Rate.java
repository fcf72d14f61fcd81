package io.kunan.engine.stream.internal.expression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How fast a signal moves between its last two usable points, for each {@code per}. */
final class Rate implements Probe.Memory {
  private final Signal signal;
  private final long per;
  private long lastTime = Readings.NEVER;
  private double lastValue = Double.NaN;
  private double rate = Double.NaN;

  Rate(Signal signal, long per) {
    this.signal = signal;
    this.per = per;
  }

  @Override
  public double take(Readings readings) {
    double value = signal.of(readings);
    if (!signal.isFresh(readings)) {
      return rate;
    }
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (lastTime != Readings.NEVER) {
      rate = (value - lastValue) * per / (readings.now() - lastTime);
    }
    lastTime = readings.now();
    lastValue = value;
    return rate;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(lastTime);
    out.writeDouble(lastValue);
    out.writeDouble(rate);
  }

  @Override
  public void read(DataInput in) throws IOException {
    lastTime = in.readLong();
    lastValue = in.readDouble();
    rate = in.readDouble();
  }
}
