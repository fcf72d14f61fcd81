package io.kunan.engine.optimise.internal.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CircuitConstraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small plant as a CP-SAT model: a circuit of arcs for every resource with set-ups, numbered
 * batches for every furnace.
 */
public final class PlantExact {
  /** Goals in thousandths for each minute. */
  private static final double SCALE = 60_000;

  private static final int MOST_OPERATIONS = 60;

  private final PlantProblem problem;
  private final CpModel model = new CpModel();
  private final List<Op> ops = new ArrayList<>();
  private final LinearExprBuilder objective = LinearExpr.newBuilder();
  private final int horizon;

  /** One operation with its variables. */
  private record Op(
      int order, int index, Operation operation, IntVar start, IntVar end, List<BoolVar> ways) {}

  /**
   * What came of it.
   *
   * @param plan the best plan, not yet pushed to its earliest times; null when none was found
   * @param isProved whether it is the best
   * @param bound no plan has a smaller objective
   */
  public record Result(
      @Nullable PlantPlan plan, boolean isProved, double bound, double firstSeconds) {}

  /**
   * @param horizon no operation ends later
   */
  public PlantExact(PlantProblem problem, int horizon) {
    CpSat.load();
    this.problem = problem;
    this.horizon = horizon;
    for (int o = 0; o < problem.orders().size(); o++) {
      route(o, problem.orders().get(o));
    }
    problem.resources().forEach(this::resource);
    makespan();
    model.minimize(objective);
  }

  /** Why a plant is not given to CP-SAT; null when it can be. */
  public static @Nullable String refusal(PlantProblem problem) {
    if (problem.operations() > MOST_OPERATIONS) {
      return "CP-SAT plans plants of at most %d operations, this one has %d"
          .formatted(MOST_OPERATIONS, problem.operations());
    }
    for (Resource resource : problem.resources()) {
      if (resource.setup() != null && (resource.calendar() != null || resource.batch() > 1)) {
        return "CP-SAT plans no set-ups together with calendars or batches, as %s has"
            .formatted(resource.id());
      }
    }
    if (!problem.frozen().isEmpty() || problem.goals().moved() > 0) {
      return "CP-SAT plans nothing frozen";
    }
    return CpSat.isAvailable() ? null : "CP-SAT has no natives for this platform";
  }

  private void route(int o, Order order) {
    Op before = null;
    for (int k = 0; k < order.operations().size(); k++) {
      Operation operation = order.operations().get(k);
      IntVar start = model.newIntVar(order.release(), horizon, "s%d.%d".formatted(o, k));
      IntVar end = model.newIntVar(0, horizon, "e%d.%d".formatted(o, k));
      List<BoolVar> ways = new ArrayList<>();
      for (Alternative way : operation.alternatives()) {
        BoolVar taken = model.newBoolVar("w");
        ways.add(taken);
        model.addEquality(end, LinearExpr.affine(start, 1, way.minutes())).onlyEnforceIf(taken);
      }
      model.addExactlyOne(ways.toArray(new Literal[0]));
      if (before != null) {
        model.addGreaterOrEqual(
            start, LinearExpr.affine(before.end(), 1, before.operation().minLag()));
        Integer maxLag = before.operation().maxLag();
        if (maxLag != null) {
          model.addLessOrEqual(start, LinearExpr.affine(before.end(), 1, maxLag));
        }
      }
      before = new Op(o, k, operation, start, end, ways);
      ops.add(before);
    }
    if (before != null) {
      cost(order, before.end());
    }
  }

  private void cost(Order order, IntVar end) {
    Goals goals = problem.goals();
    IntVar late = model.newIntVar(0, horizon, "late " + order.id());
    model.addGreaterOrEqual(late, LinearExpr.affine(end, 1, -order.due()));
    objective.addTerm(late, Math.round(goals.tardiness() * order.weight() * SCALE / 60));
    objective.addTerm(end, Math.round(goals.completion() * SCALE / 60));
    if (goals.lateOrder() > 0) {
      BoolVar isLate = model.newBoolVar("is late " + order.id());
      model.addLessOrEqual(end, order.due()).onlyEnforceIf(isLate.not());
      objective.addTerm(isLate, Math.round(goals.lateOrder() * SCALE));
    }
  }

  private void makespan() {
    double goal = problem.goals().makespan();
    if (goal > 0) {
      IntVar makespan = model.newIntVar(0, horizon, "makespan");
      ops.forEach(op -> model.addGreaterOrEqual(makespan, op.end()));
      objective.addTerm(makespan, Math.round(goal * SCALE / 60));
    }
  }

  /** An operation that may run on a resource. */
  private record Visit(Op op, BoolVar way, int minutes) {}

  private void resource(Resource resource) {
    List<Visit> visits = new ArrayList<>();
    for (Op op : ops) {
      List<Alternative> ways = op.operation().alternatives();
      for (int a = 0; a < ways.size(); a++) {
        if (ways.get(a).resource().equals(resource.id())) {
          visits.add(new Visit(op, op.ways().get(a), ways.get(a).minutes()));
        }
      }
    }
    List<IntervalVar> intervals = closed(resource);
    if (resource.batch() > 1) {
      batches(resource, visits, intervals);
    } else {
      for (Visit visit : visits) {
        intervals.add(
            model.newOptionalFixedSizeIntervalVar(
                visit.op().start(), visit.minutes(), visit.way(), "i"));
      }
    }
    model.addNoOverlap(intervals);
    if (resource.setup() != null) {
      circuit(resource, visits);
    }
  }

  private List<IntervalVar> closed(Resource resource) {
    List<IntervalVar> closed = new ArrayList<>();
    for (Calendar calendar : problem.calendars()) {
      if (calendar.id().equals(resource.calendar())) {
        for (Span span : calendar.closed()) {
          closed.add(model.newFixedInterval(span.from(), (long) span.to() - span.from(), "closed"));
        }
      }
    }
    return closed;
  }

  /** Which visit follows which; the first and the last are tied to a place of their own. */
  private void circuit(Resource resource, List<Visit> visits) {
    CircuitConstraint circuit = model.addCircuit();
    BoolVar empty = model.newBoolVar("empty");
    circuit.addArc(0, 0, empty);
    visits.forEach(visit -> model.addImplication(empty, visit.way().not()));
    for (int i = 0; i < visits.size(); i++) {
      Visit to = visits.get(i);
      BoolVar first = model.newBoolVar("first");
      circuit.addArc(0, i + 1, first);
      follows(resource, null, to, first);
      circuit.addArc(i + 1, 0, model.newBoolVar("last"));
      circuit.addArc(i + 1, i + 1, to.way().not());
      for (int k = 0; k < visits.size(); k++) {
        if (k != i) {
          BoolVar arc = model.newBoolVar("arc");
          circuit.addArc(k + 1, i + 1, arc);
          follows(resource, visits.get(k), to, arc);
        }
      }
    }
  }

  private void follows(Resource resource, @Nullable Visit from, Visit to, BoolVar arc) {
    String family = from == null ? resource.family() : from.op().operation().family();
    int setup = setup(resource, family, to.op().operation().family());
    if (from == null) {
      model.addGreaterOrEqual(to.op().start(), setup).onlyEnforceIf(arc);
    } else {
      model
          .addGreaterOrEqual(to.op().start(), LinearExpr.affine(from.op().end(), 1, setup))
          .onlyEnforceIf(arc);
    }
    objective.addTerm(arc, Math.round(problem.goals().setup() * setup * SCALE / 60));
  }

  private int setup(Resource resource, @Nullable String from, @Nullable String to) {
    if (from == null || to == null) {
      return 0;
    }
    for (SetupMatrix matrix : problem.setups()) {
      if (matrix.id().equals(resource.setup())) {
        return matrix
            .minutes()
            .get(matrix.families().indexOf(from))
            .get(matrix.families().indexOf(to));
      }
    }
    return 0;
  }

  /** Numbered batches in the order of time; each visit is in one of them. */
  private void batches(Resource resource, List<Visit> visits, List<IntervalVar> intervals) {
    List<List<Literal>> members = new ArrayList<>();
    visits.forEach(visit -> members.add(new ArrayList<>()));
    IntVar before = null;
    for (int b = 0; b < visits.size(); b++) {
      IntVar start = model.newIntVar(0, horizon, "b" + b);
      IntVar end = model.newIntVar(0, horizon, "c" + b);
      IntVar length = model.newIntVar(0, horizon, "l" + b);
      intervals.add(model.newIntervalVar(start, length, end, "batch"));
      if (before != null) {
        model.addGreaterOrEqual(start, before);
      }
      before = end;
      List<BoolVar> inside = new ArrayList<>();
      for (int i = 0; i < visits.size(); i++) {
        BoolVar isIn = model.newBoolVar("in");
        inside.add(isIn);
        members.get(i).add(isIn);
        model.addEquality(visits.get(i).op().start(), start).onlyEnforceIf(isIn);
        model.addEquality(length, visits.get(i).minutes()).onlyEnforceIf(isIn);
        for (int k = 0; k < i; k++) {
          if (!Objects.equals(
              visits.get(i).op().operation().family(), visits.get(k).op().operation().family())) {
            model.addAtMostOne(new Literal[] {isIn, inside.get(k)});
          }
        }
      }
      model.addLessOrEqual(LinearExpr.sum(inside.toArray(new BoolVar[0])), resource.batch());
    }
    for (int i = 0; i < visits.size(); i++) {
      model.addEquality(
          LinearExpr.sum(members.get(i).toArray(new Literal[0])), visits.get(i).way());
    }
  }

  /** Solves until the given share of the time limit has passed. */
  public Result solve(Stopwatch time, int threads, long seed, double untilShare)
      throws InterruptedException {
    List<IntVar> wanted = new ArrayList<>();
    for (Op op : ops) {
      wanted.add(op.start());
      wanted.addAll(op.ways());
    }
    CpSat.Result result =
        new CpSat(model, wanted.toArray(new IntVar[0]), time).solve(threads, seed, untilShare);
    long[] values = result.values();
    return new Result(
        values == null ? null : plan(values),
        result.isProved() && values != null,
        Math.max(0, result.bound() / SCALE),
        result.firstSeconds());
  }

  private PlantPlan plan(long[] values) {
    List<Placed> placed = new ArrayList<>();
    int at = 0;
    for (Op op : ops) {
      int start = (int) values[at++];
      for (Alternative way : op.operation().alternatives()) {
        if (values[at++] == 1) {
          placed.add(
              new Placed(op.order(), op.index(), way.resource(), 0, start, start + way.minutes()));
        }
      }
    }
    return new PlantPlan(placed);
  }
}
