package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.operator.Moment;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Points of one key that wait for their turn, by time and input. Of two with the same time and
 * input the later to arrive stays. Its head is the next moment.
 */
final class PointBuffer implements Moment {
  private long[] times = new long[4];
  private int[] inputs = new int[4];
  private double[] values = new double[4];
  private short[] qualities = new short[4];
  private int head;
  private int end;
  private int momentEnd;

  /** Points waiting. */
  int waiting() {
    return end - head;
  }

  /** Time of the first point; the end of time when there is none. */
  long headTime() {
    return head == end ? Long.MAX_VALUE : times[head];
  }

  long tailTime() {
    return head == end ? Long.MIN_VALUE : times[end - 1];
  }

  void put(long time, int input, double value, short quality) {
    int at = end;
    while (at > head && isAfter(at - 1, time, input)) {
      at--;
    }
    if (at > head && times[at - 1] == time && inputs[at - 1] == input) {
      set(at - 1, time, input, value, quality);
      return;
    }
    if (end == times.length) {
      int moved = head;
      makeRoom();
      at -= moved;
    }
    if (at < end) {
      System.arraycopy(times, at, times, at + 1, end - at);
      System.arraycopy(inputs, at, inputs, at + 1, end - at);
      System.arraycopy(values, at, values, at + 1, end - at);
      System.arraycopy(qualities, at, qualities, at + 1, end - at);
    }
    set(at, time, input, value, quality);
    end++;
  }

  /** Makes the points of the first time the moment at hand. */
  Moment nextMoment() {
    momentEnd = head + 1;
    while (momentEnd < end && times[momentEnd] == times[head]) {
      momentEnd++;
    }
    return this;
  }

  /** Takes the moment at hand away. */
  void dropMoment() {
    head = momentEnd;
    if (head == end) {
      head = 0;
      end = 0;
    }
  }

  @Override
  public long time() {
    return times[head];
  }

  @Override
  public int size() {
    return momentEnd - head;
  }

  @Override
  public int input(int i) {
    return inputs[head + i];
  }

  @Override
  public double value(int i) {
    return values[head + i];
  }

  @Override
  public short quality(int i) {
    return qualities[head + i];
  }

  /** Takes a waiting point. */
  interface Visitor {
    void point(int input, long time, double value, short quality);
  }

  /** Gives all points that wait, by time. */
  void forEach(Visitor visitor) {
    for (int i = head; i < end; i++) {
      visitor.point(inputs[i], times[i], values[i], qualities[i]);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(end - head);
    for (int i = head; i < end; i++) {
      out.writeLong(times[i]);
      out.writeInt(inputs[i]);
      out.writeDouble(values[i]);
      out.writeShort(qualities[i]);
    }
  }

  void read(DataInput in) throws IOException {
    head = 0;
    end = 0;
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      put(in.readLong(), in.readInt(), in.readDouble(), in.readShort());
    }
  }

  private boolean isAfter(int i, long time, int input) {
    return times[i] > time || (times[i] == time && inputs[i] > input);
  }

  private void set(int i, long time, int input, double value, short quality) {
    times[i] = time;
    inputs[i] = input;
    values[i] = value;
    qualities[i] = quality;
  }

  private void makeRoom() {
    int size = end - head;
    int room = head > times.length / 2 ? times.length : times.length * 2;
    long[] t = room == times.length ? times : new long[room];
    int[] n = room == times.length ? inputs : new int[room];
    double[] v = room == times.length ? values : new double[room];
    short[] q = room == times.length ? qualities : new short[room];
    System.arraycopy(times, head, t, 0, size);
    System.arraycopy(inputs, head, n, 0, size);
    System.arraycopy(values, head, v, 0, size);
    System.arraycopy(qualities, head, q, 0, size);
    times = t;
    inputs = n;
    values = v;
    qualities = q;
    head = 0;
    end = size;
  }
}
