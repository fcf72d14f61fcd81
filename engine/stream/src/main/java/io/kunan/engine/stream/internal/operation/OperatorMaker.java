package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.SoftSensors;
import io.kunan.engine.stream.internal.expression.Expressions;
import io.kunan.engine.stream.internal.expression.Expressions.Expression;
import io.kunan.engine.stream.internal.expression.Expressions.Input;
import io.kunan.engine.stream.internal.expression.Node;
import io.kunan.engine.stream.job.Attribute;
import io.kunan.engine.stream.job.Condition;
import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.Output;
import io.kunan.engine.stream.job.Transition;
import io.kunan.engine.stream.job.Window;
import io.kunan.engine.stream.job.WindowFigure;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Makes the operator of a job for inputs of given units. */
final class OperatorMaker {
  private static final Node NO_FIGURE = _ -> Double.NaN;

  private final SoftSensors sensors;

  OperatorMaker(SoftSensors sensors) {
    this.sensors = sensors;
  }

  private static List<WindowFigure> figures(Job.WindowStatistics job) {
    return List.copyOf(job.outputs().keySet());
  }

  Operator<?> make(Job job, List<Input> inputs) {
    Expressions expressions = new Expressions(inputs);
    return switch (job) {
      case Job.Calculation calculation -> calculation(calculation, expressions);
      case Job.SoftSensor sensor -> softSensor(sensor, expressions);
      case Job.WindowStatistics statistics -> window(statistics, expressions, inputs);
      case Job.Rule rule -> rule(rule, expressions);
      case Job.StateMachine machine -> machine(machine, expressions);
    };
  }

  private static String where(Job job, String field) {
    return "job %s, %s".formatted(job.head().id(), field);
  }

  private static Operator<?> calculation(Job.Calculation job, Expressions expressions) {
    Expression value = expressions.number(where(job, "expression"), job.expression());
    value.requireUnit(job.output().unit());
    return new Calculating(expressions, value.node(), job.output().deadband());
  }

  private Operator<?> softSensor(Job.SoftSensor job, Expressions expressions) {
    ToDoubleFunction<double[]> model =
        sensors
            .find(job.model())
            .orElseThrow(
                () ->
                    new InputException(
                        where(job, "model"),
                        "“%s” is not known".formatted(job.model()),
                        "name a model that serves"));
    Node[] features = new Node[job.features().size()];
    for (int i = 0; i < features.length; i++) {
      String where = where(job, "features %d".formatted(i + 1));
      features[i] = expressions.number(where, job.features().get(i)).node();
    }
    Node value =
        readings -> {
          double[] row = new double[features.length];
          for (int i = 0; i < row.length; i++) {
            row[i] = features[i].of(readings);
          }
          return model.applyAsDouble(row);
        };
    return new Calculating(expressions, value, job.output().deadband());
  }

  private static Operator<?> window(
      Job.WindowStatistics job, Expressions expressions, List<Input> inputs) {
    Expression value = expressions.number(where(job, "expression"), job.expression());
    boolean step = inputs.stream().allMatch(Input::step);
    List<WindowFigure> figures = figures(job);
    for (WindowFigure figure : figures) {
      checkUnit(job, figure, value);
    }
    return switch (job.window()) {
      case Window.Tumbling tumbling -> {
        long length = Micros.of(tumbling.length());
        var grid = new Windowing.Grid(length, Micros.of(tumbling.offset()), length);
        yield new Windowing(expressions, value.node(), step, figures, grid);
      }
      case Window.Sliding sliding -> {
        var grid = new Windowing.Grid(Micros.of(sliding.every()), 0, Micros.of(sliding.length()));
        yield new Windowing(expressions, value.node(), step, figures, grid);
      }
      case Window.Session session ->
          new Sessions(expressions, value.node(), step, figures, Micros.of(session.silence()));
    };
  }

  private static void checkUnit(Job.WindowStatistics job, WindowFigure figure, Expression value) {
    Output output = job.outputs().get(figure);
    String unit = output == null ? "" : output.unit();
    switch (figure) {
      case MEAN, MIN, MAX, FIRST, LAST -> value.requireUnit(unit);
      case INTEGRAL -> value.integrated().requireUnit(unit);
      case COUNT -> {}
      case KNOWN_SECONDS -> value.ofUnit("s").requireUnit(unit);
    }
  }

  private static Operator<?> rule(Job.Rule job, Expressions expressions) {
    Ruling.Limits limits =
        switch (job.condition()) {
          case Condition.Above above -> {
            Node value = expressions.number(where(job, "value"), above.value()).node();
            double back = above.limit() - above.hysteresis();
            yield new Ruling.Limits(
                known(value, figure -> figure > above.limit()),
                known(value, figure -> figure <= back),
                value,
                1);
          }
          case Condition.Below below -> {
            Node value = expressions.number(where(job, "value"), below.value()).node();
            double back = below.limit() + below.hysteresis();
            yield new Ruling.Limits(
                known(value, figure -> figure < below.limit()),
                known(value, figure -> figure >= back),
                value,
                -1);
          }
          case Condition.When when -> {
            Node holds = expressions.condition(where(job, "when"), when.when()).node();
            String until = when.until();
            Node over =
                until == null
                    ? readings -> 1 - holds.of(readings)
                    : expressions.condition(where(job, "until"), until).node();
            yield new Ruling.Limits(holds, over, NO_FIGURE, 0);
          }
        };
    return new Ruling(job.head().id(), expressions, limits, job.delays());
  }

  private static Node known(Node value, java.util.function.DoublePredicate test) {
    return readings -> {
      double figure = value.of(readings);
      return Double.isNaN(figure) ? Node.UNKNOWN : Node.truth(test.test(figure));
    };
  }

  private static Operator<?> machine(Job.StateMachine job, Expressions expressions) {
    List<Following.Way> ways = new ArrayList<>();
    for (Transition way : job.transitions()) {
      String where = where(job, "transitions %d, when".formatted(ways.size() + 1));
      ways.add(
          new Following.Way(
              job.states().indexOf(way.from()),
              job.states().indexOf(way.to()),
              expressions.condition(where, way.when()).node(),
              Micros.of(way.delay())));
    }
    List<FrameFigures.Wanted> wanted = new ArrayList<>();
    for (Attribute attribute : job.attributes()) {
      String where = where(job, "attributes %d, of".formatted(wanted.size() + 1));
      Node of = expressions.number(where, attribute.of()).node();
      wanted.add(new FrameFigures.Wanted(attribute.name(), attribute.figure(), of));
    }
    return new Following(job.event(), expressions, job.states(), ways, wanted);
  }
}
