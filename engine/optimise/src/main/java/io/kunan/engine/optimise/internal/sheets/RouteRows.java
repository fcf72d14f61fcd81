package io.kunan.engine.optimise.internal.sheets;

import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Routes by name: their steps in order, each with the machines that can do it. */
final class RouteRows {
  /** One machine that can do a step, and how long it takes. */
  private record Way(String machine, int minutes, double minutesPerTonne) {}

  /** One step; what the first of its lines says holds. */
  private record Step(
      String operation, String family, int minLag, @Nullable Integer maxLag, List<Way> ways) {}

  private final Map<String, Resource> machines;
  private final SetupRows setups;
  private final Map<String, TreeMap<Integer, Step>> routes = new LinkedHashMap<>();

  RouteRows(Map<String, Resource> machines, SetupRows setups) {
    this.machines = machines;
    this.setups = setups;
  }

  boolean add(SheetRow row) {
    Optional<String> route = row.needed(Field.ROUTE);
    OptionalInt number = row.whole(Field.STEP, 0, 0);
    OptionalInt minutes = row.whole(Field.MINUTES, 0, 0);
    OptionalDouble perTonne = row.number(Field.MINUTES_PER_TONNE, 0);
    OptionalInt minLag = row.whole(Field.MIN_LAG, 0, 0);
    OptionalInt maxLag = row.whole(Field.MAX_LAG, 0, -1);
    String machine = row.text(Field.MACHINE);
    if (!machines.containsKey(machine)) {
      row.say(Field.MACHINE, "a machine of the table of machines", "add it there");
      return false;
    }
    if (route.isEmpty()
        || number.isEmpty()
        || minutes.isEmpty()
        || perTonne.isEmpty()
        || minLag.isEmpty()
        || maxLag.isEmpty()) {
      return false;
    }
    if (minutes.getAsInt() == 0 && perTonne.getAsDouble() == 0) {
      row.say(Field.MINUTES, "above 0, here or per tonne", "write how long it takes");
      return false;
    }
    if (maxLag.getAsInt() >= 0 && maxLag.getAsInt() < minLag.getAsInt()) {
      row.say(Field.MAX_LAG, "the shortest lag or more", "mend one of the two");
      return false;
    }
    Step step =
        routes
            .computeIfAbsent(route.get(), r -> new TreeMap<>())
            .computeIfAbsent(
                number.getAsInt(),
                n ->
                    new Step(
                        row.text(Field.OPERATION).isEmpty()
                            ? Objects.requireNonNull(machines.get(machine)).stage()
                            : row.text(Field.OPERATION),
                        row.text(Field.FAMILY),
                        minLag.getAsInt(),
                        maxLag.getAsInt() < 0 ? null : (Integer) maxLag.getAsInt(),
                        new ArrayList<>()));
    if (step.ways().stream().anyMatch(way -> way.machine().equals(machine))) {
      row.say(Field.MACHINE, "each machine once for a step", "leave one of the lines out");
      return false;
    }
    step.ways().add(new Way(machine, minutes.getAsInt(), perTonne.getAsDouble()));
    return true;
  }

  /**
   * The operations of an order; a step without a family of its own has the order's.
   *
   * @param row of the order
   */
  Optional<List<Operation>> operations(SheetRow row, double tonnes) {
    TreeMap<Integer, Step> steps = routes.get(row.text(Field.ROUTE));
    if (steps == null) {
      row.say(Field.ROUTE, "a route of the table of routes", "add it there");
      return Optional.empty();
    }
    List<Operation> operations = new ArrayList<>();
    for (Step step : steps.values()) {
      String family = step.family().isEmpty() ? row.text(Field.FAMILY) : step.family();
      for (Way way : step.ways()) {
        String matrix = Objects.requireNonNull(machines.get(way.machine())).setup();
        if (matrix != null && family.isEmpty()) {
          row.say(
              Field.FAMILY,
              "a family, since %s is set up for one".formatted(way.machine()),
              "write it here or in the table of routes");
          return Optional.empty();
        }
        if (matrix != null) {
          setups.know(matrix, family);
        }
      }
      operations.add(
          new Operation(
              step.operation(),
              family.isEmpty() ? null : family,
              step.minLag(),
              step.maxLag(),
              step.ways().stream().map(way -> alternative(way, tonnes)).toList()));
    }
    return Optional.of(operations);
  }

  private static Alternative alternative(Way way, double tonnes) {
    return new Alternative(
        way.machine(), way.minutes() + (int) Math.ceil(way.minutesPerTonne() * tonnes));
  }
}
