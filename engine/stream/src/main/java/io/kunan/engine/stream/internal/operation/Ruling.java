package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.internal.expression.ConfirmedTime;
import io.kunan.engine.stream.internal.expression.Expressions;
import io.kunan.engine.stream.internal.expression.Node;
import io.kunan.engine.stream.internal.expression.Readings;
import io.kunan.engine.stream.job.Delays;
import io.kunan.engine.stream.operator.Emitter;
import io.kunan.engine.stream.operator.EventTimers;
import io.kunan.engine.stream.operator.KeyedState;
import io.kunan.engine.stream.operator.Moment;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.engine.stream.operator.OperatorState;
import io.kunan.kernel.Micros;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * A rule: raised once its condition has been confirmed for the delay, cleared likewise. The frame
 * starts when the condition began to hold and ends when it began to be over. What is not known
 * neither raises nor clears.
 */
final class Ruling implements Operator<Ruling.State> {
  /** Name of the attribute that keeps the figure farthest beyond the limit. */
  static final String PEAK = "peak";

  private final String type;
  private final Expressions expressions;
  private final Limits limits;
  private final long raiseDelay;
  private final long clearDelay;

  /**
   * The condition, compiled.
   *
   * @param figure what is compared with the limit; null-like NaN for a free condition
   * @param sign 1 when a greater figure is worse, −1 when a smaller one is, 0 without figure
   */
  record Limits(Node holds, Node over, Node figure, int sign) {}

  Ruling(String type, Expressions expressions, Limits limits, Delays delays) {
    this.type = type;
    this.expressions = expressions;
    this.limits = limits;
    this.raiseDelay = Micros.of(delays.raise());
    this.clearDelay = Micros.of(delays.clear());
  }

  /** Whether the rule stands, since when, and how far the next change is confirmed. */
  static final class State implements OperatorState {
    private final Readings readings;
    private final ConfirmedTime confirmed = new ConfirmedTime();
    private boolean raised;
    private long start;
    private double peak = Double.NaN;

    State(Readings readings) {
      this.readings = readings;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      readings.write(out);
      confirmed.write(out);
      out.writeBoolean(raised);
      out.writeLong(start);
      out.writeDouble(peak);
    }

    @Override
    public void read(DataInput in) throws IOException {
      readings.read(in);
      confirmed.read(in);
      raised = in.readBoolean();
      start = in.readLong();
      peak = in.readDouble();
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
    double figure = limits.figure.of(state.readings);
    if (state.raised) {
      follow(state, moment.time(), figure, emitter);
    } else {
      wait(state, moment.time(), figure, emitter);
    }
    keyed.put(state);
  }

  private void wait(State state, long time, double figure, Emitter emitter) {
    double holds = limits.holds.of(state.readings);
    long confirmed = state.confirmed.take(time, holds);
    if (confirmed < 0) {
      state.peak = Double.NaN;
      return;
    }
    state.peak = farther(state.peak, figure);
    if (confirmed >= raiseDelay && holds == Node.TRUE) {
      state.raised = true;
      state.start = state.confirmed.since();
      state.confirmed.reset();
      emitter.opened(
          time, new EventFrame(emitter.asset(), type, state.start, null, Map.of(), null), figure);
    }
  }

  private void follow(State state, long time, double figure, Emitter emitter) {
    double over = limits.over.of(state.readings);
    long confirmed = state.confirmed.take(time, over);
    if (confirmed < 0) {
      state.peak = farther(state.peak, figure);
    } else if (confirmed >= clearDelay && over == Node.TRUE) {
      long end = state.confirmed.since();
      Map<String, Double> attributes =
          Double.isNaN(state.peak) ? Map.of() : Map.of(PEAK, state.peak);
      emitter.closed(
          time, new EventFrame(emitter.asset(), type, state.start, end, attributes, null));
      state.raised = false;
      state.peak = Double.NaN;
      state.confirmed.reset();
    }
  }

  private double farther(double known, double figure) {
    if (Double.isNaN(known) || Double.isNaN(figure)) {
      return Double.isNaN(known) ? figure : known;
    }
    return limits.sign * figure > limits.sign * known ? figure : known;
  }
}
