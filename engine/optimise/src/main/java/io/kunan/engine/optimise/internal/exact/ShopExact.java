package io.kunan.engine.optimise.internal.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import io.kunan.engine.optimise.Schedule;
import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.internal.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job shop as a CP-SAT model: an interval for each alternative, one machine one at a time. */
public final class ShopExact {
  private final ShopProblem problem;
  private final CpModel model = new CpModel();
  private final IntVar[] start;
  private final IntVar[] choice;
  private final IntVar makespan;
  private final int horizon;

  /**
   * What came of it.
   *
   * @param schedule the best plan; null when none was found, or none shorter than the hint
   * @param isProved whether it is the shortest, or with null that none shorter exists
   * @param bound no plan is shorter
   */
  public record Result(
      @Nullable Schedule schedule, boolean isProved, int bound, double firstSeconds) {}

  /**
   * @param known a plan; only shorter ones are looked for. Null for none
   */
  public ShopExact(ShopProblem problem, @Nullable Schedule known) {
    CpSat.load();
    this.problem = problem;
    int n = problem.operations();
    horizon = known == null ? longest() : Math.max(0, known.makespan() - 1);
    start = new IntVar[n];
    choice = new IntVar[problem.firstAlternative(n)];
    makespan = model.newIntVar(0, horizon, "makespan");
    build();
    model.minimize(makespan);
  }

  /** Whether CP-SAT runs on this platform. */
  public static boolean isAvailable() {
    return CpSat.isAvailable();
  }

  private int longest() {
    int sum = 0;
    for (int v = 0; v < problem.operations(); v++) {
      int most = 0;
      for (int a = problem.firstAlternative(v); a < problem.firstAlternative(v + 1); a++) {
        most = Math.max(most, problem.duration(a));
      }
      sum += most;
    }
    return sum;
  }

  private void build() {
    List<List<IntervalVar>> onMachine = new ArrayList<>();
    for (int m = 0; m < problem.machines(); m++) {
      onMachine.add(new ArrayList<>());
    }
    for (int v = 0; v < problem.operations(); v++) {
      start[v] = model.newIntVar(0, horizon, "s" + v);
    }
    for (int v = 0; v < problem.operations(); v++) {
      boolean isLast = problem.firstOperation(problem.job(v) + 1) == v + 1;
      IntVar next = isLast ? makespan : start[v + 1];
      List<Literal> ways = new ArrayList<>();
      for (int a = problem.firstAlternative(v); a < problem.firstAlternative(v + 1); a++) {
        BoolVar way = model.newBoolVar("a" + a);
        choice[a] = way;
        ways.add(way);
        onMachine
            .get(problem.machine(a))
            .add(
                model.newOptionalFixedSizeIntervalVar(start[v], problem.duration(a), way, "i" + a));
        model
            .addGreaterOrEqual(next, LinearExpr.affine(start[v], 1, problem.duration(a)))
            .onlyEnforceIf(way);
      }
      model.addExactlyOne(ways);
    }
    onMachine.forEach(model::addNoOverlap);
  }

  /** Solves until the given share of the time limit has passed. */
  public Result solve(Stopwatch time, int threads, long seed, double untilShare)
      throws InterruptedException {
    IntVar[] wanted = new IntVar[start.length + choice.length];
    System.arraycopy(start, 0, wanted, 0, start.length);
    System.arraycopy(choice, 0, wanted, start.length, choice.length);
    CpSat.Result result = new CpSat(model, wanted, time).solve(threads, seed, untilShare);
    long[] values = result.values();
    int bound =
        result.isProved() && values == null
            ? horizon + 1
            : (int) Math.max(0, Math.ceil(result.bound() - 1e-6));
    return new Result(
        values == null ? null : schedule(values), result.isProved(), bound, result.firstSeconds());
  }

  private Schedule schedule(long[] values) {
    int n = problem.operations();
    Schedule plan = new Schedule(new int[n], new int[n], new int[n]);
    for (int v = 0; v < n; v++) {
      for (int a = problem.firstAlternative(v); a < problem.firstAlternative(v + 1); a++) {
        if (values[n + a] == 1) {
          plan.machine()[v] = problem.machine(a);
          plan.start()[v] = (int) values[v];
          plan.end()[v] = (int) values[v] + problem.duration(a);
        }
      }
    }
    return plan;
  }
}
