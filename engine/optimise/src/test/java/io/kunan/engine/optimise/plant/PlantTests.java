package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Plants for tests. */
public final class PlantTests {
  private PlantTests() {}

  /** Small plants with everything in them: set-ups, batches, calendars, lags, re-entrant routes. */
  public static PlantProblem random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Resource> resources =
        List.of(
            new Resource("mill", "mill", "nights", "setup", random.nextInt(2) == 0 ? "A" : null, 1),
            new Resource("saw", "saw", "nights", null, null, 1),
            new Resource("oven", "oven", null, null, null, 3),
            new Resource("line", "mill", null, "setup", null, 1));
    List<Order> orders = new ArrayList<>();
    for (int o = 0; o < 2 + random.nextInt(7); o++) {
      List<Operation> route = new ArrayList<>();
      int steps = 1 + random.nextInt(4);
      for (int k = 0; k < steps; k++) {
        int minutes = 10 + random.nextInt(50);
        List<Alternative> ways =
            switch (random.nextInt(3)) {
              case 0 -> List.of(new Alternative("oven", 90));
              case 1 -> List.of(new Alternative("saw", minutes));
              default -> List.of(new Alternative("mill", minutes), new Alternative("line", 60));
            };
        Integer maxLag = random.nextInt(6) == 0 ? (Integer) 200 : null;
        route.add(
            new Operation(
                "step " + k,
                "ABC".charAt(random.nextInt(3)) + "",
                random.nextInt(30),
                maxLag,
                ways));
      }
      int due = 200 + random.nextInt(600);
      orders.add(
          new Order("o" + o, "c", 1, random.nextInt(300), due, 1 + random.nextInt(3), route));
    }
    return new PlantProblem(
        "random",
        List.of(new Calendar("nights", nights())),
        List.of(
            new SetupMatrix(
                "setup",
                List.of("A", "B", "C"),
                List.of(List.of(0, 10, 20), List.of(15, 0, 30), List.of(5, 25, 0)))),
        resources,
        orders,
        new Goals(1, 0, 0.01, 0.1, 0.05, 0),
        List.of());
  }

  private static List<Span> nights() {
    List<Span> closed = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      closed.add(new Span(day * 240 + 180, day * 240 + 240));
    }
    return closed;
  }
}
