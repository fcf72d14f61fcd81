package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.SoftSensors;
import io.kunan.engine.stream.StreamTag;
import io.kunan.engine.stream.StreamTags;
import io.kunan.engine.stream.internal.expression.Expressions;
import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.JobHead;
import io.kunan.engine.stream.job.Output;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Makes jobs ready to run: finds their tags, compiles their expressions, checks their units. */
public final class Planner {
  private static final TagId COMPUTED = new TagId(Integer.MAX_VALUE);

  private final StreamTags tags;
  private final OperatorMaker maker;
  private final Map<String, StreamTag> computed = new HashMap<>();

  /**
   * @param jobs all jobs that run together: what one works out another may read
   */
  public Planner(List<Job> jobs, StreamTags tags, SoftSensors sensors) {
    this.tags = tags;
    this.maker = new OperatorMaker(sensors);
    for (Job job : jobs) {
      for (String asset : job.head().instances()) {
        for (Output output : job.results()) {
          String name = JobHead.tagFor(asset, output.tag());
          computed.put(name, new StreamTag(COMPUTED, name, output.unit(), false));
        }
      }
    }
  }

  /**
   * Makes one job ready, for each of its assets.
   *
   * @throws InputException when a tag is not there, an expression is wrong or units do not fit
   */
  public List<Planned> plan(Job job) {
    Map<List<Expressions.Input>, Operator<?>> made = new HashMap<>();
    List<Planned> planned = new ArrayList<>();
    List<Output> outputs = job.results();
    for (String asset : job.head().instances()) {
      List<String> inputs = new ArrayList<>();
      List<Expressions.Input> known = new ArrayList<>();
      job.head()
          .inputs()
          .forEach(
              (name, pattern) -> {
                StreamTag tag = find(job, name, JobHead.tagFor(asset, pattern));
                inputs.add(tag.name());
                known.add(new Expressions.Input(name, tag.unit(), tag.step()));
              });
      Operator<?> operator = made.computeIfAbsent(known, kind -> maker.make(job, kind));
      planned.add(
          new Planned(
              new JobKey(job.head().id(), asset),
              operator,
              fingerprint(job, known),
              List.copyOf(inputs),
              outputs.stream().map(output -> JobHead.tagFor(asset, output.tag())).toList(),
              Micros.of(job.head().lateness())));
    }
    return planned;
  }

  /** Unit of each tag that the jobs work out. */
  public Map<String, String> outputUnits() {
    Map<String, String> units = new HashMap<>();
    computed.forEach((name, tag) -> units.put(name, tag.unit()));
    return units;
  }

  private StreamTag find(Job job, String input, String name) {
    StreamTag made = computed.get(name);
    if (made != null) {
      return made;
    }
    return tags.find(name)
        .orElseThrow(
            () ->
                new InputException(
                    "job %s, inputs, %s".formatted(job.head().id(), input),
                    "tag “%s” is not known".formatted(name),
                    "name a tag that is there, or the output of another job"));
  }

  /** What a kept state depends on: all of the job but the list of its assets. */
  private static long fingerprint(Job job, List<Expressions.Input> inputs) {
    CRC32C sum = new CRC32C();
    String text = job.toString().replace(job.head().assets().toString(), "") + inputs;
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
