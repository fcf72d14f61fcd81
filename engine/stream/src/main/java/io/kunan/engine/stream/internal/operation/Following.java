package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.internal.expression.ConfirmedTime;
import io.kunan.engine.stream.internal.expression.Expressions;
import io.kunan.engine.stream.internal.expression.Node;
import io.kunan.engine.stream.internal.expression.Readings;
import io.kunan.engine.stream.operator.Emitter;
import io.kunan.engine.stream.operator.EventTimers;
import io.kunan.engine.stream.operator.KeyedState;
import io.kunan.engine.stream.operator.Moment;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.engine.stream.operator.OperatorState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the states of a batch. A transition happens once its condition has been confirmed for its
 * delay, at the time it began to hold; at one moment the first that is ready happens, one only.
 */
final class Following implements Operator<Following.State> {
  /** The state at rest. */
  private static final int REST = 0;

  private final String event;
  private final Expressions expressions;
  private final List<String> states;
  private final List<Way> ways;
  private final List<FrameFigures.Wanted> wanted;

  /** A transition, compiled. */
  record Way(int from, int to, Node when, long delay) {}

  Following(
      String event,
      Expressions expressions,
      List<String> states,
      List<Way> ways,
      List<FrameFigures.Wanted> wanted) {
    this.event = event;
    this.expressions = expressions;
    this.states = states;
    this.ways = ways;
    this.wanted = wanted;
  }

  /** Where the machine stands, and the frames that go on. */
  static final class State implements OperatorState {
    private final Readings readings;
    private final ConfirmedTime[] confirmed;
    private final FrameFigures batch;
    private final FrameFigures phase;
    private int at = REST;
    private long batchStart;
    private long phaseStart;

    State(Readings readings, int ways, List<FrameFigures.Wanted> wanted) {
      this.readings = readings;
      this.confirmed = new ConfirmedTime[ways];
      for (int i = 0; i < ways; i++) {
        confirmed[i] = new ConfirmedTime();
      }
      batch = new FrameFigures(wanted);
      phase = new FrameFigures(wanted);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      readings.write(out);
      for (ConfirmedTime time : confirmed) {
        time.write(out);
      }
      batch.write(out);
      phase.write(out);
      out.writeInt(at);
      out.writeLong(batchStart);
      out.writeLong(phaseStart);
    }

    @Override
    public void read(DataInput in) throws IOException {
      readings.read(in);
      for (ConfirmedTime time : confirmed) {
        time.read(in);
      }
      batch.read(in);
      phase.read(in);
      at = in.readInt();
      batchStart = in.readLong();
      phaseStart = in.readLong();
    }
  }

  @Override
  public State newState() {
    return new State(expressions.newReadings(), ways.size(), wanted);
  }

  @Override
  public void onMoment(
      Moment moment, KeyedState<State> keyed, EventTimers timers, Emitter emitter) {
    State state = keyed.get();
    state.readings.take(moment);
    if (state.at != REST) {
      state.batch.take(state.readings);
      state.phase.take(state.readings);
    }
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      if (way.from == state.at) {
        double holds = way.when.of(state.readings);
        long time = state.confirmed[i].take(moment.time(), holds);
        if (time >= way.delay && holds == Node.TRUE) {
          go(state, way.to, state.confirmed[i].since(), moment.time(), emitter);
          break;
        }
      }
    }
    keyed.put(state);
  }

  private void go(State state, int to, long since, long time, Emitter emitter) {
    if (state.at != REST) {
      emitter.closed(
          time, frame(emitter, phaseType(state.at), state.phaseStart, since, state.phase, state));
    } else {
      state.batchStart = since;
      state.batch.begin();
      state.batch.take(state.readings);
      emitter.opened(time, frame(emitter, event, since, null, null, null), Double.NaN);
    }
    if (to == REST) {
      emitter.closed(time, frame(emitter, event, state.batchStart, since, state.batch, null));
    } else {
      state.phaseStart = since;
      state.phase.begin();
      state.phase.take(state.readings);
      emitter.opened(time, frame(emitter, phaseType(to), since, null, null, state), Double.NaN);
    }
    state.at = to;
    for (ConfirmedTime confirmed : state.confirmed) {
      confirmed.reset();
    }
  }

  private String phaseType(int state) {
    return event + "/" + states.get(state);
  }

  private static EventFrame frame(
      Emitter emitter,
      String type,
      long start,
      @Nullable Long end,
      @Nullable FrameFigures figures,
      @Nullable State parent) {
    return new EventFrame(
        emitter.asset(),
        type,
        start,
        end,
        figures == null ? Map.of() : figures.figures(),
        parent == null ? null : parent.batchStart);
  }
}
