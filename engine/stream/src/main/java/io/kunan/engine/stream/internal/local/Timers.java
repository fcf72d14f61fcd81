package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.operator.EventTimers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The timers of one key, soonest first; there are never many. */
final class Timers implements EventTimers {
  static final long NONE = Long.MAX_VALUE;

  private long[] times = new long[0];

  long next() {
    return times.length == 0 ? NONE : times[0];
  }

  @Override
  public void set(long time) {
    int at = Arrays.binarySearch(times, time);
    if (at < 0) {
      long[] more = new long[times.length + 1];
      int place = -at - 1;
      System.arraycopy(times, 0, more, 0, place);
      more[place] = time;
      System.arraycopy(times, place, more, place + 1, times.length - place);
      times = more;
    }
  }

  @Override
  public void cancel(long time) {
    int at = Arrays.binarySearch(times, time);
    if (at >= 0) {
      long[] fewer = new long[times.length - 1];
      System.arraycopy(times, 0, fewer, 0, at);
      System.arraycopy(times, at + 1, fewer, at, fewer.length - at);
      times = fewer;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(times.length);
    for (long time : times) {
      out.writeLong(time);
    }
  }

  void read(DataInput in) throws IOException {
    times = new long[in.readInt()];
    for (int i = 0; i < times.length; i++) {
      times[i] = in.readLong();
    }
  }
}
