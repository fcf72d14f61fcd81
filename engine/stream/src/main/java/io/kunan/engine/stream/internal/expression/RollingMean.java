package io.kunan.engine.stream.internal.expression;

import io.kunan.kernel.Micros;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Mean of a signal over the last {@code length}, weighted by time, over the time between usable
 * points only. With one point it is that point.
 */
final class RollingMean implements Probe.Memory {
  private final Signal signal;
  private final long length;
  private final Trace points = new Trace();
  private double area;
  private double weight;

  RollingMean(Signal signal, long length) {
    this.signal = signal;
    this.length = length;
  }

  @Override
  public double take(Readings readings) {
    long now = readings.now();
    if (signal.isFresh(readings)) {
      add(now, signal.of(readings));
    }
    evict(now - length);
    return mean(now - length);
  }

  /** An unusable point is kept as a break: nothing is known on either side of it. */
  private void add(long time, double value) {
    points.addLast(time, value);
    int last = points.size() - 1;
    if (last > 0) {
      account(last - 1, 1);
    }
  }

  private void evict(long cut) {
    while (points.size() > 1 && points.time(1) <= cut) {
      account(0, -1);
      points.removeFirst();
    }
    if (points.size() == 1) {
      area = 0;
      weight = 0;
    }
  }

  /** Adds or takes away what lies between a point and the next. */
  private void account(int i, int sign) {
    double seconds = seconds(points.time(i), points.time(i + 1));
    double between = between(points.value(i), points.value(i + 1));
    if (!Double.isNaN(between)) {
      area += sign * seconds * between;
      weight += sign * seconds;
    }
  }

  private double mean(long cut) {
    if (points.size() == 0) {
      return Double.NaN;
    }
    double wanted = area;
    double time = weight;
    if (points.size() > 1 && points.time(0) < cut) {
      double first = points.value(0);
      double second = points.value(1);
      double outside = seconds(points.time(0), cut);
      double whole = seconds(points.time(0), points.time(1));
      double atCut = signal.isStep() ? first : first + (second - first) * outside / whole;
      double between = between(first, atCut);
      if (!Double.isNaN(between(first, second))) {
        wanted -= outside * between;
        time -= outside;
      }
    }
    return time > 0 ? wanted / time : points.value(points.size() - 1);
  }

  private double between(double first, double second) {
    return signal.isStep() ? Double.isNaN(second) ? Double.NaN : first : (first + second) / 2;
  }

  private static double seconds(long from, long to) {
    return (to - from) / (double) Micros.PER_SECOND;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    points.write(out);
    out.writeDouble(area);
    out.writeDouble(weight);
  }

  @Override
  public void read(DataInput in) throws IOException {
    points.read(in);
    area = in.readDouble();
    weight = in.readDouble();
  }
}
