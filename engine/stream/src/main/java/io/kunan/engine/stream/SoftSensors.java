package io.kunan.engine.stream;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The models that soft sensors name. */
@FunctionalInterface
public interface SoftSensors {
  /** There are none. */
  SoftSensors NONE = model -> Optional.empty();

  /**
   * A model that takes its features in order and gives a value; NaN for “no value”. It must give
   * the same value for the same features, or live and replay differ.
   */
  Optional<ToDoubleFunction<double[]>> find(String model);
}
