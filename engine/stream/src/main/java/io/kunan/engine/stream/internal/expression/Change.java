package io.kunan.engine.stream.internal.expression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How much a signal has changed in the last {@code length}; not known until it is that old. */
final class Change implements Probe.Memory {
  private final Signal signal;
  private final long length;
  private final Trace points = new Trace();

  Change(Signal signal, long length) {
    this.signal = signal;
    this.length = length;
  }

  @Override
  public double take(Readings readings) {
    double value = signal.of(readings);
    if (signal.isFresh(readings) && !Double.isNaN(value)) {
      points.addLast(readings.now(), value);
    }
    long cut = readings.now() - length;
    while (points.size() > 1 && points.time(1) <= cut) {
      points.removeFirst();
    }
    return points.size() == 0 || points.time(0) > cut ? Double.NaN : value - at(cut);
  }

  private double at(long cut) {
    double first = points.value(0);
    if (points.size() == 1 || signal.isStep()) {
      return first;
    }
    double share = (double) (cut - points.time(0)) / (points.time(1) - points.time(0));
    return first + share * (points.value(1) - first);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    points.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    points.read(in);
  }
}
