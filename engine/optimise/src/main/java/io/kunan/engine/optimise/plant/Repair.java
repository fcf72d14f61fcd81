package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.plant.PlanRepair;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import java.util.List;

/**
 * A plan mended after a disturbance: a machine is down, material comes late, an operation takes
 * longer. The plan stays as it was where it can.
 *
 * @param plan the mended plan, checked
 * @param figures what it is worth
 * @param moved how far it is from the plan before
 * @param metAgain minute from which no operation that starts then or later is moved
 * @param shifted what shifting everything to the right with all sequences kept would be worth
 * @param shiftedMoved how far that would be from the plan before
 * @param seconds from the call to the answer
 */
public record Repair(
    PlantPlan plan,
    PlantFigures figures,
    Moved moved,
    int metAgain,
    PlantFigures shifted,
    Moved shiftedMoved,
    double seconds) {
  /**
   * Minutes an operation may start off its old start without being moved: material, rolls and crew
   * are called about half an hour ahead, and work itself takes that much more or less.
   */
  public static final int TOLERANCE = 30;

  /** Price of an operation that is moved, in hours late of weight 1. */
  public static final double MOVED_OPERATION = 0.25;

  /** Price of an hour it moves. */
  private static final double MOVED_HOUR = 0.01;

  /** Of the time, the rest being for the check. */
  private static final double SEARCH_SHARE = 0.85;

  /**
   * How far a plan is from another one.
   *
   * @param operations number that are moved: on another resource, or farther off their old start
   *     than tolerated
   * @param slightly number of the others that start at another minute
   * @param hours by which operations start earlier or later, added up
   */
  public record Moved(int operations, int slightly, double hours) {
    static Moved between(PlantPlan before, PlantPlan now, int tolerance) {
      int operations = 0;
      int slightly = 0;
      double minutes = 0;
      for (int v = 0; v < before.operations().size(); v++) {
        Placed old = before.operations().get(v);
        Placed placed = now.operations().get(v);
        boolean isMoved = isMoved(old, placed, tolerance);
        operations += isMoved ? 1 : 0;
        slightly += !isMoved && old.start() != placed.start() ? 1 : 0;
        minutes += Math.abs(old.start() - placed.start());
      }
      return new Moved(operations, slightly, minutes / 60);
    }
  }

  private static boolean isMoved(Placed old, Placed placed, int tolerance) {
    return Math.abs(old.start() - placed.start()) > tolerance
        || !old.resource().equals(placed.resource());
  }

  /**
   * Mends a plan.
   *
   * @param problem the plant after the disturbance, with the same orders; what has begun is frozen
   * @param before a valid plan of the plant before it
   * @param now minute before which nothing starts but what is frozen
   * @param options how long to look for a better one
   */
  public static Repair of(PlantProblem problem, PlantPlan before, int now, SolveOptions options) {
    return of(problem, before, now, TOLERANCE, options);
  }

  /**
   * Mends a plan.
   *
   * @param tolerance minutes an operation may start off its old start without being moved
   */
  public static Repair of(
      PlantProblem problem, PlantPlan before, int now, int tolerance, SolveOptions options) {
    Stopwatch time = new Stopwatch(options, () -> false);
    PlantProblem.Goals g = problem.goals();
    PlantProblem steady =
        problem.withGoals(
            new PlantProblem.Goals(
                g.tardiness(),
                g.lateOrder(),
                g.completion(),
                g.setup(),
                g.makespan(),
                Math.max(g.moved(), MOVED_HOUR * g.tardiness())));
    PlanRepair repair =
        new PlanRepair(steady, before, now, MOVED_OPERATION * g.tardiness(), tolerance);
    PlantPlan shifted = repair.rightShifted();
    long changes = options.iterations() == null ? Long.MAX_VALUE : options.iterations();
    PlantPlan plan = repair.repaired(changes, () -> time.isPast(SEARCH_SHARE));
    List<String> violations = PlantCheck.violations(problem, plan);
    if (!violations.isEmpty()) {
      throw new IllegalStateException("the plan breaks its own rules: " + violations.getFirst());
    }
    return new Repair(
        plan,
        PlantFigures.of(problem, plan),
        Moved.between(before, plan, tolerance),
        metAgain(before, plan, tolerance, now),
        PlantFigures.of(problem, shifted),
        Moved.between(before, shifted, tolerance),
        time.seconds());
  }

  private static int metAgain(PlantPlan before, PlantPlan plan, int tolerance, int now) {
    int met = now;
    for (int v = 0; v < before.operations().size(); v++) {
      Placed old = before.operations().get(v);
      Placed placed = plan.operations().get(v);
      if (isMoved(old, placed, tolerance)) {
        met = Math.max(met, Math.max(old.start(), placed.start()) + 1);
      }
    }
    return met;
  }
}
