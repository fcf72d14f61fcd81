package io.kunan.engine.optimise.internal.plant;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans by the rule of apparent tardiness cost with set-ups (Lee, Bhaskaran and Pinedo 1997): the
 * resource that can start first takes, of the operations waiting for it, the one with the greatest
 * weight per minute, discounted by its slack and by the set-up it needs. Furnaces take along what
 * waits of the same family.
 */
final class AtcsDispatcher {
  /** Scales of slack and of set-up; all pairs make the 16 rules. */
  static final double[] SLACK_SCALES = {1, 3, 8, 20};

  static final double[] SETUP_SCALES = {0.1, 0.3, 0.8, 2};

  private static final int CLOCK_STRIDE = 127;

  private final PlantModel model;
  private final double meanMinutes;
  private final double meanSetup;
  private final int[] next;
  private final int[] ready;
  private final int[] free;
  private final int[] family;
  private final WaitingPools waiting;
  private final int[] earliest;

  /** Logarithm of weight per minute of each alternative. */
  private final double[] worth;

  private final boolean[] stale;
  private int[] order = new int[0];
  private int[] alternative = new int[0];
  private int[] leader = new int[0];
  private int placed;
  private double slackScale;
  private double setupScale;

  AtcsDispatcher(PlantModel model) {
    this.model = model;
    meanMinutes = Arrays.stream(model.minutes).average().orElse(1);
    meanSetup = Math.max(1, meanSetup(model));
    next = new int[model.orders];
    ready = new int[model.orders];
    free = new int[model.resources];
    family = new int[model.resources];
    waiting = new WaitingPools(model, ready);
    earliest = new int[model.resources];
    stale = new boolean[model.resources];
    worth = new double[model.minutes.length];
    for (int v = 0; v < model.operations; v++) {
      for (int a = model.firstAlternative[v]; a < model.firstAlternative[v + 1]; a++) {
        worth[a] = Math.log((model.weight[model.order[v]] + 1e-6) / Math.max(1, model.minutes[a]));
      }
    }
  }

  private static double meanSetup(PlantModel model) {
    double sum = 0;
    int count = 0;
    for (int[][] matrix : model.setup) {
      if (matrix != null) {
        for (int[] row : matrix) {
          for (int minutes : row) {
            sum += minutes;
            count += minutes > 0 ? 1 : 0;
          }
        }
      }
    }
    return count == 0 ? 1 : sum / count;
  }

  /** A complete plan by one rule; its cost is not yet known. */
  PlantSequence dispatch(double newSlackScale, double newSetupScale) {
    return Objects.requireNonNull(dispatch(newSlackScale, newSetupScale, () -> false));
  }

  /** A complete plan by one rule; null when time was over before it was. */
  @Nullable PlantSequence dispatch(
      double newSlackScale, double newSetupScale, BooleanSupplier isOver) {
    slackScale = newSlackScale * meanMinutes;
    setupScale = newSetupScale * meanSetup;
    return dispatch(isOver);
  }

  private @Nullable PlantSequence dispatch(BooleanSupplier isOver) {
    begin();
    placeFrozen();
    int now = 0;
    while (placed < order.length) {
      if ((placed & CLOCK_STRIDE) == 0 && isOver.getAsBoolean()) {
        return null;
      }
      int r = nextResource(now);
      now = earliest[r];
      place(best(r, now), r, now);
    }
    return new PlantSequence(order, alternative, leader, Double.NaN);
  }

  private void begin() {
    order = new int[model.operations];
    alternative = new int[model.operations];
    leader = new int[model.operations];
    placed = 0;
    Arrays.fill(free, 0);
    waiting.clear();
    Arrays.fill(stale, true);
    System.arraycopy(model.initialFamily, 0, family, 0, family.length);
    for (int o = 0; o < model.orders; o++) {
      next[o] = model.first[o];
      ready[o] = model.release[o];
      if (next[o] < model.first[o + 1]) {
        ready[o] = Math.max(ready[o], model.floor[next[o]]);
      }
      enqueue(o);
    }
  }

  /** What is frozen comes first, where it is. */
  private void placeFrozen() {
    Integer[] frozen =
        java.util.stream.IntStream.range(0, model.operations)
            .filter(v -> model.frozen[v] != PlantModel.NONE)
            .boxed()
            .sorted(java.util.Comparator.comparingInt(v -> model.frozen[v]))
            .toArray(Integer[]::new);
    for (int v : frozen) {
      int o = model.order[v];
      dequeue(o);
      int r = frozenResource(v);
      int lead = v;
      for (int i = placed - 1; i >= 0 && model.batch[r] > 1; i--) {
        int u = order[i];
        if (model.frozen[u] == model.frozen[v] && model.resource[alternative[u]] == r) {
          lead = leader[u];
        }
      }
      put(v, model.alternativeOn(v, r), lead, model.frozen[v]);
      family[r] = model.family[v];
      enqueue(o);
    }
  }

  private int frozenResource(int v) {
    int o = model.order[v];
    for (var f : model.problem.frozen()) {
      if (f.order() == o && f.operation() == v - model.first[o]) {
        for (int r = 0; r < model.resources; r++) {
          if (model.problem.resources().get(r).id().equals(f.resource())) {
            return r;
          }
        }
      }
    }
    throw new IllegalStateException();
  }

  private void enqueue(int o) {
    int v = next[o];
    if (v < model.first[o + 1]) {
      spoil(waiting.add(o, v));
    }
  }

  private void dequeue(int o) {
    spoil(waiting.remove(o, next[o]));
  }

  private void spoil(int[] resources) {
    for (int r : resources) {
      stale[r] = true;
    }
  }

  private int nextResource(int now) {
    int first = PlantModel.NONE;
    for (int r = 0; r < model.resources; r++) {
      if (stale[r]) {
        stale[r] = false;
        int soonest = waiting.soonest(r, now);
        earliest[r] =
            soonest == Integer.MAX_VALUE
                ? soonest
                : model.open[r].fit(Math.max(free[r], soonest), 1);
      }
      if (earliest[r] < Integer.MAX_VALUE
          && (first == PlantModel.NONE || earliest[r] < earliest[first])) {
        first = r;
      }
    }
    return first;
  }

  private int best(int r, int now) {
    int best = PlantModel.NONE;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (WaitingPool pool : waiting.open(r)) {
      pool.advance(now);
      for (int i = 0; i < pool.present(); i++) {
        int v = next[pool.get(i)];
        double value = value(v, r, now);
        if (value > bestValue || (value == bestValue && v < best)) {
          bestValue = value;
          best = v;
        }
      }
    }
    return best;
  }

  /** The logarithm of the index, so that small weights do not vanish. */
  private double value(int v, int r, int now) {
    int o = model.order[v];
    double slack = Math.max(0, model.due[o] - model.workLeft[v] - (double) now);
    double setup = model.setup(r, family[r], model.family[v]);
    return worth[model.alternativeOn(v, r)] - slack / slackScale - setup / setupScale;
  }

  private void place(int v, int r, int now) {
    dequeue(model.order[v]);
    int a = model.alternativeOn(v, r);
    int setup = model.setup(r, family[r], model.family[v]);
    int free0 = setup == 0 ? free[r] : model.open[r].fit(free[r], setup) + setup;
    int start = model.open[r].fit(Math.max(free0, ready[model.order[v]]), model.minutes[a]);
    start = delayedForNext(v, start, model.minutes[a], r);
    put(v, a, v, start);
    family[r] = model.family[v] == PlantModel.NONE ? family[r] : model.family[v];
    for (int more = 1; more < model.batch[r]; more++) {
      int mate = mate(r, v, a, Math.max(now, start));
      if (mate == PlantModel.NONE) {
        break;
      }
      dequeue(model.order[mate]);
      put(mate, model.alternativeOn(mate, r), v, start);
      enqueue(model.order[mate]);
    }
    if (model.maxLag[v] != PlantModel.NONE && !model.isLast(v)) {
      placeSoonest(v + 1);
    }
    enqueue(model.order[v]);
  }

  private void put(int v, int a, int lead, int start) {
    int o = model.order[v];
    order[placed++] = v;
    alternative[v] = a;
    leader[v] = lead;
    int end = start + model.minutes[a];
    free[model.resource[a]] = end;
    stale[model.resource[a]] = true;
    ready[o] = end + model.minLag[v];
    if (!model.isLast(v)) {
      ready[o] = Math.max(ready[o], model.floor[v + 1]);
    }
    next[o] = v + 1;
  }

  private int mate(int r, int lead, int a, int now) {
    int best = PlantModel.NONE;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (WaitingPool pool : waiting.open(r)) {
      for (int i = 0; i < pool.size(); i++) {
        int o = pool.get(i);
        int v = next[o];
        if (ready[o] <= now
            && model.family[v] == model.family[lead]
            && model.maxLag[v] == PlantModel.NONE
            && model.minutes[model.alternativeOn(v, r)] == model.minutes[a]) {
          double value = value(v, r, now);
          if (value > bestValue || (value == bestValue && v < best)) {
            bestValue = value;
            best = v;
          }
        }
      }
    }
    return best;
  }

  /** An operation whose successor may not wait starts only when that one finds its resource. */
  private int delayedForNext(int v, int from, int minutes, int r) {
    if (model.maxLag[v] == PlantModel.NONE || model.isLast(v)) {
      return from;
    }
    int start = from;
    for (int tries = 0; tries < 1_000; tries++) {
      int soonest = Integer.MAX_VALUE;
      int reached = start + minutes + model.minLag[v];
      for (int a = model.firstAlternative[v + 1]; a < model.firstAlternative[v + 2]; a++) {
        soonest = Math.min(soonest, startOf(v + 1, a, reached));
      }
      int lacking = soonest - (start + minutes + model.maxLag[v]);
      if (lacking <= 0) {
        return start;
      }
      start = model.open[r].fit(start + lacking, minutes);
    }
    return start;
  }

  private int startOf(int v, int a, int reached) {
    int r = model.resource[a];
    int setup = model.setup(r, family[r], model.family[v]);
    int free0 = setup == 0 ? free[r] : model.open[r].fit(free[r], setup) + setup;
    return model.open[r].fit(Math.max(free0, reached), model.minutes[a]);
  }

  private void placeSoonest(int v) {
    int best = model.firstAlternative[v];
    for (int a = best; a < model.firstAlternative[v + 1]; a++) {
      if (startOf(v, a, ready[model.order[v]]) < startOf(v, best, ready[model.order[v]])) {
        best = a;
      }
    }
    int r = model.resource[best];
    int start = startOf(v, best, ready[model.order[v]]);
    put(v, best, v, start);
    family[r] = model.family[v] == PlantModel.NONE ? family[r] : model.family[v];
    if (model.maxLag[v] != PlantModel.NONE && !model.isLast(v)) {
      placeSoonest(v + 1);
    }
  }
}
