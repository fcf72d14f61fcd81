package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a virtual plate and strip plant with open orders: cast house, homogenising, hot mill, cold
 * mill, annealing, levelling, slitting, packing. The same numbers give the same plant. Each stage
 * has as many resources as its load needs and is loaded to a fixed share of its open time; the
 * figures are ours, chosen for plausibility, and say nothing about a real plant.
 */
public final class PlantGenerator {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final String[] ALLOYS = {"1xxx", "3xxx", "5xxx", "6xxx", "8xxx"};

  /** Cold passes of ten orders. */
  private static final int[] PASSES = {1, 1, 1, 1, 2, 2, 2, 2, 2, 3};

  /** Weights of ten orders. */
  private static final double[] WEIGHTS = {1, 1, 1, 1, 1, 1, 2, 2, 2, 4};

  private static final String[] WIDTHS = {"1000", "1250", "1500"};

  /** Orders come in over this share of the days. */
  private static final double RELEASE_SHARE = 0.82;

  /** Due = release + work × factor + up to so many days more. */
  private static final double ALLOWANCE_FACTOR = 1.8;

  private static final double ALLOWANCE_DAYS_LEAST = 0.7;
  private static final int ALLOWANCE_STEPS = 20;
  private static final double ALLOWANCE_DAYS_MOST = 4.0;

  /** One order of twelve is in a hurry and has this part of the allowance. */
  private static final double RUSH_PART = 0.7;

  /**
   * A stage.
   *
   * @param utilisation share of open time that is worked
   * @param least minutes of the shortest operation, at full scale
   * @param most minutes of the longest
   * @param batch operations a furnace does together
   * @param shifts whether nights and Sundays are closed
   */
  private record Stage(
      String name,
      String code,
      double utilisation,
      int least,
      int most,
      int batch,
      boolean shifts) {
    static final Stage CASTING = new Stage("casting", "CC", 0.74, 60, 120, 1, false);
    static final Stage HOMOGENISING = new Stage("homogenising", "HF", 0.62, 480, 720, 4, false);
    static final Stage HOT = new Stage("hot rolling", "HM", 0.74, 12, 36, 1, false);
    static final Stage COLD = new Stage("cold rolling", "CM", 0.75, 30, 80, 1, false);
    static final Stage ANNEALING = new Stage("annealing", "AF", 0.60, 360, 600, 3, false);
    static final Stage LEVELLING = new Stage("levelling", "TL", 0.70, 25, 60, 1, true);
    static final Stage SLITTING = new Stage("slitting", "SL", 0.74, 40, 90, 1, true);
    static final Stage PACKING = new Stage("packing", "PK", 0.65, 20, 40, 1, true);
    static final List<Stage> ALL =
        List.of(CASTING, HOMOGENISING, HOT, COLD, ANNEALING, LEVELLING, SLITTING, PACKING);
  }

  private final int count;
  private final int days;
  private final Random random;
  private final Deck alloys = new Deck(ALLOYS.length);
  private final Deck widths = new Deck(WIDTHS.length);
  private final Deck homogenised = new Deck(10);
  private final Deck passesDeck = new Deck(PASSES.length);
  private final Deck annealed = new Deck(10);
  private final Deck levelled = new Deck(10);
  private final Deck slit = new Deck(10);
  private final Deck rush = new Deck(12);
  private final Deck allowance = new Deck(ALLOWANCE_STEPS);
  private final Deck importance = new Deck(10);
  private final List<Resource> resources = new ArrayList<>();

  /** Minutes of a stage are multiplied by this. */
  private final double[] scale = new double[Stage.ALL.size()];

  private PlantGenerator(int orders, int days, long seed) {
    count = orders;
    this.days = days;
    random = new Random(seed);
  }

  /**
   * Generates a plant.
   *
   * @param orders open orders, 1 to 100,000
   * @param days over which they are due, 1 to 400
   * @param seed same numbers, same plant
   */
  public static PlantProblem generate(int orders, int days, long seed) {
    if (orders < 1 || orders > 100_000) {
      throw new InputException("orders", "it is " + orders, "give 1 to 100000");
    }
    if (days < 1 || days > 400) {
      throw new InputException("days", "it is " + days, "give 1 to 400");
    }
    return new PlantGenerator(orders, days, seed).generate();
  }

  private PlantProblem generate() {
    List<Draft> drafts = new ArrayList<>();
    for (int o = 0; o < count; o++) {
      drafts.add(draft());
    }
    resources(drafts);
    List<Order> orders = new ArrayList<>();
    for (int o = 0; o < count; o++) {
      orders.add(order(o, drafts.get(o)));
    }
    return new PlantProblem(
        "generated plate and strip plant, %d orders, %d days".formatted(count, days),
        calendars(),
        List.of(
            castingSetup(), rollingSetup("hot", 5, 25), rollingSetup("cold", 10, 40), slitting()),
        resources,
        orders,
        Goals.DELIVERY,
        List.of());
  }

  /** A step before the resources are known; minutes at full scale. */
  private record Step(Stage stage, String family, int minutes, int minLag) {}

  private record Draft(List<Step> steps, double tonnes) {}

  /** Draws each number once before any comes again, so that no part of the days is overloaded. */
  private final class Deck {
    private final List<Integer> all;
    private final List<Integer> left = new ArrayList<>();

    Deck(int size) {
      all = IntStream.range(0, size).boxed().toList();
    }

    int next() {
      if (left.isEmpty()) {
        left.addAll(all);
        Collections.shuffle(left, random);
      }
      return left.removeLast();
    }
  }

  private Draft draft() {
    String alloy = ALLOYS[alloys.next()];
    String width = WIDTHS[widths.next()];
    boolean hard = alloy.equals("5xxx");
    List<Step> steps = new ArrayList<>();
    steps.add(step(Stage.CASTING, alloy, 60));
    if (homogenised.next() < 7) {
      steps.add(step(Stage.HOMOGENISING, hard ? "homogenise high" : "homogenise low", 30));
    }
    String rolled = alloy + " " + width;
    steps.add(step(Stage.HOT, rolled, 240));
    int passes = PASSES[passesDeck.next()];
    for (int pass = 0; pass < passes; pass++) {
      steps.add(step(Stage.COLD, rolled, 120));
    }
    if (annealed.next() < 5) {
      steps.add(step(Stage.ANNEALING, hard ? "anneal nitrogen" : "anneal air", 180));
    }
    if (levelled.next() < 3) {
      steps.add(step(Stage.LEVELLING, width, 0));
    }
    if (slit.next() < 7) {
      steps.add(step(Stage.SLITTING, width, 0));
    }
    steps.add(step(Stage.PACKING, "any", 0));
    return new Draft(steps, 5 + random.nextInt(20));
  }

  /** Furnace cycles are fixed by family; other work is drawn. */
  private Step step(Stage stage, String family, int minLag) {
    int minutes =
        stage.batch > 1
            ? (family.endsWith("high") || family.endsWith("nitrogen") ? stage.most : stage.least)
            : stage.least + random.nextInt(stage.most - stage.least + 1);
    return new Step(stage, family, minutes, minLag);
  }

  private void resources(List<Draft> drafts) {
    for (int s = 0; s < Stage.ALL.size(); s++) {
      Stage stage = Stage.ALL.get(s);
      double work =
          drafts.stream()
              .flatMap(d -> d.steps().stream())
              .filter(step -> step.stage().equals(stage))
              .mapToDouble(step -> (double) step.minutes() / stage.batch)
              .sum();
      double open = days * (double) DAY * (stage.shifts ? 6.0 / 7 * 16 / 24 : 160.0 / 168);
      double wanted = work / (open * stage.utilisation);
      int machines = Math.max(1, (int) Math.ceil(wanted));
      scale[s] = stage.batch > 1 ? 1 : machines / Math.max(wanted, 0.3);
      for (int k = 1; k <= machines; k++) {
        resources.add(
            new Resource(
                stage.code + k,
                stage.name,
                stage.shifts ? "two shifts" : stage.batch > 1 ? null : "maintenance " + k % 3,
                setupOf(stage),
                null,
                stage.batch));
      }
    }
  }

  private static @Nullable String setupOf(Stage stage) {
    return switch (stage.code) {
      case "CC" -> "cast";
      case "HM" -> "hot";
      case "CM" -> "cold";
      case "SL", "TL" -> "slit";
      default -> null;
    };
  }

  private Order order(int o, Draft draft) {
    int release = (int) ((o + random.nextDouble()) / count * RELEASE_SHARE * days * DAY);
    List<Operation> operations = new ArrayList<>();
    double work = 0;
    for (Step step : draft.steps()) {
      int s = Stage.ALL.indexOf(step.stage());
      int minutes = (int) Math.max(5, Math.round(step.minutes() * Math.min(1.5, scale[s])));
      List<Alternative> ways = new ArrayList<>();
      for (Resource resource : resources) {
        if (resource.stage().equals(step.stage().name())) {
          ways.add(new Alternative(resource.id(), minutes));
        }
      }
      operations.add(new Operation(step.stage().name(), step.family(), step.minLag(), null, ways));
      work += minutes + step.minLag();
    }
    double extra =
        ALLOWANCE_DAYS_LEAST
            + (allowance.next() + random.nextDouble())
                / ALLOWANCE_STEPS
                * (ALLOWANCE_DAYS_MOST - ALLOWANCE_DAYS_LEAST);
    double part = rush.next() == 0 ? RUSH_PART : 1;
    int due = release + (int) (part * (ALLOWANCE_FACTOR * work + extra * DAY));
    double weight = WEIGHTS[importance.next()];
    String id = String.format(Locale.ROOT, "A%05d", o + 1);
    return new Order(
        id,
        "customer " + (1 + random.nextInt(40)),
        draft.tonnes(),
        release,
        due,
        weight,
        operations);
  }

  /** Mills rest eight hours a week, in turn; finishing works 06–22 except on Sundays. */
  private List<Calendar> calendars() {
    int horizon = 3 * days * DAY + 4 * WEEK;
    List<Calendar> calendars = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      List<Span> closed = new ArrayList<>();
      for (int from = (1 + 2 * k) * DAY + 8 * 60; from < horizon; from += WEEK) {
        closed.add(new Span(from, from + 8 * 60));
      }
      calendars.add(new Calendar("maintenance " + k, closed));
    }
    List<Span> closed = new ArrayList<>();
    for (int day = 0; day * DAY < horizon; day++) {
      boolean sunday = day % 7 == 6;
      int from = day * DAY + (sunday ? 0 : 22 * 60);
      if (!sunday && day % 7 == 5) {
        closed.add(new Span(from, (day + 2) * DAY + 6 * 60));
      } else if (!sunday) {
        closed.add(new Span(from, (day + 1) * DAY + 6 * 60));
      }
    }
    calendars.add(new Calendar("two shifts", closed));
    return calendars;
  }

  /** A change of alloy means washing; towards a purer alloy it takes longest. */
  private static SetupMatrix castingSetup() {
    List<List<Integer>> minutes = new ArrayList<>();
    for (int from = 0; from < ALLOYS.length; from++) {
      List<Integer> row = new ArrayList<>();
      for (int to = 0; to < ALLOYS.length; to++) {
        row.add(from == to ? 0 : from < to ? 45 : 90);
      }
      minutes.add(row);
    }
    return new SetupMatrix("cast", List.of(ALLOYS), minutes);
  }

  /**
   * A change of width costs little when it goes down, more when it goes up or the alloy changes.
   */
  private static SetupMatrix rollingSetup(String id, int small, int large) {
    List<String> families = new ArrayList<>();
    for (String alloy : ALLOYS) {
      for (String width : WIDTHS) {
        families.add(alloy + " " + width);
      }
    }
    List<List<Integer>> minutes = new ArrayList<>();
    for (int from = 0; from < families.size(); from++) {
      List<Integer> row = new ArrayList<>();
      for (int to = 0; to < families.size(); to++) {
        boolean sameAlloy = from / WIDTHS.length == to / WIDTHS.length;
        boolean wider = from % WIDTHS.length < to % WIDTHS.length;
        row.add(from == to ? 0 : (sameAlloy ? 0 : small) + (wider ? large : small));
      }
      minutes.add(row);
    }
    return new SetupMatrix(id, families, minutes);
  }

  private static SetupMatrix slitting() {
    List<List<Integer>> minutes = new ArrayList<>();
    for (int from = 0; from < WIDTHS.length; from++) {
      List<Integer> row = new ArrayList<>();
      for (int to = 0; to < WIDTHS.length; to++) {
        row.add(from == to ? 0 : 20);
      }
      minutes.add(row);
    }
    return new SetupMatrix("slit", List.of(WIDTHS), minutes);
  }
}
