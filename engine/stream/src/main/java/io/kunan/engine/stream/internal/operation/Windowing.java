package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.internal.expression.Expressions;
import io.kunan.engine.stream.internal.expression.Node;
import io.kunan.engine.stream.job.WindowFigure;
import io.kunan.engine.stream.operator.Emitter;
import io.kunan.engine.stream.operator.EventTimers;
import io.kunan.engine.stream.operator.KeyedState;
import io.kunan.engine.stream.operator.Moment;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.kernel.Quality;
import java.util.List;

/**
 * Tumbling and sliding windows, as panes on a grid. Between two known points the value is on the
 * line between them, or held for stepping tags; from the last point of a window to its end it is
 * held. A window without a point says nothing.
 */
final class Windowing implements Operator<WindowState> {
  private final Expressions expressions;
  private final Node value;
  private final boolean step;
  private final List<WindowFigure> figures;
  private final Grid grid;

  /**
   * Where panes begin and how many make a window, in microseconds.
   *
   * @param pane length of a pane
   * @param offset shift of the grid
   * @param length of a window, a multiple of the pane
   */
  record Grid(long pane, long offset, long length) {
    long paneStart(long time) {
      return Math.floorDiv(time - offset, pane) * pane + offset;
    }
  }

  Windowing(
      Expressions expressions, Node value, boolean step, List<WindowFigure> figures, Grid grid) {
    this.expressions = expressions;
    this.value = value;
    this.step = step;
    this.figures = figures;
    this.grid = grid;
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
    long time = moment.time();
    long start = grid.paneStart(time);
    Pane pane = state.pane(start);
    double now = value.of(state.readings());
    state.stretch(pane, Math.max(start, state.lastTime()), time, now, step);
    state.point(pane, time, now);
    timers.set(start + grid.pane);
    keyed.put(state);
  }

  @Override
  public void onTimer(
      long end, KeyedState<WindowState> keyed, EventTimers timers, Emitter emitter) {
    WindowState state = keyed.get();
    long start = end - grid.pane;
    if (state.hasPane(start) && state.lastTime() >= start) {
      state.hold(state.pane(start), end);
    }
    Pane window = state.joined();
    if (!window.isEmpty()) {
      tell(window, end, emitter);
    }
    state.dropPanesBefore(end - grid.length + grid.pane);
    if (state.hasPanes()) {
      timers.set(end + grid.pane);
    }
    keyed.put(state);
  }

  private void tell(Pane window, long time, Emitter emitter) {
    tell(figures, window, time, emitter);
  }

  /** Gives the figures of a window in the order of the job's outputs. */
  static void tell(List<WindowFigure> figures, Pane window, long time, Emitter emitter) {
    for (int i = 0; i < figures.size(); i++) {
      double figure = window.figure(figures.get(i));
      boolean known = Double.isFinite(figure);
      short quality = window.quality();
      emitter.value(
          i,
          time,
          known ? figure : Double.NaN,
          known ? quality : Quality.worst(quality, Quality.BAD));
    }
  }
}
