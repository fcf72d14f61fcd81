package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.internal.FastRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** Simulated annealing on a plan of a plant. One object is one chain with its own plan. */
final class PlantChain {
  private static final int CLOCK_STRIDE = 63;
  private static final int SAMPLES = 300;

  /** First temperature as a share of what a late order costs. */
  private static final double BEGIN = 0.1;

  /** Small plants have few ways out of a dead end and need it warmer. */
  private static final int SMALL = 300;

  private static final double BEGIN_SMALL = 0.5;

  /** Last temperature as a share of the first. */
  private static final double FALL = 0.01;

  private static final double EQUAL = 1e-9;

  private final PlantState state;
  private final FastRandom random;
  private final PlantMoves moves;
  private final boolean small;
  private double hot;

  PlantChain(PlantModel model, long seed) {
    state = new PlantState(model);
    small = model.operations <= SMALL;
    random = new FastRandom(seed);
    moves = new PlantMoves(state, random);
  }

  /**
   * @param best the best plan seen
   * @param iterations changes tried
   */
  record Result(PlantSequence best, long iterations) {}

  /**
   * Goes on from a plan.
   *
   * @param limit changes to try
   * @param progress how far the whole search is, 0 to 1; asked in stride with the clock
   */
  Result run(PlantSequence from, long limit, DoubleSupplier progress, BooleanSupplier isOver) {
    state.load(from);
    if (hot == 0) {
      double scale = state.late() > 0 ? state.cost() / state.late() : meanLoss(isOver);
      hot = Math.max(1e-6, (small ? BEGIN_SMALL : BEGIN) * scale);
      state.load(from);
    }
    PlantSequence best = state.sequence();
    double bestCost = best.cost();
    boolean isSaved = true;
    double temperature = hot;
    long iterations = 0;
    while (iterations < limit) {
      if ((iterations & CLOCK_STRIDE) == 0) {
        if (isOver.getAsBoolean()) {
          break;
        }
        temperature = hot * Math.pow(FALL, Math.min(1, progress.getAsDouble()));
      }
      iterations++;
      double before = state.cost();
      double mostLoss = -temperature * Math.log(1 - random.fraction());
      state.begin();
      if (!moves.change() || !state.carry(mostLoss) || state.cost() - before > mostLoss) {
        state.undo();
        continue;
      }
      if (!isSaved && state.cost() > before) {
        // The best plan is copied only when it is left.
        state.undo();
        best = state.sequence();
        isSaved = true;
        continue;
      }
      if (state.cost() < bestCost - EQUAL) {
        bestCost = state.cost();
        isSaved = false;
      }
    }
    return new Result(isSaved ? best : state.sequence(), iterations);
  }

  /** What a change that makes the plan worse costs in the middle. */
  private double meanLoss(BooleanSupplier isOver) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < SAMPLES && !isOver.getAsBoolean(); k++) {
      double before = state.cost();
      state.begin();
      if (moves.change() && state.carry(Double.POSITIVE_INFINITY) && state.cost() > before) {
        sum += state.cost() - before;
        count++;
      }
      state.undo();
    }
    return count == 0 ? 0 : sum / count;
  }
}
