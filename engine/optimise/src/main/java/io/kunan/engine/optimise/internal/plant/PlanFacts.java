package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.plant.PlanUnderWay.Actual;
import io.kunan.engine.optimise.plant.PlanUnderWay.Refused;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known to have happened: reports, what follows from them, and what the plan said where
 * nobody reports. Reports come in the order of their starts.
 */
public final class PlanFacts {
  /** What an operation did; of a furnace the operations of one batch share one. */
  record Fact(String resource, int start, int end, boolean isRunning, boolean isReported) {}

  final PlantProblem problem;
  final PlantPlan plan;
  final int now;
  private final List<Operation> operations = new ArrayList<>();
  private final int[] first;
  private final @Nullable Fact[] facts;

  /** Operations of each node of the plan, in the order of their numbers. */
  private final Map<String, List<Integer>> nodes = new HashMap<>();

  private final Map<String, Integer> firstReport = new HashMap<>();
  private final List<Refused> refused = new ArrayList<>();

  public PlanFacts(PlantProblem problem, PlantPlan plan, int now) {
    this.problem = problem;
    this.plan = plan;
    this.now = now;
    first = new int[problem.orders().size() + 1];
    for (int o = 0; o < problem.orders().size(); o++) {
      operations.addAll(problem.orders().get(o).operations());
      first[o + 1] = operations.size();
    }
    facts = new Fact[operations.size()];
    for (int v = 0; v < operations.size(); v++) {
      nodes.computeIfAbsent(node(v), n -> new ArrayList<>()).add(v);
    }
  }

  private String node(int v) {
    Placed placed = plan.operations().get(v);
    boolean isBatch =
        problem.resources().stream()
            .anyMatch(r -> r.id().equals(placed.resource()) && r.batch() > 1);
    return isBatch ? placed.resource() + " " + placed.start() : "single " + v;
  }

  /** Numbers of the operations that run with one, itself among them. */
  List<Integer> mates(int v) {
    return nodes.getOrDefault(node(v), List.of(v));
  }

  @Nullable Fact fact(int v) {
    return facts[v];
  }

  int size() {
    return facts.length;
  }

  int firstOf(int order) {
    return first[order];
  }

  Operation operation(int v) {
    return operations.get(v);
  }

  public List<Refused> refused() {
    return refused;
  }

  /** Takes a report that can be, and what follows from it. */
  public void report(Actual actual) {
    int v = first[actual.order()] + actual.operation();
    Alternative way =
        operations.get(v).alternatives().stream()
            .filter(a -> a.resource().equals(actual.resource()))
            .findFirst()
            .orElse(null);
    Integer end = actual.end();
    if (way == null) {
      refuse(
          actual,
          "it cannot run on %s".formatted(actual.resource()),
          "report the machine it ran on, or add that to its route");
    } else if (actual.start() < 0 || actual.start() > now || (end != null && end > now)) {
      refuse(actual, "it is not between the start of the plan and now", "look at the times");
    } else if (end != null && end <= actual.start()) {
      refuse(actual, "it ends before it starts", "look at the times");
    } else {
      int until = end == null ? Math.max(actual.start() + way.minutes(), now) : end;
      take(
          actual,
          v,
          new Fact(
              actual.resource(),
              actual.start(),
              Math.max(until, actual.start() + 1),
              end == null,
              true));
    }
  }

  private void take(Actual actual, int v, Fact fact) {
    List<Integer> mates =
        plan.operations().get(v).resource().equals(fact.resource()) ? mates(v) : List.of(v);
    Map<Integer, Fact> more = new HashMap<>();
    for (int mate : mates) {
      int blocker = routeBefore(mate, fact.start(), more);
      if (blocker >= 0) {
        refuse(
            actual,
            "“%s” of order %s is not known to have ended before"
                .formatted(operations.get(blocker).name(), orderOf(blocker).id()),
            "report that one first, or look at the times");
        return;
      }
      if (isLaterThanNext(mate, fact)) {
        refuse(actual, "the step after it had begun by then", "look at the times of both");
        return;
      }
    }
    for (int u = 0; u < facts.length; u++) {
      Fact other = facts[u];
      if (other == null || mates.contains(u) || !other.resource().equals(fact.resource())) {
        continue;
      }
      boolean isOver = other.end() <= fact.start() || other.start() >= fact.end();
      if (!isOver && other.start() < fact.start() && (other.isRunning() || !other.isReported())) {
        more.put(u, ended(other, fact.start()));
      } else if (!isOver) {
        refuse(
            actual,
            "%s was busy with order %s then".formatted(fact.resource(), orderOf(u).id()),
            "look at the times, or report the end of that one");
        return;
      }
    }
    more.forEach((u, each) -> facts[u] = each);
    mates.forEach(mate -> facts[mate] = fact);
    firstReport.merge(fact.resource(), fact.start(), Math::min);
  }

  private boolean isLaterThanNext(int v, Fact fact) {
    Fact next = v + 1 == first[orderNumber(v) + 1] ? null : facts[v + 1];
    return next != null && fact.end() > next.start();
  }

  private static Fact ended(Fact fact, int at) {
    return new Fact(fact.resource(), fact.start(), at, false, fact.isReported());
  }

  /**
   * Makes sure that the steps before an operation had ended at a minute; what was not reported is
   * taken from the plan.
   *
   * @param more what follows, added to
   * @return the step that stands against it, −1 when none does
   */
  private int routeBefore(int v, int minute, Map<Integer, Fact> more) {
    int limit = minute;
    for (int u = v - 1; u >= first[orderNumber(v)]; u--) {
      Fact known = more.getOrDefault(u, facts[u]);
      if (known == null) {
        Placed placed = plan.operations().get(u);
        known = new Fact(placed.resource(), placed.start(), placed.end(), false, false);
        if (!isFree(u, known)) {
          return u;
        }
      }
      boolean canHaveEnded = known.end() <= limit || known.isRunning() || !known.isReported();
      if (!canHaveEnded || known.start() >= limit) {
        return u;
      }
      if (known.end() > limit || facts[u] == null) {
        Fact fits = ended(known, Math.min(known.end(), limit));
        mates(u).forEach(mate -> more.put(mate, fits));
      }
      for (int mate : facts[u] == null ? mates(u) : List.<Integer>of()) {
        int blocker = mate == u ? -1 : routeBefore(mate, known.start(), more);
        if (blocker >= 0) {
          return blocker;
        }
      }
      limit = known.start();
    }
    return -1;
  }

  private boolean isFree(int v, Fact wanted) {
    List<Integer> mates = mates(v);
    for (int u = 0; u < facts.length; u++) {
      Fact other = facts[u];
      if (other != null
          && !mates.contains(u)
          && other.resource().equals(wanted.resource())
          && other.start() < wanted.end()
          && wanted.start() < other.end()) {
        return false;
      }
    }
    return true;
  }

  /** Takes what was to have begun on machines that do not report as the plan said. */
  public void conclude() {
    List<Integer> begun = new ArrayList<>();
    for (int v = 0; v < facts.length; v++) {
      if (facts[v] == null && plan.operations().get(v).start() < now) {
        begun.add(v);
      }
    }
    begun.sort(Comparator.comparingInt(v -> plan.operations().get(v).start()));
    Map<String, Integer> waits = new HashMap<>();
    for (int v : begun) {
      Placed placed = plan.operations().get(v);
      Fact fact = new Fact(placed.resource(), placed.start(), placed.end(), false, false);
      if (facts[v] == null && !waits.containsKey(placed.resource()) && canHaveBegun(v, fact)) {
        mates(v).forEach(mate -> facts[mate] = fact);
      } else if (facts[v] == null) {
        waits.put(placed.resource(), v);
      }
    }
  }

  private boolean canHaveBegun(int v, Fact fact) {
    Integer since = firstReport.get(fact.resource());
    if (since != null && fact.start() >= since) {
      return false;
    }
    for (int mate : mates(v)) {
      Fact before = mate == first[orderNumber(mate)] ? null : facts[mate - 1];
      boolean isFirst = mate == first[orderNumber(mate)];
      if (!isFirst && before == null) {
        return false;
      }
      if (before != null && before.end() + operations.get(mate - 1).minLag() > fact.start()) {
        return false;
      }
    }
    return isFree(v, fact);
  }

  private int orderNumber(int v) {
    return plan.operations().get(v).order();
  }

  private Order orderOf(int v) {
    return problem.orders().get(orderNumber(v));
  }

  private void refuse(Actual actual, @Sentence String reason, @Sentence String remedy) {
    refused.add(new Refused(actual, reason, remedy));
  }
}
