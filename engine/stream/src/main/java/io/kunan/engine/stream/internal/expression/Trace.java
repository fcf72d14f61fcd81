package io.kunan.engine.stream.internal.expression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Points of the recent past, oldest first; a queue whose length is bounded. */
final class Trace {
  /** More than this in one window is a job that wants a windowed statistic instead. */
  static final int MOST = 1 << 16;

  private long[] times = new long[8];
  private double[] values = new double[8];
  private int head;
  private int size;

  int size() {
    return size;
  }

  long time(int i) {
    return times[at(i)];
  }

  double value(int i) {
    return values[at(i)];
  }

  void addLast(long time, double value) {
    if (size == times.length) {
      grow();
    }
    times[at(size)] = time;
    values[at(size)] = value;
    size++;
  }

  void removeFirst() {
    head = at(1);
    size--;
  }

  void removeLast() {
    size--;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(time(i));
      out.writeDouble(value(i));
    }
  }

  void read(DataInput in) throws IOException {
    head = 0;
    size = 0;
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      addLast(in.readLong(), in.readDouble());
    }
  }

  private int at(int i) {
    return (head + i) & (times.length - 1);
  }

  private void grow() {
    if (size == MOST) {
      throw new IllegalStateException(
          "a look back in time holds over %,d points; take a shorter one, or a window job and its"
                  .formatted(MOST)
              + " output as input");
    }
    long[] moreTimes = new long[size * 2];
    double[] moreValues = new double[size * 2];
    for (int i = 0; i < size; i++) {
      moreTimes[i] = time(i);
      moreValues[i] = value(i);
    }
    times = moreTimes;
    values = moreValues;
    head = 0;
  }
}
