package io.kunan.engine.optimise.internal.sheets;

import io.kunan.engine.optimise.plant.ActualSheet;
import io.kunan.engine.optimise.plant.ActualSheet.Row;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what happened line by line. */
public final class ActualRows {
  private final PlantProblem problem;
  private final ZoneId zone;
  private final Map<String, Integer> orders = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  public ActualRows(PlantProblem problem, ZoneId zone) {
    this.problem = problem;
    this.zone = zone;
    problem.orders().forEach(order -> orders.put(order.id(), orders.size()));
  }

  /** The lines that can be used, and what was left out. */
  public ActualSheet read(Sheet sheet) {
    List<Row> rows = new ArrayList<>();
    for (SheetRow row : new SheetRows(Kind.ACTUALS, sheet, Map.of(), faults::add).rows()) {
      row(row).ifPresent(rows::add);
    }
    return new ActualSheet(rows, faults);
  }

  private Optional<Row> row(SheetRow row) {
    Integer order = orders.get(row.text(Field.ORDER));
    if (order == null) {
      row.say(Field.ORDER, "an order of the plan", "look at the number");
      return Optional.empty();
    }
    List<Operation> route = problem.orders().get(order).operations();
    int operation = operation(route, row.text(Field.OPERATION));
    if (operation < 0) {
      row.say(
          Field.OPERATION,
          "a step of the order's route by name, or 1 to %d".formatted(route.size()),
          "where a name stands twice in the route write its number");
      return Optional.empty();
    }
    Optional<LocalDateTime> start = row.time(Field.FROM, false);
    boolean isOver = !row.text(Field.TO).isEmpty();
    Optional<LocalDateTime> end = isOver ? row.time(Field.TO, false) : Optional.empty();
    OptionalDouble scrap = row.number(Field.SCRAP, 0);
    if (start.isEmpty() || end.isPresent() != isOver || scrap.isEmpty()) {
      return Optional.empty();
    }
    String machine = row.text(Field.MACHINE);
    return Optional.of(
        new Row(
            row.line(),
            order,
            operation,
            machine.isEmpty() ? null : machine,
            start.get().atZone(zone).toInstant(),
            end.map(time -> time.atZone(zone).toInstant()).orElse(null),
            scrap.getAsDouble()));
  }

  /** Place of a step by its name where only one has it, or by its number; −1 when there is none. */
  private static int operation(List<Operation> route, String text) {
    List<Integer> named = new ArrayList<>();
    for (int k = 0; k < route.size(); k++) {
      if (route.get(k).name().equals(text)) {
        named.add(k);
      }
    }
    if (named.size() == 1) {
      return named.getFirst();
    }
    boolean isNumber = text.matches("[1-9]\\d{0,3}");
    return isNumber && Integer.parseInt(text) <= route.size() ? Integer.parseInt(text) - 1 : -1;
  }
}
