package io.kunan.engine.stream.operator;

/**
 * Works out results for one key from its points in the order of their time. Holds no state itself:
 * one operator serves all keys of a job.
 *
 * <p>The runtime promises: moments come in rising time, each time once; a timer fires before the
 * moment of the same time; state is what the last call for the key left.
 *
 * @param <S> what is remembered for a key
 */
public interface Operator<S extends OperatorState> {
  /** The state of a key that has seen nothing. */
  S newState();

  /** All points of the key at one time. */
  void onMoment(Moment moment, KeyedState<S> state, EventTimers timers, Emitter emitter);

  /** A timer set for this time is due. */
  default void onTimer(long time, KeyedState<S> state, EventTimers timers, Emitter emitter) {}
}
