package io.kunan.engine.stream;

import io.kunan.engine.stream.internal.local.Grouping;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.engine.stream.internal.operation.Planner;
import io.kunan.engine.stream.job.Job;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.TagId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Jobs that run together, made ready: their tags found, their expressions compiled, their units
 * checked. A job with a fault is left out with its reason; the others run.
 */
public final class JobSet {
  /**
   * Why a job does not run.
   *
   * @param job its id
   * @param reason names field, value, what is allowed and what to do
   */
  public record Problem(String job, @Sentence String reason) {}

  private final List<Job> jobs;
  private final List<Problem> problems;
  private final List<List<Planned>> groups;
  private final Map<String, String> outputUnits;
  private final StreamTags tags;

  private JobSet(
      List<Job> jobs,
      List<Problem> problems,
      List<List<Planned>> groups,
      Map<String, String> outputUnits,
      StreamTags tags) {
    this.jobs = List.copyOf(jobs);
    this.problems = List.copyOf(problems);
    this.groups = groups;
    this.outputUnits = Map.copyOf(outputUnits);
    this.tags = tags;
  }

  /**
   * Makes jobs ready.
   *
   * @throws InputException when jobs write one tag or read each other in a ring
   */
  public static JobSet of(List<Job> jobs, StreamTags tags, SoftSensors sensors) {
    Planner planner = new Planner(jobs, tags, sensors);
    List<Job> good = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Planned> planned = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Job job : jobs) {
      String id = job.head().id();
      try {
        if (!ids.add(id)) {
          throw new InputException("job " + id, "stands twice", "give each job an id of its own");
        }
        planned.addAll(planner.plan(job));
        good.add(job);
      } catch (InputException e) {
        problems.add(new Problem(id, Objects.requireNonNullElse(e.getMessage(), id)));
      }
    }
    return new JobSet(good, problems, Grouping.of(planned), planner.outputUnits(), tags);
  }

  /**
   * Checks one job by itself.
   *
   * @throws InputException that names field, value, what is allowed and what to do
   */
  public static void check(Job job, StreamTags tags, SoftSensors sensors) {
    Grouping.of(new Planner(List.of(job), tags, sensors).plan(job));
  }

  /** Those that run. */
  public List<Job> jobs() {
    return jobs;
  }

  /** Those that do not, with the reason. */
  public List<Problem> problems() {
    return problems;
  }

  /** Unit of each tag that jobs work out, by its name; empty where none is given. */
  public Map<String, String> outputUnits() {
    return outputUnits;
  }

  List<List<Planned>> groups() {
    return groups;
  }

  /** The tags that jobs read and that are measured, each once. */
  public List<TagId> inputTags() {
    return groups.stream()
        .flatMap(List::stream)
        .flatMap(plan -> plan.inputs().stream())
        .filter(name -> !outputUnits.containsKey(name))
        .map(this::tagNumber)
        .distinct()
        .sorted()
        .map(TagId::new)
        .toList();
  }

  /** Number of a tag; 0 for one that only jobs work out. */
  int tagNumber(String name) {
    return tags.find(name).map(tag -> tag.id().value()).orElse(0);
  }
}
