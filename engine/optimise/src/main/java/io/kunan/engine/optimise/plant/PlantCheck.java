package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Frozen;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks a plan of a plant from the definition alone; shares no code with the solvers. Every plan
 * is checked before it leaves.
 */
public final class PlantCheck {
  private static final int MOST = 20;

  private final PlantProblem problem;
  private final PlantPlan plan;
  private final List<String> violations = new ArrayList<>();

  private PlantCheck(PlantProblem problem, PlantPlan plan) {
    this.problem = problem;
    this.plan = plan;
  }

  /** What is wrong, one sentence each, the first 20; empty when the plan is valid. */
  public static @Sentence List<String> violations(PlantProblem problem, PlantPlan plan) {
    PlantCheck check = new PlantCheck(problem, plan);
    if (check.isComplete()) {
      check.routes();
      check.resources();
      check.frozen();
    }
    return check.violations;
  }

  private boolean isComplete() {
    List<Placed> placed = plan.operations();
    int v = 0;
    for (int o = 0; o < problem.orders().size(); o++) {
      for (int k = 0; k < problem.orders().get(o).operations().size(); k++, v++) {
        if (v >= placed.size() || placed.get(v).order() != o || placed.get(v).operation() != k) {
          say("operation %d of order %s is missing".formatted(k, problem.orders().get(o).id()));
          return false;
        }
      }
    }
    if (v < placed.size()) {
      say("the plan has %d operations, the problem %d".formatted(placed.size(), v));
    }
    return v == placed.size();
  }

  private void routes() {
    int v = 0;
    for (Order order : problem.orders()) {
      int earliest = order.release();
      int latest = Integer.MAX_VALUE;
      for (Operation operation : order.operations()) {
        Placed placed = plan.operations().get(v++);
        String name = "order %s, %s".formatted(order.id(), operation.name());
        if (placed.start() < earliest) {
          say(
              "%s: it starts at %d, before %d is reached"
                  .formatted(name, placed.start(), earliest));
        }
        if (placed.start() > latest) {
          say(
              "%s: it starts at %d, later than %d is allowed"
                  .formatted(name, placed.start(), latest));
        }
        way(operation, placed, name);
        earliest = placed.end() + operation.minLag();
        latest = operation.maxLag() == null ? Integer.MAX_VALUE : placed.end() + operation.maxLag();
      }
    }
  }

  private void way(Operation operation, Placed placed, String name) {
    Optional<Alternative> way =
        operation.alternatives().stream()
            .filter(a -> a.resource().equals(placed.resource()))
            .findFirst();
    if (way.isEmpty()) {
      say("%s: %s is not among its resources".formatted(name, placed.resource()));
    } else if (placed.end() - placed.start() != way.get().minutes()) {
      say(
          "%s: it takes %d minutes on %s instead of %d"
              .formatted(
                  name, placed.end() - placed.start(), placed.resource(), way.get().minutes()));
    }
  }

  private @Nullable String family(Placed placed) {
    return problem.orders().get(placed.order()).operations().get(placed.operation()).family();
  }

  private void resources() {
    Map<String, Map<Integer, List<Placed>>> byResource = new LinkedHashMap<>();
    for (Placed placed : plan.operations()) {
      byResource
          .computeIfAbsent(placed.resource(), r -> new TreeMap<>())
          .computeIfAbsent(placed.start(), s -> new ArrayList<>())
          .add(placed);
    }
    for (Resource resource : problem.resources()) {
      resource(resource, byResource.getOrDefault(resource.id(), Map.of()));
    }
  }

  private void resource(Resource resource, Map<Integer, List<Placed>> groups) {
    List<Span> closed = closed(resource);
    String family = resource.family();
    int free = 0;
    for (List<Placed> group : groups.values()) {
      Placed first = group.getFirst();
      for (Placed other : group) {
        if (other.end() != first.end() || !Objects.equals(family(other), family(first))) {
          say("%s at %d: not one batch of one family".formatted(resource.id(), first.start()));
        }
      }
      if (group.size() > resource.batch()) {
        say("%s at %d: %d at once".formatted(resource.id(), first.start(), group.size()));
      }
      int setup = setup(resource, family, family(first));
      if (first.start() < free) {
        say("%s: busy until %d, yet used from %d".formatted(resource.id(), free, first.start()));
      } else if (!fits(closed, free, first.start(), setup)) {
        say(
            "%s: no %d minutes for set-up between %d and %d"
                .formatted(resource.id(), setup, free, first.start()));
      }
      if (!fits(closed, first.start(), first.end(), first.end() - first.start())) {
        say("%s: closed between %d and %d".formatted(resource.id(), first.start(), first.end()));
      }
      family = family(first) == null ? family : family(first);
      free = first.end();
    }
  }

  private List<Span> closed(Resource resource) {
    return problem.calendars().stream()
        .filter(c -> c.id().equals(resource.calendar()))
        .findFirst()
        .map(c -> c.closed().stream().sorted(Comparator.comparingInt(Span::from)).toList())
        .orElse(List.of());
  }

  private int setup(Resource resource, @Nullable String from, @Nullable String to) {
    if (from == null || to == null || resource.setup() == null) {
      return 0;
    }
    SetupMatrix matrix =
        problem.setups().stream()
            .filter(s -> s.id().equals(resource.setup()))
            .findFirst()
            .orElseThrow();
    return matrix.minutes().get(matrix.families().indexOf(from)).get(matrix.families().indexOf(to));
  }

  /**
   * Whether so many minutes without a closed one lie between the two.
   *
   * @param closed in time order
   */
  private static boolean fits(List<Span> closed, int from, int to, int minutes) {
    int begin = from;
    for (Span span : closed) {
      if (span.from() >= to) {
        break;
      }
      if (span.to() > begin) {
        if (span.from() - begin >= minutes) {
          return true;
        }
        begin = Math.max(begin, span.to());
      }
    }
    return to - begin >= minutes;
  }

  private void frozen() {
    List<Integer> first = new ArrayList<>();
    int count = 0;
    for (Order order : problem.orders()) {
      first.add(count);
      count += order.operations().size();
    }
    for (Frozen frozen : problem.frozen()) {
      Placed placed = plan.operations().get(first.get(frozen.order()) + frozen.operation());
      if (placed.start() != frozen.start() || !placed.resource().equals(frozen.resource())) {
        say(
            "order %s, operation %d: it is frozen on %s at %d"
                .formatted(
                    problem.orders().get(frozen.order()).id(),
                    frozen.operation(),
                    frozen.resource(),
                    frozen.start()));
      }
    }
  }

  private void say(@Sentence String violation) {
    if (violations.size() < MOST) {
      violations.add(violation);
    }
  }
}
