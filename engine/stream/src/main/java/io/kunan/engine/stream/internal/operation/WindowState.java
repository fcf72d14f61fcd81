package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.internal.expression.Readings;
import io.kunan.engine.stream.operator.OperatorState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The panes that the windows still open are made of, and the last point. */
final class WindowState implements OperatorState {
  private static final long NEVER = Long.MIN_VALUE;

  private final Readings readings;
  private final TreeMap<Long, Pane> panes = new TreeMap<>();
  private long lastTime = NEVER;
  private double lastValue = Double.NaN;

  WindowState(Readings readings) {
    this.readings = readings;
  }

  Readings readings() {
    return readings;
  }

  /** Time of the last point, usable or not. */
  long lastTime() {
    return lastTime;
  }

  /** The pane that begins then, made when there is none. */
  Pane pane(long start) {
    Pane pane = panes.get(start);
    if (pane == null) {
      pane = new Pane();
      panes.put(start, pane);
    }
    return pane;
  }

  boolean hasPane(long start) {
    return panes.containsKey(start);
  }

  boolean hasPanes() {
    return !panes.isEmpty();
  }

  void dropPanesBefore(long start) {
    panes.headMap(start).clear();
  }

  Pane joined() {
    Pane whole = new Pane();
    panes.values().forEach(whole::join);
    return whole;
  }

  /** Counts what is known from {@code from}, not before the last point, to the new one. */
  void stretch(Pane pane, long from, long time, double now, boolean step) {
    if (lastTime == NEVER || Double.isNaN(lastValue) || !Double.isFinite(now)) {
      return;
    }
    double share = (double) (from - lastTime) / (time - lastTime);
    double atFrom = lastValue + share * (now - lastValue);
    pane.stretch(time - from, step ? lastValue : (atFrom + now) / 2);
  }

  /** The last value holds until the end of its pane. */
  void hold(Pane pane, long end) {
    if (!Double.isNaN(lastValue)) {
      pane.stretch(end - lastTime, lastValue);
    }
  }

  void point(Pane pane, long time, double value) {
    boolean usable = Double.isFinite(value);
    if (usable) {
      pane.point(value, readings.worstQuality());
    } else {
      pane.gap();
    }
    lastTime = time;
    lastValue = usable ? value : Double.NaN;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    readings.write(out);
    out.writeLong(lastTime);
    out.writeDouble(lastValue);
    out.writeInt(panes.size());
    for (Map.Entry<Long, Pane> pane : panes.entrySet()) {
      out.writeLong(pane.getKey());
      pane.getValue().write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    readings.read(in);
    lastTime = in.readLong();
    lastValue = in.readDouble();
    panes.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      pane(in.readLong()).read(in);
    }
  }
}
