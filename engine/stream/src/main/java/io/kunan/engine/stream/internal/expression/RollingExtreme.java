package io.kunan.engine.stream.internal.expression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Least or greatest usable point of the last {@code length}; candidates only are kept. */
final class RollingExtreme implements Probe.Memory {
  private final Signal signal;
  private final long length;
  private final int sign;
  private final Trace candidates = new Trace();

  /**
   * @param greatest whether the greatest is wanted
   */
  RollingExtreme(Signal signal, long length, boolean greatest) {
    this.signal = signal;
    this.length = length;
    this.sign = greatest ? 1 : -1;
  }

  @Override
  public double take(Readings readings) {
    double value = signal.of(readings);
    if (signal.isFresh(readings) && !Double.isNaN(value)) {
      while (candidates.size() > 0
          && sign * candidates.value(candidates.size() - 1) <= sign * value) {
        candidates.removeLast();
      }
      candidates.addLast(readings.now(), value);
    }
    while (candidates.size() > 0 && candidates.time(0) < readings.now() - length) {
      candidates.removeFirst();
    }
    return candidates.size() == 0 ? Double.NaN : candidates.value(0);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    candidates.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    candidates.read(in);
  }
}
