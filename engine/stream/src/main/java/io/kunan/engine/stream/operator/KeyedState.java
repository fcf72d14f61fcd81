package io.kunan.engine.stream.operator;

/** The state of the key at hand. */
public interface KeyedState<S extends OperatorState> {
  S get();

  /** Keeps the state; called after every change to it. */
  void put(S state);
}
