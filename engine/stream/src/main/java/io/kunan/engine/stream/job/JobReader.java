package io.kunan.engine.stream.job;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads a job from JSON. */
final class JobReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");
  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");
  private static final Duration LATENESS = Duration.ofSeconds(2);
  private static final Duration LONGEST_LATENESS = Duration.ofDays(7);
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private JobReader() {}

  static Job read(String place, JsonNode node) {
    String name = node.path("id").isString() ? "job " + node.path("id").asString() : place;
    Fields fields = new Fields(name, node);
    String kind = fields.text("kind");
    JobHead head = head(fields);
    Job job =
        switch (kind) {
          case "calculation" ->
              new Job.Calculation(
                  head, fields.text("expression"), output(head, fields.object("output")));
          case "soft-sensor" -> softSensor(head, fields);
          case "window" -> window(head, fields);
          case "rule" -> rule(head, fields);
          case "state-machine" -> machine(head, fields);
          default ->
              throw new InputException(
                  fields.where("kind"),
                  "“%s” is not known".formatted(kind),
                  "use calculation, soft-sensor, window, rule or state-machine");
        };
    fields.noOthers();
    return job;
  }

  private static JobHead head(Fields fields) {
    String id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      throw new InputException(
          fields.where("id"),
          "“%s” is no id".formatted(id),
          "use up to 80 letters, digits and . _ -, the first a letter or digit");
    }
    Map<String, String> inputs = fields.object("inputs").allTexts();
    if (inputs.isEmpty() || inputs.size() > 64) {
      throw new InputException(
          fields.where("inputs"), "names %d tags".formatted(inputs.size()), "name 1 to 64");
    }
    for (String input : inputs.keySet()) {
      if (!NAME.matcher(input).matches() || RESERVED.contains(input)) {
        throw new InputException(
            fields.where("inputs"),
            "“%s” cannot be used in expressions".formatted(input),
            "use up to 40 letters, digits and _, the first no digit, and none of the words"
                + " of the language");
      }
    }
    List<String> assets = fields.texts("assets");
    if (new HashSet<>(assets).size() < assets.size()) {
      throw new InputException(fields.where("assets"), "names one asset twice", "name each once");
    }
    Duration lateness = fields.length("lateness", LATENESS);
    if (lateness.compareTo(LONGEST_LATENESS) > 0) {
      throw new InputException(
          fields.where("lateness"),
          "is over 7 days",
          "take less; points that come later are worked out anew by themselves");
    }
    return new JobHead(id, assets, inputs, lateness);
  }

  private static Output output(JobHead head, Fields fields) {
    String tag = outputTag(head, fields.where("tag"), fields.text("tag"));
    Output.Deadband deadband =
        fields.has("deadband")
            ? new Output.Deadband(fields.amount("deadband"), fields.length("silence", SILENCE))
            : null;
    Output output = new Output(tag, fields.unit("unit"), deadband);
    fields.noOthers();
    return output;
  }

  /** Each asset needs a tag of its own. */
  private static String outputTag(JobHead head, String where, String tag) {
    if (head.assets().size() > 1 && !tag.contains(JobHead.ASSET)) {
      throw new InputException(
          where, "“%s” is the same for all assets".formatted(tag), "put {asset} into the name");
    }
    return tag;
  }

  private static Job softSensor(JobHead head, Fields fields) {
    List<String> features = fields.texts("features");
    if (features.isEmpty()) {
      throw new InputException(
          fields.where("features"), "is empty", "list what the model is given");
    }
    return new Job.SoftSensor(
        head, fields.text("model"), features, output(head, fields.object("output")));
  }

  private static Job window(JobHead head, Fields fields) {
    Window window = windowOf(fields.object("window"));
    Fields wanted = fields.object("outputs");
    Map<WindowFigure, Output> outputs = new EnumMap<>(WindowFigure.class);
    for (String name : wanted.names()) {
      outputs.put(
          Fields.word(wanted.where(name), name, WindowFigure.class),
          output(head, wanted.object(name)));
    }
    if (outputs.isEmpty()) {
      throw new InputException(
          fields.where("outputs"), "is empty", "name the tag of at least one figure");
    }
    return new Job.WindowStatistics(head, fields.text("expression"), window, outputs);
  }

  private static Window windowOf(Fields fields) {
    Window window =
        switch (fields.text("kind")) {
          case "tumbling" ->
              new Window.Tumbling(
                  fields.positiveLength("length"), fields.length("offset", Duration.ZERO));
          case "sliding" -> sliding(fields);
          case "session" -> new Window.Session(fields.positiveLength("silence"));
          default ->
              throw new InputException(
                  fields.where("kind"),
                  "“%s” is not known".formatted(fields.text("kind")),
                  "use tumbling, sliding or session");
        };
    fields.noOthers();
    return window;
  }

  private static Window sliding(Fields fields) {
    Duration length = fields.positiveLength("length");
    Duration every = fields.positiveLength("every");
    if (length.toNanos() % every.toNanos() != 0 || length.dividedBy(every) > 10_000) {
      throw new InputException(
          fields.where("every"),
          "does not cut the length into at most 10,000 whole pieces",
          "take one such as 1m for a length of 10m");
    }
    return new Window.Sliding(length, every);
  }

  private static Job rule(JobHead head, Fields fields) {
    Delays delays =
        new Delays(
            fields.length("delay", Duration.ZERO), fields.length("clearDelay", Duration.ZERO));
    int priority = fields.whole("priority", 1, 3, 3);
    Condition condition = condition(fields);
    Text title = Text.same(head.id());
    if (fields.has("title")) {
      Fields words = fields.object("title");
      title = new Text(words.text("zh"), words.text("en"));
      words.noOthers();
    }
    return new Job.Rule(head, condition, delays, priority, title);
  }

  private static Condition condition(Fields fields) {
    int ways = 0;
    for (String way : List.of("above", "below", "when")) {
      ways += fields.has(way) ? 1 : 0;
    }
    if (ways != 1) {
      throw new InputException(
          fields.where("above, below or when"),
          "%d of them stand there".formatted(ways),
          "give a value with above or below, or a condition with when");
    }
    if (fields.has("when")) {
      return new Condition.When(fields.text("when"), fields.findText("until"));
    }
    String value = fields.text("value");
    double hysteresis = fields.amount("hysteresis");
    return fields.has("above")
        ? new Condition.Above(value, fields.number("above"), hysteresis)
        : new Condition.Below(value, fields.number("below"), hysteresis);
  }

  private static Job machine(JobHead head, Fields fields) {
    List<String> states = fields.texts("states");
    if (states.size() < 2 || new HashSet<>(states).size() < states.size()) {
      throw new InputException(
          fields.where("states"),
          "are " + states,
          "name at least two, each once; the first is the one at rest");
    }
    List<Transition> transitions =
        fields.objects("transitions").stream().map(one -> transition(states, one)).toList();
    if (transitions.isEmpty()) {
      throw new InputException(fields.where("transitions"), "is empty", "say when a state is left");
    }
    List<Attribute> attributes =
        fields.objects("attributes").stream().map(JobReader::attribute).toList();
    return new Job.StateMachine(head, fields.text("event"), states, transitions, attributes);
  }

  private static Transition transition(List<String> states, Fields fields) {
    Transition transition =
        new Transition(
            state(states, fields, "from"),
            state(states, fields, "to"),
            fields.text("when"),
            fields.length("delay", Duration.ZERO));
    fields.noOthers();
    if (transition.from().equals(transition.to())) {
      throw new InputException(fields.where("to"), "is where it comes from", "name another state");
    }
    return transition;
  }

  private static String state(List<String> states, Fields fields, String field) {
    String state = fields.text(field);
    if (!states.contains(state)) {
      throw new InputException(
          fields.where(field), "“%s” is no state".formatted(state), "use one of " + states);
    }
    return state;
  }

  private static Attribute attribute(Fields fields) {
    Attribute attribute =
        new Attribute(
            fields.text("name"), fields.word("figure", Attribute.Figure.class), fields.text("of"));
    fields.noOthers();
    return attribute;
  }
}
