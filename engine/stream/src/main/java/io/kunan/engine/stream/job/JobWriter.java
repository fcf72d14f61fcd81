package io.kunan.engine.stream.job;

import io.kunan.engine.stream.internal.Lengths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a job as the maps and lists of its JSON form. */
final class JobWriter {
  private JobWriter() {}

  static Map<String, Object> write(Job job) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind(job));
    head(job.head(), fields);
    switch (job) {
      case Job.Calculation calculation -> {
        fields.put("expression", calculation.expression());
        fields.put("output", output(calculation.output()));
      }
      case Job.SoftSensor sensor -> {
        fields.put("model", sensor.model());
        fields.put("features", sensor.features());
        fields.put("output", output(sensor.output()));
      }
      case Job.WindowStatistics statistics -> {
        fields.put("expression", statistics.expression());
        fields.put("window", window(statistics.window()));
        Map<String, Object> outputs = new LinkedHashMap<>();
        statistics
            .outputs()
            .forEach((figure, output) -> outputs.put(Fields.wordOf(figure), output(output)));
        fields.put("outputs", outputs);
      }
      case Job.Rule rule -> rule(rule, fields);
      case Job.StateMachine machine -> machine(machine, fields);
    }
    return fields;
  }

  private static String kind(Job job) {
    return switch (job) {
      case Job.Calculation _ -> "calculation";
      case Job.SoftSensor _ -> "soft-sensor";
      case Job.WindowStatistics _ -> "window";
      case Job.Rule _ -> "rule";
      case Job.StateMachine _ -> "state-machine";
    };
  }

  private static void head(JobHead head, Map<String, Object> fields) {
    fields.put("id", head.id());
    if (!head.assets().isEmpty()) {
      fields.put("assets", head.assets());
    }
    fields.put("inputs", head.inputs());
    fields.put("lateness", Lengths.write(head.lateness()));
  }

  private static Map<String, Object> output(Output output) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tag", output.tag());
    if (!output.unit().isEmpty()) {
      fields.put("unit", output.unit());
    }
    Output.Deadband deadband = output.deadband();
    if (deadband != null) {
      fields.put("deadband", deadband.band());
      fields.put("silence", Lengths.write(deadband.silence()));
    }
    return fields;
  }

  private static Map<String, Object> window(Window window) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (window) {
      case Window.Tumbling tumbling -> {
        fields.put("kind", "tumbling");
        fields.put("length", Lengths.write(tumbling.length()));
        fields.put("offset", Lengths.write(tumbling.offset()));
      }
      case Window.Sliding sliding -> {
        fields.put("kind", "sliding");
        fields.put("length", Lengths.write(sliding.length()));
        fields.put("every", Lengths.write(sliding.every()));
      }
      case Window.Session session -> {
        fields.put("kind", "session");
        fields.put("silence", Lengths.write(session.silence()));
      }
    }
    return fields;
  }

  private static void rule(Job.Rule rule, Map<String, Object> fields) {
    switch (rule.condition()) {
      case Condition.Above above -> {
        fields.put("value", above.value());
        fields.put("above", above.limit());
        fields.put("hysteresis", above.hysteresis());
      }
      case Condition.Below below -> {
        fields.put("value", below.value());
        fields.put("below", below.limit());
        fields.put("hysteresis", below.hysteresis());
      }
      case Condition.When when -> {
        fields.put("when", when.when());
        String until = when.until();
        if (until != null) {
          fields.put("until", until);
        }
      }
    }
    fields.put("delay", Lengths.write(rule.delays().raise()));
    fields.put("clearDelay", Lengths.write(rule.delays().clear()));
    fields.put("priority", rule.priority());
    fields.put("title", Map.of("zh", rule.title().zh(), "en", rule.title().en()));
  }

  private static void machine(Job.StateMachine machine, Map<String, Object> fields) {
    fields.put("event", machine.event());
    fields.put("states", machine.states());
    List<Map<String, Object>> transitions =
        machine.transitions().stream()
            .map(
                way -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("from", way.from());
                  one.put("to", way.to());
                  one.put("when", way.when());
                  one.put("delay", Lengths.write(way.delay()));
                  return one;
                })
            .toList();
    fields.put("transitions", transitions);
    List<Map<String, Object>> attributes =
        machine.attributes().stream()
            .map(
                attribute -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("name", attribute.name());
                  one.put("figure", Fields.wordOf(attribute.figure()));
                  one.put("of", attribute.of());
                  return one;
                })
            .toList();
    fields.put("attributes", attributes);
  }
}
