package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which jobs read what others work out, and puts them in order. */
public final class Grouping {
  private final Map<String, Planned> makers = new HashMap<>();
  private final Map<JobKey, Planned> ordered = new LinkedHashMap<>();
  private final Map<JobKey, JobKey> joinedTo = new HashMap<>();
  private final Set<JobKey> open = new LinkedHashSet<>();

  private Grouping() {}

  /**
   * Groups in which each job stands after those it reads from and waits at least as long as they
   * do.
   *
   * @throws InputException when two jobs write one tag or jobs read each other in a ring
   */
  public static List<List<Planned>> of(List<Planned> plans) {
    Grouping grouping = new Grouping();
    plans.forEach(grouping::noteOutputs);
    plans.forEach(grouping::place);
    Map<JobKey, List<Planned>> groups = new LinkedHashMap<>();
    for (Planned plan : grouping.ordered.values()) {
      groups.computeIfAbsent(grouping.top(plan.key()), _ -> new ArrayList<>()).add(plan);
    }
    return List.copyOf(groups.values());
  }

  private void noteOutputs(Planned plan) {
    for (String output : plan.outputs()) {
      Planned other = makers.putIfAbsent(output, plan);
      if (other != null) {
        throw new InputException(
            "job %s, output".formatted(plan.key()),
            "tag “%s” is written by job %s too".formatted(output, other.key()),
            "give each result a tag of its own");
      }
    }
  }

  /** Puts a job after those it reads from. */
  private Planned place(Planned plan) {
    Planned there = ordered.get(plan.key());
    if (there != null) {
      return there;
    }
    if (!open.add(plan.key())) {
      throw new InputException(
          "job %s, inputs".formatted(plan.key()),
          "reads what is worked out from its own output: " + open,
          "break the ring");
    }
    long lateness = plan.latenessMicros();
    for (String input : plan.inputs()) {
      Planned maker = makers.get(input);
      if (maker != null) {
        lateness = Math.max(lateness, place(maker).latenessMicros());
        joinedTo.put(top(maker.key()), top(plan.key()));
      }
    }
    open.remove(plan.key());
    Planned placed = plan.waiting(lateness);
    ordered.put(plan.key(), placed);
    return placed;
  }

  /** One key stands for all that are joined. */
  private JobKey top(JobKey key) {
    JobKey top = key;
    JobKey next = joinedTo.get(top);
    while (next != null && !next.equals(top)) {
      top = next;
      next = joinedTo.get(top);
    }
    return top;
  }
}
