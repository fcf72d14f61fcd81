package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.engine.stream.operator.Emitter;
import io.kunan.engine.stream.operator.KeyedState;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.engine.stream.operator.OperatorState;
import io.kunan.kernel.Sentence;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job at one asset: its state, its timers, the points that wait for their turn. Used by one
 * thread.
 */
final class Instance<S extends OperatorState> implements KeyedState<S>, Emitter {
  /** Before everything that can be measured. */
  static final long BEGINNING = Long.MIN_VALUE;

  private final Planned plan;
  private final Operator<S> operator;
  private final Group group;
  private final List<List<Subscription>> readers = new ArrayList<>();
  private PointBuffer buffer = new PointBuffer();
  private final Timers timers = new Timers();
  private final long[] seenTimes;
  private final double[] seenValues;
  private final short[] seenQualities;
  private S state;
  private long watermark = BEGINNING;
  private long moments;
  private @Sentence @Nullable String failure;

  Instance(Planned plan, Operator<S> operator, Group group) {
    this.plan = plan;
    this.operator = operator;
    this.group = group;
    this.state = operator.newState();
    int inputs = plan.inputs().size();
    seenTimes = new long[inputs];
    seenValues = new double[inputs];
    seenQualities = new short[inputs];
    Arrays.fill(seenTimes, BEGINNING);
    plan.outputs().forEach(_ -> readers.add(new ArrayList<>()));
  }

  Planned plan() {
    return plan;
  }

  Group group() {
    return group;
  }

  /** Event time up to which everything is worked out. */
  long watermark() {
    return watermark;
  }

  long moments() {
    return moments;
  }

  int waiting() {
    return buffer.waiting();
  }

  long headTime() {
    return buffer.headTime();
  }

  long tailTime() {
    return buffer.tailTime();
  }

  /** When it next wants to be called; {@link Timers#NONE} when it does not. */
  long nextTimer() {
    return failure == null ? timers.next() : Timers.NONE;
  }

  /** Why it was stopped; null while it runs. */
  @Nullable String failure() {
    return failure;
  }

  /** Another job reads an output. */
  void addReader(int output, Subscription reader) {
    readers.get(output).add(reader);
  }

  /**
   * A point of an input.
   *
   * @return false when it is late: its time is worked out already, and not with this value
   */
  boolean offer(int input, long time, double value, short quality) {
    if (failure != null) {
      return true;
    }
    if (time > watermark) {
      buffer.put(time, input, value, quality);
      return true;
    }
    return seenTimes[input] == time
        && Double.doubleToLongBits(seenValues[input]) == Double.doubleToLongBits(value)
        && seenQualities[input] == quality;
  }

  /** Nothing before a time is to be worked out; for a new one among those that ran before. */
  void startAfter(long time) {
    watermark = time;
  }

  /** Works everything out up to a time, it included. */
  void advance(long to) {
    if (failure != null) {
      return;
    }
    try {
      while (true) {
        long point = buffer.headTime();
        long timer = timers.next();
        if (Math.min(point, timer) > to) {
          break;
        }
        if (timer <= point) {
          timers.cancel(timer);
          operator.onTimer(timer, this, timers, this);
        } else {
          take();
        }
      }
      watermark = Math.max(watermark, to);
    } catch (RuntimeException e) {
      failure = e.getMessage() == null ? e.toString() : e.getMessage();
    }
  }

  private void take() {
    var moment = buffer.nextMoment();
    for (int i = 0; i < moment.size(); i++) {
      int input = moment.input(i);
      seenTimes[input] = moment.time();
      seenValues[input] = moment.value(i);
      seenQualities[input] = moment.quality(i);
    }
    try {
      operator.onMoment(moment, this, timers, this);
    } finally {
      buffer.dropMoment();
    }
    moments++;
  }

  @Override
  public S get() {
    return state;
  }

  @Override
  public void put(S changed) {
    state = changed;
  }

  @Override
  public String asset() {
    return plan.key().asset();
  }

  @Override
  public void value(int output, long time, double value, short quality) {
    for (Subscription reader : readers.get(output)) {
      if (!reader.instance().offer(reader.input(), time, value, quality)) {
        throw new IllegalStateException(
            "the output of %s came late to %s".formatted(plan.key(), reader.instance().plan.key()));
      }
    }
    group.say(new Emission.Value(plan.key(), plan.outputs().get(output), time, value, quality));
  }

  @Override
  public void opened(long time, EventFrame frame, double figure) {
    group.say(new Emission.Opened(plan.key(), time, frame, figure));
  }

  @Override
  public void closed(long time, EventFrame frame) {
    group.say(new Emission.Closed(plan.key(), time, frame));
  }

  /** Runs again after a failure, from where it was stopped. */
  void restart() {
    failure = null;
  }

  /**
   * Takes over what another of the same job remembers and has waiting. Of the points that wait
   * here, those for which it is too late make the past dirty again.
   */
  void adopt(Instance<?> other) {
    PointBuffer arrived = buffer;
    buffer = new PointBuffer();
    StateBytes.read(StateBytes.of(other::write), this::read);
    arrived.forEach(
        (input, time, value, quality) -> {
          if (!offer(input, time, value, quality)) {
            group.dirty(time);
          }
        });
  }

  /** Drops the points before a time that wait. */
  void forget(long before) {
    PointBuffer all = buffer;
    buffer = new PointBuffer();
    all.forEach(
        (input, time, value, quality) -> {
          if (time >= before) {
            buffer.put(time, input, value, quality);
          }
        });
  }

  void write(DataOutput out) throws IOException {
    writeMemory(out);
    buffer.write(out);
  }

  void read(DataInput in) throws IOException {
    readMemory(in);
    buffer.read(in);
  }

  private void writeMemory(DataOutput out) throws IOException {
    out.writeLong(watermark);
    out.writeLong(moments);
    out.writeUTF(failure == null ? "" : failure);
    for (int i = 0; i < seenTimes.length; i++) {
      out.writeLong(seenTimes[i]);
      out.writeDouble(seenValues[i]);
      out.writeShort(seenQualities[i]);
    }
    timers.write(out);
    state.write(out);
  }

  private void readMemory(DataInput in) throws IOException {
    watermark = in.readLong();
    moments = in.readLong();
    String reason = in.readUTF();
    failure = reason.isEmpty() ? null : reason;
    for (int i = 0; i < seenTimes.length; i++) {
      seenTimes[i] = in.readLong();
      seenValues[i] = in.readDouble();
      seenQualities[i] = in.readShort();
    }
    timers.read(in);
    state.read(in);
  }
}
