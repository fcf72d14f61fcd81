package io.kunan.platform.advice;

import java.time.Duration;

/** Measures what came of advice of one kind; offered as a bean by the scenario that gives it. */
public interface AdviceEvaluator {
  /** The kind of advice it knows. */
  String kind();

  /** How long after the horizon measurements still belong to its end. */
  Duration settling();

  /**
   * Measures an accepted advice whose horizon is over. What cannot be measured is an outcome too.
   *
   * @throws RuntimeException when it should be tried again later
   */
  AdviceOutcome evaluate(Advice advice);
}
