package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.Workers;
import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rules and annealing for one plant. Chains run side by side in rounds; each round begins from the
 * best plan. When only iterations count there are always two chains, so that the threads change
 * nothing.
 */
public final class PlantSearch {
  private static final int ROUNDS = 12;
  private static final int CHAINS = 2;
  private static final double EQUAL = 1e-9;

  /** Of the time, for the rules; the first of them is always finished. */
  private static final double RULES_SHARE = 0.3;

  /** A plan has become dear when it costs this much more than before. */
  private static final double DEAR = 1.5;

  private final PlantModel model;
  private final SolveOptions options;
  private final Stopwatch time;
  private final double share;
  private final Consumer<PlantPlan> found;

  /** Times plans of the thread that leads the search. */
  private final PlantState state;

  private double firstPlanSeconds;
  private double bestRuleCost = Double.POSITIVE_INFINITY;
  private long iterations;
  private @Nullable PlantSequence best;
  private @Nullable PlantPlan bestPlan;

  /**
   * @param before the plan to stay near to, or null
   * @param share of the time limit to use, 0 to 1
   * @param found told of every better plan, from one thread
   */
  public PlantSearch(
      PlantProblem problem,
      @Nullable PlantPlan before,
      SolveOptions options,
      Stopwatch time,
      double share,
      Consumer<PlantPlan> found) {
    this.share = share;
    model = new PlantModel(problem, before);
    state = new PlantState(model);
    this.options = options;
    this.time = time;
    this.found = found;
  }

  public double firstPlanSeconds() {
    return firstPlanSeconds;
  }

  public long iterations() {
    return iterations;
  }

  /** Nothing but what is frozen starts before a minute. */
  public void notBefore(int minute) {
    for (int v = 0; v < model.operations; v++) {
      model.floor[v] = model.frozen[v] == PlantModel.NONE ? minute : 0;
    }
  }

  /** The least cost of a plan made by a rule alone. */
  public double bestRuleCost() {
    return bestRuleCost;
  }

  /** No plan costs less: every order on its fastest resources without any waiting. */
  public double lowerBound() {
    double bound = 0;
    int longest = 0;
    for (int o = 0; o < model.orders; o++) {
      if (model.first[o + 1] > model.first[o]) {
        int end = model.release[o] + model.workLeft[model.first[o]];
        bound += model.cost(o, end);
        longest = Math.max(longest, end);
      }
    }
    return bound + model.problem.goals().makespan() * longest / 60.0;
  }

  /** Plans from nothing. */
  public PlantPlan run() throws InterruptedException {
    byRules();
    return better();
  }

  /**
   * Goes on from a plan that may break rules, such as after a disturbance. Where keeping its
   * sequences has become dear, the rules are asked too; what moving costs is counted.
   */
  public PlantPlan run(PlantPlan from) throws InterruptedException {
    PlantSequence kept = loaded(PlantSequences.of(model, from));
    keep(kept);
    firstPlanSeconds = time.seconds();
    double was = PlantFigures.of(model.problem, from).objective();
    if (options.engine() != Engine.RULES && kept.cost() > DEAR * was + 1) {
      byRules();
    }
    return better();
  }

  /** The plan with the same sequences in which everything starts as early as it can. */
  public PlantPlan earliest(PlantPlan plan) {
    state.load(PlantSequences.of(model, plan));
    return state.plan();
  }

  private PlantPlan better() throws InterruptedException {
    PlantSequence start = Objects.requireNonNull(best);
    boolean searches = options.engine() != Engine.RULES && start.cost() > lowerBound() + EQUAL;
    if (searches && model.operations > 0) {
      try (Workers workers = new Workers(options.threads())) {
        search(workers);
      }
    }
    return Objects.requireNonNull(bestPlan);
  }

  private void byRules() {
    AtcsDispatcher dispatcher = new AtcsDispatcher(model);
    for (double slack : AtcsDispatcher.SLACK_SCALES) {
      for (double setup : AtcsDispatcher.SETUP_SCALES) {
        if (best != null && time.isPast(RULES_SHARE * share)) {
          return;
        }
        boolean isFirst = best == null;
        PlantSequence byRule =
            dispatcher.dispatch(slack, setup, () -> !isFirst && time.isPast(RULES_SHARE * share));
        if (byRule == null) {
          return;
        }
        keep(loaded(byRule));
        if (firstPlanSeconds == 0) {
          firstPlanSeconds = time.seconds();
        }
        bestRuleCost = Objects.requireNonNull(best).cost();
      }
    }
  }

  private PlantSequence loaded(PlantSequence plan) {
    state.load(plan);
    return state.sequence();
  }

  private void keep(PlantSequence plan) {
    if (best == null || plan.cost() < best.cost() - EQUAL) {
      best = plan;
      state.load(plan);
      bestPlan = state.plan();
      found.accept(bestPlan);
    }
  }

  private void search(Workers workers) throws InterruptedException {
    boolean isTimed = options.limit() != null;
    int count = isTimed ? options.threads() : CHAINS;
    List<PlantChain> chains = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      chains.add(new PlantChain(model, FastRandom.mixed(options.seed() + c)));
    }
    long most = options.iterations() == null ? Long.MAX_VALUE : options.iterations();
    double begin = time.seconds();
    double length = time.secondsLeftUntil(share);
    for (int round = 0; round < ROUNDS && !time.isPast(share) && iterations < most; round++) {
      double done = (double) round / ROUNDS;
      double until = begin + length * (round + 1) / ROUNDS;
      long slice = most == Long.MAX_VALUE ? most : (most / ROUNDS + count) / count;
      DoubleSupplier progress = isTimed ? () -> (time.seconds() - begin) / length : () -> done;
      PlantSequence start = Objects.requireNonNull(best);
      List<Future<PlantChain.Result>> running = new ArrayList<>();
      for (PlantChain chain : chains) {
        running.add(
            workers.submit(
                () ->
                    chain.run(
                        start,
                        slice,
                        progress,
                        () -> time.isPast(share) || (isTimed && time.seconds() >= until))));
      }
      for (Future<PlantChain.Result> run : running) {
        absorb(run);
      }
    }
  }

  private void absorb(Future<PlantChain.Result> run) throws InterruptedException {
    try {
      PlantChain.Result result = run.get();
      iterations += result.iterations();
      keep(result.best());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a search thread failed", e.getCause());
    }
  }
}
