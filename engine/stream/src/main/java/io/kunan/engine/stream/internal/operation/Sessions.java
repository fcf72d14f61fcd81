package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.internal.expression.Expressions;
import io.kunan.engine.stream.internal.expression.Node;
import io.kunan.engine.stream.job.WindowFigure;
import io.kunan.engine.stream.operator.Emitter;
import io.kunan.engine.stream.operator.EventTimers;
import io.kunan.engine.stream.operator.KeyedState;
import io.kunan.engine.stream.operator.Moment;
import io.kunan.engine.stream.operator.Operator;
import java.util.List;

/** Windows that last as long as points keep coming; told once the silence has lasted. */
final class Sessions implements Operator<WindowState> {
  /** A session is one pane. */
  private static final long PANE = 0;

  private final Expressions expressions;
  private final Node value;
  private final boolean step;
  private final List<WindowFigure> figures;
  private final long silence;

  Sessions(
      Expressions expressions, Node value, boolean step, List<WindowFigure> figures, long silence) {
    this.expressions = expressions;
    this.value = value;
    this.step = step;
    this.figures = figures;
    this.silence = silence;
  }

  @Override
  public WindowState newState() {
    return new WindowState(expressions.newReadings());
  }

  @Override
  public void onMoment(
      Moment moment, KeyedState<WindowState> keyed, EventTimers timers, Emitter emitter) {
    WindowState state = keyed.get();
    state.readings().take(moment);
    double now = value.of(state.readings());
    if (state.hasPane(PANE)) {
      state.stretch(state.pane(PANE), state.lastTime(), moment.time(), now, step);
    } else {
      timers.set(moment.time() + silence);
    }
    state.point(state.pane(PANE), moment.time(), now);
    keyed.put(state);
  }

  @Override
  public void onTimer(
      long time, KeyedState<WindowState> keyed, EventTimers timers, Emitter emitter) {
    WindowState state = keyed.get();
    long due = state.lastTime() + silence;
    if (due > time) {
      timers.set(due);
      return;
    }
    Windowing.tell(figures, state.joined(), time, emitter);
    state.dropPanesBefore(PANE + 1);
    keyed.put(state);
  }
}
