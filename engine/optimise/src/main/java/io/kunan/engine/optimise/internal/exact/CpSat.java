package io.kunan.engine.optimise.internal.exact;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.kernel.InputException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs CP-SAT with a watchdog of ours. The solver may overrun its own limit by far, so at the limit
 * it is told to stop, and if it does not obey soon it is left behind on its own thread and the best
 * plan it told of so far counts.
 */
final class CpSat {
  private static final double GRACE = 0.04;
  private static final long TICK_MILLIS = 20;

  /**
   * What came of it.
   *
   * @param values of the wanted variables in the best plan; null when there was none
   * @param isProved whether no better plan exists; with null values: whether none exists at all
   * @param bound no plan has a smaller objective
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(long @Nullable [] values, boolean isProved, double bound, double firstSeconds) {}

  private final CpModel model;
  private final IntVar[] wanted;
  private final Stopwatch time;
  private volatile long @Nullable [] best;
  private volatile double firstSeconds;

  CpSat(CpModel model, IntVar[] wanted, Stopwatch time) {
    this.model = model;
    this.wanted = wanted;
    this.time = time;
  }

  /** Loads the natives; on a platform without them nothing of this package can be used. */
  static void load() {
    try {
      Loader.loadNativeLibraries();
    } catch (RuntimeException | LinkageError e) {
      throw new InputException(
          "--engine", "CP-SAT has no natives for this platform", "use auto or search", e);
    }
  }

  static boolean isAvailable() {
    try {
      load();
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  /**
   * Solves until the time is over.
   *
   * @param untilShare share of the whole time limit at which to end
   */
  Result solve(int threads, long seed, double untilShare) throws InterruptedException {
    CpSolver solver = new CpSolver();
    double left = Math.max(0.05, time.secondsLeftUntil(untilShare));
    solver.getParameters().setMaxTimeInSeconds(left).setNumWorkers(threads);
    solver.getParameters().setRandomSeed((int) (seed & 0x7fffffff));
    CompletableFuture<CpSolverStatus> running = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("cp-sat")
            .start(
                () -> {
                  try {
                    running.complete(solver.solve(model, new Listener()));
                  } catch (RuntimeException | Error e) {
                    running.completeExceptionally(e);
                  }
                });
    CpSolverStatus status = await(solver, running, left, untilShare);
    if (status == null) {
      thread.interrupt();
      return new Result(best, false, 0, firstSeconds);
    }
    boolean isProved = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE;
    return new Result(best, isProved, solver.bestObjectiveBound(), firstSeconds);
  }

  private @Nullable CpSolverStatus await(
      CpSolver solver, CompletableFuture<CpSolverStatus> running, double left, double untilShare)
      throws InterruptedException {
    long hardStop = System.nanoTime() + (long) (1e9 * (left * (1 + GRACE) + 0.1));
    boolean isTold = false;
    while (System.nanoTime() < hardStop) {
      try {
        return running.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (!isTold && time.isPast(untilShare)) {
          solver.stopSearch();
          isTold = true;
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("CP-SAT failed", e.getCause());
      }
    }
    return null;
  }

  private final class Listener extends CpSolverSolutionCallback {
    @Override
    public void onSolutionCallback() {
      long[] values = new long[wanted.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(wanted[i]);
      }
      if (best == null) {
        firstSeconds = time.seconds();
      }
      best = values;
    }
  }
}
