package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.job.Condition;
import io.kunan.engine.stream.job.Job;
import io.kunan.platform.alarms.StreamCondition;
import io.kunan.platform.alarms.StreamCondition.Comparison;
import io.kunan.platform.streams.StreamJob;

/** Rules of the streams as alarms know them. */
final class Conditions {
  private Conditions() {}

  /**
   * @param job of a rule
   */
  static StreamCondition of(StreamJob job) {
    if (!(job.job() instanceof Job.Rule rule)) {
      throw new IllegalArgumentException("no rule: " + job);
    }
    Comparison comparison =
        switch (rule.condition()) {
          case Condition.Above _ -> Comparison.ABOVE;
          case Condition.Below _ -> Comparison.BELOW;
          case Condition.When _ -> Comparison.WHEN;
        };
    double limit =
        switch (rule.condition()) {
          case Condition.Above above -> above.limit();
          case Condition.Below below -> below.limit();
          case Condition.When _ -> 0;
        };
    return new StreamCondition(
        job.id(), job.asset(), rule.title(), rule.priority(), comparison, limit);
  }
}
