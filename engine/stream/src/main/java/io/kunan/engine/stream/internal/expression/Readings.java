package io.kunan.engine.stream.internal.expression;

import io.kunan.engine.stream.operator.Moment;
import io.kunan.engine.stream.operator.OperatorState;
import io.kunan.kernel.Quality;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The last point of each input of a key, and what its expressions remember. */
public final class Readings implements OperatorState {
  /** The time of an input that has had no point. */
  static final long NEVER = Long.MIN_VALUE;

  private final double[] values;
  private final long[] times;
  private final short[] qualities;
  private final Probe.Memory[] memories;
  private final double[] probed;
  private long now = NEVER;

  Readings(int inputs, List<Probe> probes) {
    values = new double[inputs];
    times = new long[inputs];
    qualities = new short[inputs];
    probed = new double[probes.size()];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(times, NEVER);
    Arrays.fill(qualities, Quality.BAD);
    Arrays.fill(probed, Double.NaN);
    memories = probes.stream().map(Probe::newMemory).toArray(Probe.Memory[]::new);
  }

  /** Takes the points of the next moment. */
  public void take(Moment moment) {
    now = moment.time();
    for (int i = 0; i < moment.size(); i++) {
      int input = moment.input(i);
      short quality = moment.quality(i);
      values[input] = Quality.isBad(quality) ? Double.NaN : moment.value(i);
      qualities[input] = quality;
      times[input] = now;
    }
    for (int i = 0; i < memories.length; i++) {
      probed[i] = memories[i].take(this);
    }
  }

  /** Time of the last moment, microseconds UTC. */
  public long now() {
    return now;
  }

  /** Usable value of an input, NaN when there is none. */
  double value(int input) {
    return values[input];
  }

  /** Time of the last point of an input, {@link #NEVER} before the first. */
  long time(int input) {
    return times[input];
  }

  /** Whether the input has a point at this moment. */
  boolean isFresh(int input) {
    return times[input] == now;
  }

  short quality(int input) {
    return qualities[input];
  }

  double probe(int number) {
    return probed[number];
  }

  /** Whether each input has had a point. */
  public boolean isComplete() {
    for (long time : times) {
      if (time == NEVER) {
        return false;
      }
    }
    return true;
  }

  /** Quality of the least trustworthy input; an unusable number counts as bad. */
  public short worstQuality() {
    short worst = Quality.GOOD;
    for (int i = 0; i < values.length; i++) {
      short quality =
          Double.isFinite(values[i]) ? qualities[i] : Quality.worst(qualities[i], Quality.BAD);
      worst = Quality.worst(worst, quality);
    }
    return worst;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(now);
    for (int i = 0; i < values.length; i++) {
      out.writeDouble(values[i]);
      out.writeLong(times[i]);
      out.writeShort(qualities[i]);
    }
    for (int i = 0; i < memories.length; i++) {
      out.writeDouble(probed[i]);
      memories[i].write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    now = in.readLong();
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
      times[i] = in.readLong();
      qualities[i] = in.readShort();
    }
    for (int i = 0; i < memories.length; i++) {
      probed[i] = in.readDouble();
      memories[i].read(in);
    }
  }
}
