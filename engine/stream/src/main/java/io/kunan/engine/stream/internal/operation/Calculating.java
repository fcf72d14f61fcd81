package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.internal.expression.Expressions;
import io.kunan.engine.stream.internal.expression.Node;
import io.kunan.engine.stream.internal.expression.Readings;
import io.kunan.engine.stream.job.Output;
import io.kunan.engine.stream.operator.Emitter;
import io.kunan.engine.stream.operator.EventTimers;
import io.kunan.engine.stream.operator.KeyedState;
import io.kunan.engine.stream.operator.Moment;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.engine.stream.operator.OperatorState;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A calculated tag: one value for each moment once every input has had a point. The time is that of
 * the newest point, the quality that of the least trustworthy input.
 */
final class Calculating implements Operator<Calculating.State> {
  private final Expressions expressions;
  private final Node value;
  private final @Nullable Band band;

  /** A dead-band in the terms of the operator. */
  private record Band(double width, long silence) {}

  Calculating(Expressions expressions, Node value, Output.@Nullable Deadband deadband) {
    this.expressions = expressions;
    this.value = value;
    this.band = deadband == null ? null : new Band(deadband.band(), Micros.of(deadband.silence()));
  }

  /** Readings and what was told last. */
  static final class State implements OperatorState {
    private final Readings readings;
    private long toldAt = Long.MIN_VALUE;
    private double told = Double.NaN;
    private short toldQuality;

    State(Readings readings) {
      this.readings = readings;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      readings.write(out);
      out.writeLong(toldAt);
      out.writeDouble(told);
      out.writeShort(toldQuality);
    }

    @Override
    public void read(DataInput in) throws IOException {
      readings.read(in);
      toldAt = in.readLong();
      told = in.readDouble();
      toldQuality = in.readShort();
    }
  }

  @Override
  public State newState() {
    return new State(expressions.newReadings());
  }

  @Override
  public void onMoment(
      Moment moment, KeyedState<State> keyed, EventTimers timers, Emitter emitter) {
    State state = keyed.get();
    state.readings.take(moment);
    if (state.readings.isComplete()) {
      double result = value.of(state.readings);
      short worst = state.readings.worstQuality();
      boolean known = Double.isFinite(result) && !Quality.isBad(worst);
      tell(
          state,
          moment.time(),
          known ? result : Double.NaN,
          known ? worst : Quality.worst(worst, Quality.BAD),
          emitter);
    }
    keyed.put(state);
  }

  private void tell(State state, long time, double result, short quality, Emitter emitter) {
    if (band == null
        || state.toldAt == Long.MIN_VALUE
        || quality != state.toldQuality
        || Math.abs(result - state.told) > band.width
        || time - state.toldAt >= band.silence) {
      state.toldAt = time;
      state.told = result;
      state.toldQuality = quality;
      emitter.value(0, time, result, quality);
    }
  }
}
