package io.kunan.engine.stream.job;

import io.kunan.kernel.Text;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be worked out from tags, as data. */
public sealed interface Job {
  JobHead head();

  /** The tags it works out; those of a window in the order of its figures. */
  default List<Output> results() {
    return switch (this) {
      case Calculation calculation -> List.of(calculation.output());
      case SoftSensor sensor -> List.of(sensor.output());
      case WindowStatistics statistics -> List.copyOf(statistics.outputs().values());
      case Rule _, StateMachine _ -> List.of();
    };
  }

  /**
   * A calculated tag: evaluated whenever an input has a new point, at the time of that point, with
   * the worst quality of the inputs.
   *
   * @param expression a number
   */
  record Calculation(JobHead head, String expression, Output output) implements Job {}

  /**
   * A calculated tag whose value a model gives, such as a temperature that is measured once a day
   * and estimated in between.
   *
   * @param model names it to whoever runs the job
   * @param features what the model is given, in its order; numbers
   */
  record SoftSensor(JobHead head, String model, List<String> features, Output output)
      implements Job {
    public SoftSensor {
      features = List.copyOf(features);
    }
  }

  /**
   * Statistics of an expression over windows of time. A result stands at the end of its window.
   *
   * @param expression a number
   * @param outputs the tag of each statistic wanted
   */
  record WindowStatistics(
      JobHead head, String expression, Window window, Map<WindowFigure, Output> outputs)
      implements Job {
    public WindowStatistics {
      outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }
  }

  /**
   * A condition that a person must know of; opens an event frame and closes it.
   *
   * @param priority 1 critical, 2 high, 3 medium
   * @param title what is wrong
   */
  record Rule(JobHead head, Condition condition, Delays delays, int priority, Text title)
      implements Job {}

  /**
   * Follows the states of a batch or a machine. From leaving the first state until coming back to
   * it is one event frame; each state in between is a frame below it, named {@code event/state}.
   *
   * @param event type of the frames
   * @param states their names; the first is the one at rest
   * @param transitions tried in their order
   * @param attributes what is kept of each frame
   */
  record StateMachine(
      JobHead head,
      String event,
      List<String> states,
      List<Transition> transitions,
      List<Attribute> attributes)
      implements Job {
    public StateMachine {
      states = List.copyOf(states);
      transitions = List.copyOf(transitions);
      attributes = List.copyOf(attributes);
    }
  }
}
