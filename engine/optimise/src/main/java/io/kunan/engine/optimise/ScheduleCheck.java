package io.kunan.engine.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Checks a schedule against its problem from the definition alone: it shares no code with the
 * solvers, so that a fault of theirs cannot hide in it. Every schedule is checked before it leaves.
 */
public final class ScheduleCheck {
  private static final int MOST = 20;

  private final List<String> violations = new ArrayList<>();
  private final Schedule schedule;

  private ScheduleCheck(Schedule schedule) {
    this.schedule = schedule;
  }

  /** What is wrong, one sentence each, the first 20; empty when the schedule is valid. */
  public static List<String> violations(Problem problem, Schedule schedule) {
    ScheduleCheck check = new ScheduleCheck(schedule);
    int operations = problem.operations();
    if (schedule.start().length != operations
        || schedule.end().length != operations
        || schedule.machine().length != operations) {
      return List.of(
          "the plan has %d operations, the problem %d"
              .formatted(schedule.start().length, operations));
    }
    switch (problem) {
      case ShopProblem shop -> check.shop(shop);
      case FlowShopProblem flow -> check.flow(flow);
    }
    check.machines();
    return check.violations;
  }

  private void shop(ShopProblem shop) {
    for (int j = 0; j < shop.jobs(); j++) {
      int ready = 0;
      for (int v = shop.firstOperation(j); v < shop.firstOperation(j + 1); v++) {
        String name = "job %d, operation %d".formatted(j, v - shop.firstOperation(j));
        if (!isWay(shop, v)) {
          say(
              "%s: machine %d for %d time units is not among its alternatives"
                  .formatted(name, schedule.machine()[v], length(v)));
        }
        ready = inOrder(name, v, ready);
      }
    }
  }

  private boolean isWay(ShopProblem shop, int v) {
    return IntStream.range(shop.firstAlternative(v), shop.firstAlternative(v + 1))
        .anyMatch(a -> shop.machine(a) == schedule.machine()[v] && shop.duration(a) == length(v));
  }

  private void flow(FlowShopProblem flow) {
    int machines = flow.machines();
    for (int j = 0; j < flow.jobs(); j++) {
      int ready = 0;
      for (int m = 0; m < machines; m++) {
        int v = j * machines + m;
        String name = "job %d, machine %d".formatted(j, m);
        if (schedule.machine()[v] != m || length(v) != flow.duration(j, m)) {
          say(
              "%s: it is on machine %d for %d time units instead of %d"
                  .formatted(name, schedule.machine()[v], length(v), flow.duration(j, m)));
        }
        ready = inOrder(name, v, ready);
      }
    }
    for (int m = 1; m < machines; m++) {
      if (!Arrays.equals(sequence(flow, m), sequence(flow, 0))) {
        say("machine %d takes the jobs in another order than machine 0".formatted(m));
      }
    }
  }

  private int[] sequence(FlowShopProblem flow, int machine) {
    int machines = flow.machines();
    return IntStream.range(0, flow.jobs())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(j -> schedule.end()[j * machines + machine])
                .thenComparingInt(j -> schedule.start()[j * machines + machine])
                .thenComparingInt(j -> schedule.end()[j * machines + machines - 1]))
        .mapToInt(j -> j)
        .toArray();
  }

  private int length(int v) {
    return schedule.end()[v] - schedule.start()[v];
  }

  private int inOrder(String name, int v, int ready) {
    if (schedule.start()[v] < ready) {
      say(
          ready == 0
              ? "%s: it starts at %d, before the plan".formatted(name, schedule.start()[v])
              : "%s: it starts at %d, before the operation before it ends at %d"
                  .formatted(name, schedule.start()[v], ready));
    }
    return Math.max(ready, schedule.end()[v]);
  }

  /** No machine does two things at once. */
  private void machines() {
    Integer[] byMachine =
        IntStream.range(0, schedule.start().length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        byMachine,
        Comparator.<Integer>comparingInt(v -> schedule.machine()[v])
            .thenComparingInt(v -> schedule.start()[v])
            .thenComparingInt(v -> schedule.end()[v]));
    int busyUntil = 0;
    for (int i = 0; i < byMachine.length; i++) {
      int v = byMachine[i];
      if (i == 0 || schedule.machine()[v] != schedule.machine()[byMachine[i - 1]]) {
        busyUntil = 0;
      }
      if (length(v) > 0 && schedule.start()[v] < busyUntil) {
        say(
            "machine %d: operation %d starts at %d, while it is busy until %d"
                .formatted(schedule.machine()[v], v, schedule.start()[v], busyUntil));
      }
      busyUntil = Math.max(busyUntil, schedule.end()[v]);
    }
  }

  private void say(String violation) {
    if (violations.size() < MOST) {
      violations.add(violation);
    }
  }
}
