package io.kunan.engine.optimise.internal.files;

import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The reference instances with proved optima: R1 one mill with set-ups, R2 one batch furnace, R3
 * three stages with lags. Their goals are for one time unit; ours are for an hour of 60, so the
 * weights are 60-fold.
 */
public final class ReferenceReader {
  private static final int MOST = 1_000_000;

  private ReferenceReader() {}

  public static PlantProblem read(SourceText source) {
    Fields file = Fields.of(source);
    String id = file.text("id");
    return switch (id) {
      case "R1" -> mill(file);
      case "R2" -> furnace(file);
      case "R3" -> flow(file);
      default -> throw file.wrong("id", "“%s” is no schedule".formatted(id), "give R1, R2 or R3");
    };
  }

  private static PlantProblem mill(Fields file) {
    List<Integer> duration = file.wholes("duration", 1, MOST);
    List<Integer> weight = list(file, "weight", duration.size());
    List<Integer> due = list(file, "due", duration.size());
    List<Integer> family = list(file, "family", duration.size());
    List<List<Integer>> setup = file.rows("setup", 0, MOST);
    List<Order> orders = new ArrayList<>();
    for (int o = 0; o < duration.size(); o++) {
      orders.add(
          order(
              o,
              0,
              due.get(o),
              weight.get(o),
              List.of(
                  operation("mill", name(family.get(o)), 0, duration.get(o), List.of("mill")))));
    }
    return plant(
        "R1",
        List.of(new SetupMatrix("mill", names(setup.size()), setup)),
        List.of(new Resource("mill", "mill", null, "mill", null, 1)),
        orders,
        new Goals(60, 0, 0, 0, 0, 0));
  }

  private static PlantProblem furnace(Fields file) {
    List<Integer> release = file.wholes("release", 0, MOST);
    List<Integer> family = list(file, "family", release.size());
    List<Integer> cycle = file.wholes("cycleByFamily", 1, MOST);
    List<Order> orders = new ArrayList<>();
    for (int o = 0; o < release.size(); o++) {
      int hours = cycle.get(family.get(o));
      orders.add(
          order(
              o,
              release.get(o),
              MOST,
              1,
              List.of(operation("furnace", name(family.get(o)), 0, hours, List.of("furnace")))));
    }
    return plant(
        "R2",
        List.of(),
        List.of(
            new Resource("furnace", "furnace", null, null, null, file.whole("capacity", 1, 1_000))),
        orders,
        new Goals(0, 0, 60, 0, 0, 0));
  }

  private static PlantProblem flow(Fields file) {
    List<List<Integer>> durations = file.rows("durations", 1, MOST);
    List<Integer> machines = file.wholes("machines", 1, 100);
    List<Integer> weight = list(file, "weight", durations.size());
    List<Integer> due = list(file, "due", durations.size());
    int lag = file.whole("lag", 0, MOST);
    List<Resource> resources = new ArrayList<>();
    for (int stage = 0; stage < machines.size(); stage++) {
      for (String name : machineNames(stage, machines.get(stage))) {
        resources.add(new Resource(name, "stage " + stage, null, null, null, 1));
      }
    }
    List<Order> orders = new ArrayList<>();
    for (int o = 0; o < durations.size(); o++) {
      List<Operation> route = new ArrayList<>();
      for (int stage = 0; stage < machines.size(); stage++) {
        route.add(
            operation(
                "stage " + stage,
                null,
                lag,
                durations.get(o).get(stage),
                machineNames(stage, machines.get(stage))));
      }
      orders.add(order(o, 0, due.get(o), weight.get(o), route));
    }
    return plant("R3", List.of(), resources, orders, new Goals(600, 0, 0, 0, 60, 0));
  }

  private static List<Integer> list(Fields file, String name, int size) {
    List<Integer> list = file.wholes(name, 0, MOST);
    if (list.size() != size) {
      throw file.wrong(name, "it has %d numbers".formatted(list.size()), "give %d".formatted(size));
    }
    return list;
  }

  private static List<String> machineNames(int stage, int count) {
    return IntStream.range(0, count).mapToObj(k -> "stage %d.%d".formatted(stage, k)).toList();
  }

  private static List<String> names(int families) {
    return IntStream.range(0, families).mapToObj(ReferenceReader::name).toList();
  }

  private static String name(int family) {
    return "family " + family;
  }

  private static Operation operation(
      String name,
      @org.jspecify.annotations.Nullable String family,
      int lag,
      int minutes,
      List<String> resources) {
    return new Operation(
        name, family, lag, null, resources.stream().map(r -> new Alternative(r, minutes)).toList());
  }

  private static Order order(int o, int release, int due, int weight, List<Operation> route) {
    return new Order(Integer.toString(o + 1), "", 0, release, due, weight, route);
  }

  private static PlantProblem plant(
      String name,
      List<SetupMatrix> setups,
      List<Resource> resources,
      List<Order> orders,
      Goals goals) {
    return new PlantProblem(name, List.of(), setups, resources, orders, goals, List.of());
  }
}
