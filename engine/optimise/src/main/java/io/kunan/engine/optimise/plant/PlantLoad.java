package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a resource has to do on one day of a plan, days of 24 h from its start.
 *
 * @param day first day 0
 * @param working minutes of work; a batch counts once
 * @param setup minutes of set-up
 * @param open minutes the resource is not closed
 */
public record PlantLoad(String resource, int day, int working, int setup, int open) {
  private static final int DAY = 24 * 60;

  /** Share of the open time that is worked or set up, 0 to 1. */
  public double utilisation() {
    return open == 0 ? 0 : Math.min(1, (double) (working + setup) / open);
  }

  /** Every resource on every day up to the last operation. */
  public static List<PlantLoad> of(PlantProblem problem, PlantPlan plan) {
    int days = (plan.makespan() + DAY - 1) / DAY;
    Map<String, int[][]> minutes = new HashMap<>();
    Map<String, Integer> counted = new HashMap<>();
    for (Placed placed : plan.operations()) {
      int[][] load = minutes.computeIfAbsent(placed.resource(), r -> new int[2][days + 1]);
      String batch = placed.resource() + " " + placed.start();
      if (counted.put(batch, placed.start()) == null) {
        spread(load[0], placed.start(), placed.end());
        spread(load[1], placed.start() - placed.setup(), placed.start());
      }
    }
    List<PlantLoad> loads = new ArrayList<>();
    for (Resource resource : problem.resources()) {
      int[] closed = closed(problem, resource, days);
      int[][] load = minutes.getOrDefault(resource.id(), new int[2][days + 1]);
      for (int day = 0; day < days; day++) {
        loads.add(new PlantLoad(resource.id(), day, load[0][day], load[1][day], DAY - closed[day]));
      }
    }
    return loads;
  }

  /** The resources by their share of the open time over the whole plan, the busiest first. */
  public static List<PlantLoad> bottlenecks(PlantProblem problem, PlantPlan plan) {
    Map<String, PlantLoad> whole = new HashMap<>();
    for (PlantLoad load : of(problem, plan)) {
      whole.merge(
          load.resource(),
          load,
          (one, two) ->
              new PlantLoad(
                  one.resource(),
                  0,
                  one.working() + two.working(),
                  one.setup() + two.setup(),
                  one.open() + two.open()));
    }
    return whole.values().stream()
        .sorted(
            Comparator.comparingDouble(PlantLoad::utilisation)
                .reversed()
                .thenComparing(PlantLoad::resource))
        .toList();
  }

  private static int[] closed(PlantProblem problem, Resource resource, int days) {
    int[] closed = new int[days + 1];
    for (Calendar calendar : problem.calendars()) {
      if (calendar.id().equals(resource.calendar())) {
        for (Span span : calendar.closed()) {
          spread(closed, span.from(), span.to());
        }
      }
    }
    return closed;
  }

  private static void spread(int[] days, int from, int to) {
    for (int at = Math.max(0, from); at < to && at / DAY < days.length; ) {
      int end = Math.min(to, (at / DAY + 1) * DAY);
      days[at / DAY] += end - at;
      at = end;
    }
  }
}
