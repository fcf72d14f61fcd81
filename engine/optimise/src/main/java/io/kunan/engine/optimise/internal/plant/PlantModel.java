package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Frozen;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plant problem as primitive arrays, made once and shared by all threads. */
final class PlantModel {
  static final int NONE = -1;

  final PlantProblem problem;
  final int operations;
  final int orders;
  final int resources;

  /** First operation of each order; at the end the number of operations. */
  final int[] first;

  final int[] order;
  final int[] family;
  final int[] minLag;

  /** Latest minutes to the next operation, {@link #NONE} when it may wait. */
  final int[] maxLag;

  final int[] firstAlternative;
  final int[] resource;
  final int[] minutes;
  final int[] release;
  final int[] due;
  final double[] weight;

  /** Work from an operation to the end of its order on its fastest resources, lags included. */
  final int[] workLeft;

  final int[] batch;
  final int[] initialFamily;
  final WorkTime[] open;

  /** Set-up minutes of each resource: from family, to family; null without set-up. */
  final int[] @Nullable [][] setup;

  /** Minute an operation is frozen at, {@link #NONE} when free. */
  final int[] frozen;

  /** Start in the plan before, where moving costs; {@link #NONE} otherwise. */
  final int[] wanted;

  /** Resource in the plan before, where moving costs. */
  final int[] wantedResource;

  /** Minute before which an operation does not start, whatever room there is; 0 when free. */
  final int[] floor;

  /** Price of an operation on another resource than wanted, or farther off than tolerated. */
  final double movedOperation;

  /** Minutes off the wanted start that nobody minds. */
  final int tolerance;

  PlantModel(PlantProblem problem, @Nullable PlantPlan before) {
    this(problem, before, 0, 0);
  }

  PlantModel(
      PlantProblem problem, @Nullable PlantPlan before, double movedOperation, int tolerance) {
    this.problem = problem;
    this.movedOperation = movedOperation;
    this.tolerance = tolerance;
    operations = problem.operations();
    orders = problem.orders().size();
    resources = problem.resources().size();
    first = new int[orders + 1];
    order = new int[operations];
    family = new int[operations];
    minLag = new int[operations];
    maxLag = new int[operations];
    firstAlternative = new int[operations + 1];
    release = new int[orders];
    due = new int[orders];
    weight = new double[orders];
    workLeft = new int[operations];
    batch = new int[resources];
    initialFamily = new int[resources];
    open = new WorkTime[resources];
    setup = new int[resources][][];
    frozen = filled(operations);
    wanted = filled(operations);
    wantedResource = filled(operations);
    floor = new int[operations];
    Map<String, Integer> families = new HashMap<>();
    Map<String, Integer> names = new HashMap<>();
    problem.setups().forEach(s -> s.families().forEach(f -> number(families, f)));
    for (int r = 0; r < resources; r++) {
      names.put(problem.resources().get(r).id(), r);
    }
    int alternatives = routes(families);
    resource = new int[alternatives];
    minutes = new int[alternatives];
    ways(names);
    for (int r = 0; r < resources; r++) {
      resource(r, problem.resources().get(r), families);
    }
    for (Frozen f : problem.frozen()) {
      frozen[first[f.order()] + f.operation()] = f.start();
    }
    if (before != null && isSteady()) {
      for (int v = 0; v < operations; v++) {
        wanted[v] = before.operations().get(v).start();
        wantedResource[v] =
            Objects.requireNonNull(names.get(before.operations().get(v).resource()));
      }
    }
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }

  private static int number(Map<String, Integer> numbers, @Nullable String name) {
    return name == null ? NONE : numbers.computeIfAbsent(name, n -> numbers.size());
  }

  private int routes(Map<String, Integer> families) {
    int v = 0;
    int alternatives = 0;
    for (int o = 0; o < orders; o++) {
      Order item = problem.orders().get(o);
      release[o] = item.release();
      due[o] = item.due();
      weight[o] = item.weight();
      for (Operation operation : item.operations()) {
        order[v] = o;
        family[v] = number(families, operation.family());
        minLag[v] = operation.minLag();
        maxLag[v] = operation.maxLag() == null ? NONE : operation.maxLag();
        alternatives += operation.alternatives().size();
        firstAlternative[++v] = alternatives;
      }
      first[o + 1] = v;
    }
    return alternatives;
  }

  private void ways(Map<String, Integer> names) {
    int a = 0;
    for (Order item : problem.orders()) {
      for (Operation operation : item.operations()) {
        for (Alternative way : operation.alternatives()) {
          resource[a] = Objects.requireNonNull(names.get(way.resource()));
          minutes[a++] = way.minutes();
        }
      }
    }
    for (int v = operations - 1; v >= 0; v--) {
      int fastest = Integer.MAX_VALUE;
      for (a = firstAlternative[v]; a < firstAlternative[v + 1]; a++) {
        fastest = Math.min(fastest, minutes[a]);
      }
      workLeft[v] = fastest + (isLast(v) ? 0 : minLag[v] + workLeft[v + 1]);
    }
  }

  private void resource(int r, Resource item, Map<String, Integer> families) {
    batch[r] = item.batch();
    initialFamily[r] = number(families, item.family());
    open[r] =
        problem.calendars().stream()
            .filter(c -> c.id().equals(item.calendar()))
            .findFirst()
            .map(c -> new WorkTime(c.closed()))
            .orElse(WorkTime.ALWAYS);
    for (SetupMatrix matrix : problem.setups()) {
      if (matrix.id().equals(item.setup())) {
        setup[r] = spread(matrix, families);
      }
    }
  }

  private static int[][] spread(SetupMatrix matrix, Map<String, Integer> families) {
    int[][] minutes = new int[families.size()][families.size()];
    List<String> names = matrix.families();
    for (int from = 0; from < names.size(); from++) {
      for (int to = 0; to < names.size(); to++) {
        minutes[number(families, names.get(from))][number(families, names.get(to))] =
            matrix.minutes().get(from).get(to);
      }
    }
    return minutes;
  }

  /** Whether an operation that starts at another minute than before costs something. */
  boolean isSteady() {
    return problem.goals().moved() > 0 || movedOperation > 0;
  }

  /** The number of a resource. */
  int resourceNamed(String id) {
    for (int r = 0; r < resources; r++) {
      if (problem.resources().get(r).id().equals(id)) {
        return r;
      }
    }
    throw new IllegalArgumentException(id);
  }

  boolean isFirst(int v) {
    return first[order[v]] == v;
  }

  boolean isLast(int v) {
    return first[order[v] + 1] == v + 1;
  }

  /** Minutes of set-up on a resource from one family to another, either may be {@link #NONE}. */
  int setup(int r, int from, int to) {
    int[][] matrix = setup[r];
    return matrix == null || from == NONE || to == NONE ? 0 : matrix[from][to];
  }

  /** The alternative of an operation on a resource, {@link #NONE} when it cannot run there. */
  int alternativeOn(int v, int r) {
    for (int a = firstAlternative[v]; a < firstAlternative[v + 1]; a++) {
      if (resource[a] == r) {
        return a;
      }
    }
    return NONE;
  }

  /** Cost of an order that ends at a minute. */
  double cost(int o, int end) {
    PlantProblem.Goals goals = problem.goals();
    double late = Math.max(0, end - due[o]);
    return goals.tardiness() * weight[o] * late / 60.0
        + (late > 0 ? goals.lateOrder() : 0)
        + goals.completion() * end / 60.0;
  }
}
