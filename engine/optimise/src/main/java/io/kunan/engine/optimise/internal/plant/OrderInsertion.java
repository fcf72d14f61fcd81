package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.plant.OrderPlacer.Manner;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the last order of a problem into a plan of all the others. Every place is tried for every
 * operation, also places of orders that have time, for one date after another: from the one asked
 * for to late ones that hurt nobody. The best by the plant's goals and the best of the first date
 * are bettered by a search that looks after the new order and after those it hurts. Nothing else
 * starts earlier than it did.
 */
public final class OrderInsertion {
  /** Hours behind the date asked for, for which room is looked for. */
  private static final int[] LATER_HOURS = {0, 48, 144, 312};

  /** An order takes so much longer than its work and lags. */
  private static final double FLOW_FACTOR = 1.5;

  /** Times its own weight that the new order counts when it is to be as early as it can. */
  private static final double URGENT = 20;

  private static final List<Manner> MANNERS =
      List.of(new Manner(1.3, 10, 0.03), new Manner(1, 0, 0));

  /** Changes tried on one plan before the other has its turn. */
  private static final int ROUND = 20;

  private static final double EQUAL = 1e-6;

  private final PlantModel model;
  private final PlantState state;
  private final RuinSearch search;
  private final int order;
  private final double weight;

  /** The plan with the order parked, and what all others cost in it. */
  private final PlantSequence without;

  private final double undisturbed;
  private final List<Choice> choices = new ArrayList<>();

  /** The best that is to be ready when it is asked for. */
  private @Nullable PlantSequence early;

  private @Nullable PlantSequence best;
  private double bestCost = Double.POSITIVE_INFINITY;

  /**
   * A date and its price.
   *
   * @param end minute at which the order would be ready
   * @param loss what all other orders lose, in the units of the goals
   */
  public record Choice(int end, double loss) {}

  /**
   * What was found.
   *
   * @param plan with the order
   * @param choices dates with what they cost the others, earliest first; each later one costs less
   */
  public record Result(PlantPlan plan, List<Choice> choices) {}

  private OrderInsertion(PlantProblem problem, PlantPlan others) {
    model = new PlantModel(problem, null);
    state = new PlantState(model);
    order = model.orders - 1;
    weight = model.weight[order];
    for (int v = 0; v < model.first[order]; v++) {
      model.floor[v] = others.operations().get(v).start();
    }
    without = PlantSequences.of(model, others);
    state.load(without);
    undisturbed = state.cost() - state.orderCost(order);
    double[] costBefore = new double[model.orders];
    for (int o = 0; o < order; o++) {
      costBefore[o] = state.orderCost(o);
    }
    search = new RuinSearch(state, costBefore, new FastRandom(FastRandom.mixed(1)));
  }

  /**
   * @param others a valid plan of all orders but the last
   * @param isOver whether to stop looking and answer with what was found
   * @param changes most changes the search tries
   * @throws NoPlanException when the order finds no place among what is frozen
   */
  public static Result insertLast(
      PlantProblem problem, PlantPlan others, BooleanSupplier isOver, long changes) {
    return new OrderInsertion(problem, others).insert(isOver, changes);
  }

  private Result insert(BooleanSupplier isOver, long changes) {
    for (int hours : LATER_HOURS) {
      notBefore(model.due[order] + 60 * hours);
      for (Manner manner : MANNERS) {
        if (best == null || !isOver.getAsBoolean()) {
          tryPlace(1, manner);
        }
      }
      early = early == null ? best : early;
    }
    Arrays.fill(model.floor, model.first[order], model.operations, 0);
    if (!isOver.getAsBoolean()) {
      tryPlace(URGENT, MANNERS.getFirst());
    }
    model.weight[order] = weight;
    if (best == null) {
      throw new NoPlanException("the order finds no place among what is frozen; let more move");
    }
    state.load(bettered(best, early == null ? best : early, changes, isOver));
    return new Result(state.plan(), worthwhile());
  }

  /** The better of two plans, both searched for as long. */
  private PlantSequence bettered(
      PlantSequence first, PlantSequence second, long changes, BooleanSupplier isOver) {
    PlantSequence one = first;
    PlantSequence other = second;
    for (long tried = 0; tried < changes && !isOver.getAsBoolean(); tried += 2 * ROUND) {
      one = search.run(one, ROUND, isOver);
      other = search.run(other, ROUND, isOver);
    }
    PlantSequence cheaper = null;
    for (PlantSequence each : List.of(one, other)) {
      state.load(each);
      choices.add(new Choice(state.endOf(order), loss()));
      if (cheaper == null || state.cost() < cheaper.cost() - EQUAL) {
        cheaper = state.sequence();
      }
    }
    return Objects.requireNonNull(cheaper);
  }

  /** Lets the order begin so that it is not ready much before a minute. */
  private void notBefore(int date) {
    for (int v = model.first[order]; v < model.operations; v++) {
      model.floor[v] = Math.max(0, date - (int) (FLOW_FACTOR * model.workLeft[v]));
    }
  }

  private void tryPlace(double urgency, Manner manner) {
    model.weight[order] = weight * urgency;
    state.load(without);
    state.begin();
    if (search.replace(List.of(model.first[order]), manner)) {
      int end = state.endOf(order);
      choices.add(new Choice(end, loss()));
      model.weight[order] = weight;
      double cost = loss() + model.cost(order, end);
      if (cost < bestCost) {
        best = state.sequence();
        bestCost = cost;
      }
    }
  }

  private double loss() {
    return state.cost() - state.orderCost(order) - undisturbed;
  }

  /** The dates that no other date beats in both respects. */
  private List<Choice> worthwhile() {
    List<Choice> sorted = new ArrayList<>(choices);
    sorted.sort(Comparator.comparingInt(Choice::end).thenComparingDouble(Choice::loss));
    List<Choice> kept = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (Choice choice : sorted) {
      if (choice.loss() < least - EQUAL) {
        kept.add(choice);
        least = choice.loss();
      }
    }
    return kept;
  }
}
