package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Puts the last order of a problem into a plan of all the others. The plan is played again with the
 * new order taking its turn for one date after another, from the one asked for to the one that
 * hurts nobody; the cheapest is bettered by a cold search.
 */
public final class OrderInsertion {
  /** Hours behind the date asked for, for which room is looked for. */
  private static final int[] LATER_HOURS = {
    0, 6, 12, 24, 36, 48, 60, 72, 96, 120, 160, 200, 250, 300, 400, 600, 1_000
  };

  /** An order takes so much longer than its work and lags. */
  private static final double FLOW_FACTOR = 1.5;

  private static final double EQUAL = 1e-6;

  private final PlantModel model;
  private final AtcsDispatcher dispatcher;
  private final PlantState state;
  private final int order;
  private final int[] turns;
  private final int[] ways;
  private final List<Choice> choices = new ArrayList<>();

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
    dispatcher = new AtcsDispatcher(model);
    state = new PlantState(model);
    order = model.orders - 1;
    turns = new int[model.operations];
    ways = new int[model.operations];
    Arrays.fill(ways, PlantModel.NONE);
    for (int v = 0; v < model.first[order]; v++) {
      Placed placed = others.operations().get(v);
      turns[v] = placed.start();
      ways[v] = model.alternativeOn(v, model.resourceNamed(placed.resource()));
    }
  }

  /**
   * @param others a valid plan of all orders but the last
   * @param isOver whether to stop looking and answer with what was found
   * @param changes most changes the search tries
   */
  public static Result insertLast(
      PlantProblem problem, PlantPlan others, BooleanSupplier isOver, long changes) {
    return new OrderInsertion(problem, others).insert(others.makespan(), isOver, changes);
  }

  private Result insert(int makespan, BooleanSupplier isOver, long changes) {
    PlantSequence best = played(makespan);
    double others = state.cost() - state.orderCost(order);
    choices.add(new Choice(state.endOf(order), 0));
    int due = model.due[order];
    for (int hours : LATER_HOURS) {
      int date = due + 60 * hours;
      if (date >= makespan || isOver.getAsBoolean()) {
        break;
      }
      PlantSequence tried = played(date);
      double loss = state.cost() - state.orderCost(order) - others;
      choices.add(new Choice(state.endOf(order), loss));
      best = tried.cost() < best.cost() ? tried : best;
      if (loss <= EQUAL) {
        break;
      }
    }
    PlantChain chain = new PlantChain(model, FastRandom.mixed(1));
    PlantSequence bettered = chain.run(best, changes, () -> 1, isOver).best();
    state.load(bettered);
    choices.add(new Choice(state.endOf(order), state.cost() - state.orderCost(order) - others));
    return new Result(state.plan(), worthwhile());
  }

  /** The plan with the order taking its turn so that it is ready about a minute. */
  private PlantSequence played(int date) {
    for (int v = model.first[order]; v < model.operations; v++) {
      turns[v] = Math.max(0, date - (int) (FLOW_FACTOR * model.workLeft[v]));
    }
    state.load(dispatcher.replay(turns, ways));
    return state.sequence();
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
