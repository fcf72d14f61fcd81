package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tabu search on the plan graph: in every iteration the best move on one critical path that does
 * not return to what was left a while ago. One object is one worker; it is used for many runs.
 */
final class TabuSearch {
  /** A move takes so long on larger problems that the clock is read at nearly every one. */
  private static final int LARGE = 20_000;

  private final PlanGraph graph;
  private final CriticalPath critical;
  private final TabuList tabu;
  private final FastRandom random = new FastRandom(1);
  private final SequenceMoves sequenceMoves;
  private final MachineMoves machineMoves;
  private final Move allowed = new Move();
  private final Move forbidden = new Move();
  private final int clockStride;
  private final boolean flexible;
  private final int tenure;
  private final int tenureSpread;
  private long now;

  TabuSearch(ShopProblem problem) {
    graph = new PlanGraph(problem);
    critical = new CriticalPath(graph);
    tabu = new TabuList(problem.operations(), problem.firstAlternative(problem.operations()));
    sequenceMoves = new SequenceMoves(graph, critical, tabu, random);
    machineMoves = new MachineMoves(graph, critical, tabu, random);
    clockStride = problem.operations() > LARGE ? 3 : 127;
    flexible = problem.isFlexible();
    int jobs = problem.jobs();
    int machines = Math.max(1, problem.machines());
    tenure = 10 + jobs / machines;
    tenureSpread = Math.max(2, tenure * (jobs <= 2 * machines ? 4 : 5) / 10);
  }

  /**
   * What a run came to.
   *
   * @param best the best plan it saw
   * @param iterations how many moves it made
   */
  record Result(Sequence best, long iterations) {}

  /**
   * Searches from a plan on.
   *
   * @param start where to begin
   * @param seed same seed, same start, same end
   * @param patience iterations without a better plan after which the run ends
   * @param limit iterations after which it ends anyway
   * @param watch told of every better plan, and asked whether to go on
   */
  Result run(Sequence start, long seed, long patience, long limit, Watch watch) {
    random.seed(seed);
    now += 1_000_000;
    graph.load(start.order(), start.alternative());
    int makespan = graph.makespan();
    int bestMakespan = makespan;
    Sequence best = graph.sequence();
    boolean isSaved = true;
    long since = 0;
    long iterations = 0;
    while (since < patience && iterations < limit && bestMakespan > watch.lowerBound()) {
      if ((iterations & clockStride) == 0 && watch.isOver()) {
        break;
      }
      iterations++;
      since++;
      now++;
      Move move = choose(makespan, bestMakespan);
      if (move == null) {
        break;
      }
      int oldAlternative = graph.alternative[move.operation];
      int oldBefore = graph.machineBefore[move.operation];
      boolean isMade = make(move);
      makespan = graph.makespan();
      if (makespan < bestMakespan) {
        bestMakespan = makespan;
        isSaved = false;
        since = 0;
      } else if (!isSaved) {
        // The best plan is copied only when it is left: one step back, copy, and on again.
        if (isMade) {
          graph.move(move.operation, oldAlternative, oldBefore);
        }
        best = graph.sequence();
        isSaved = true;
        watch.found(best);
        if (isMade) {
          graph.move(move.operation, move.alternative, move.before);
        }
      }
    }
    if (!isSaved) {
      best = graph.sequence();
      watch.found(best);
    }
    return new Result(best, iterations);
  }

  /** The move to make; null when there is none, which proves the plan optimal for its machines. */
  private @Nullable Move choose(int makespan, int aspiration) {
    critical.trace(makespan, random);
    allowed.clear();
    forbidden.clear();
    sequenceMoves.look(now, aspiration, allowed, forbidden);
    if (flexible) {
      machineMoves.look(now, aspiration, allowed, forbidden);
    }
    Move move = allowed.isFound() ? allowed : forbidden;
    return move.isFound() ? move : null;
  }

  /** Makes a move and forbids the way back; false when it would have closed a circle. */
  private boolean make(Move move) {
    int v = move.operation;
    int oldAlternative = graph.alternative[v];
    long until = now + tenure + random.below(tenureSpread);
    if (move.alternative != oldAlternative) {
      boolean isMade = graph.move(v, move.alternative, move.before);
      tabu.forbidPlace(isMade ? oldAlternative : move.alternative, until);
      return isMade;
    }
    boolean isLater = move.before != graph.none && graph.position[move.before] > graph.position[v];
    int oldBefore = graph.machineBefore[v];
    int oldAfter = graph.machineAfter[v];
    if (!graph.move(v, move.alternative, move.before)) {
      forbidCircle(v, isLater ? oldAfter : oldBefore, isLater, until);
      return false;
    }
    if (isLater) {
      for (int w = oldAfter; ; w = graph.machineAfter[w]) {
        tabu.forbidOrder(v, w, until);
        if (w == move.before) {
          break;
        }
      }
    } else {
      for (int w = oldBefore; w != v; w = graph.machineBefore[w]) {
        tabu.forbidOrder(w, v, until);
      }
    }
    return true;
  }

  /** A move that would close a circle, which only durations of zero let through. */
  private void forbidCircle(int v, int neighbour, boolean isLater, long until) {
    if (isLater) {
      tabu.forbidOrder(neighbour, v, until);
    } else {
      tabu.forbidOrder(v, neighbour, until);
    }
  }
}
