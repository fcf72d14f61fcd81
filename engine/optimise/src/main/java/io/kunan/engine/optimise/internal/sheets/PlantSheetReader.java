package io.kunan.engine.optimise.internal.sheets;

import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import io.kunan.engine.optimise.plant.PlantSheets;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.engine.optimise.plant.PlantSheets.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the tables of a plant together: each may refer to what the ones before it hold. */
public final class PlantSheetReader {
  private final Instant startsAt;
  private final ZoneId zone;
  private final Map<Kind, Map<String, String>> columns;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Kind, Table> tables = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
  private final Map<String, Resource> machines = new LinkedHashMap<>();
  private final Map<String, List<Span>> closed = new LinkedHashMap<>();
  private final SetupRows setups = new SetupRows();

  /**
   * @param columns of each table headers and the English name of the column each stands for
   */
  public PlantSheetReader(Instant startsAt, ZoneId zone, Map<Kind, Map<String, String>> columns) {
    this.startsAt = startsAt;
    this.zone = zone;
    this.columns = Map.copyOf(columns);
  }

  /** Reads the tables there are. */
  public PlantSheets read(String name, Map<Kind, Sheet> sheets) {
    for (SheetRow row : rows(sheets, Kind.SETUPS)) {
      take(Kind.SETUPS, setups.add(row));
    }
    for (SheetRow row : rows(sheets, Kind.MACHINES)) {
      take(Kind.MACHINES, machine(row));
    }
    for (SheetRow row : rows(sheets, Kind.CLOSED)) {
      take(Kind.CLOSED, closed(row));
    }
    RouteRows routes = new RouteRows(machines, setups);
    for (SheetRow row : rows(sheets, Kind.ROUTES)) {
      take(Kind.ROUTES, routes.add(row));
    }
    Map<String, Order> orders = new LinkedHashMap<>();
    for (SheetRow row : rows(sheets, Kind.ORDERS)) {
      take(Kind.ORDERS, order(row, routes, orders));
    }
    return new PlantSheets(
        problem(name, List.copyOf(orders.values())), taken, List.copyOf(tables.values()), faults);
  }

  private List<SheetRow> rows(Map<Kind, Sheet> sheets, Kind kind) {
    Sheet sheet = sheets.get(kind);
    taken.put(kind, 0);
    if (sheet == null) {
      return List.of();
    }
    SheetRows rows = new SheetRows(kind, sheet, columns.getOrDefault(kind, Map.of()), faults::add);
    tables.put(kind, rows.table());
    return rows.rows();
  }

  private void take(Kind kind, boolean isTaken) {
    taken.merge(kind, isTaken ? 1 : 0, Integer::sum);
  }

  private boolean machine(SheetRow row) {
    Optional<String> id = row.needed(Field.MACHINE);
    OptionalInt batch = row.whole(Field.BATCH, 1, 1);
    if (id.isEmpty() || batch.isEmpty()) {
      return false;
    }
    String matrix = row.text(Field.SETUP);
    if (!matrix.isEmpty() && !setups.has(matrix)) {
      row.say(Field.SETUP, "a set-up of the table of set-ups", "add it there, or leave it empty");
      return false;
    }
    String family = row.text(Field.FAMILY);
    if (!matrix.isEmpty() && !family.isEmpty()) {
      setups.know(matrix, family);
    }
    Resource resource =
        new Resource(
            id.get(),
            row.text(Field.STAGE),
            null,
            orNull(matrix),
            matrix.isEmpty() ? null : orNull(family),
            batch.getAsInt());
    if (machines.putIfAbsent(id.get(), resource) != null) {
      row.say(Field.MACHINE, "each machine once", "leave one of the lines out");
      return false;
    }
    return true;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private boolean closed(SheetRow row) {
    String machine = row.text(Field.MACHINE);
    if (!machines.containsKey(machine)) {
      row.say(Field.MACHINE, "a machine of the table of machines", "add it there");
      return false;
    }
    Optional<LocalDateTime> from = row.time(Field.FROM, false);
    Optional<LocalDateTime> to = row.time(Field.TO, true);
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    Span span = new Span(minute(from.get()), minute(to.get()));
    if (span.to() <= span.from()) {
      row.say(Field.TO, "later than its start and than the start of the plan", "mend it");
      return false;
    }
    closed.computeIfAbsent(machine, m -> new ArrayList<>()).add(span);
    return true;
  }

  /** Minute of the plan, 0 for what is before it. */
  private int minute(LocalDateTime time) {
    long minute = Duration.between(startsAt, time.atZone(zone).toInstant()).toMinutes();
    return Math.clamp(minute, 0, PlantProblem.LAST_MINUTE);
  }

  /** Minute of a time of a line; empty, and told, when it cannot be read. */
  private OptionalInt minute(SheetRow row, Field field, boolean isEnd) {
    Optional<LocalDateTime> time = row.time(field, isEnd);
    if (time.isPresent() && minute(time.get()) == PlantProblem.LAST_MINUTE) {
      row.say(field, "a time within 20 years of the start of the plan", "look at the year");
      return OptionalInt.empty();
    }
    return time.map(t -> OptionalInt.of(minute(t))).orElse(OptionalInt.empty());
  }

  private boolean order(SheetRow row, RouteRows routes, Map<String, Order> orders) {
    Optional<String> id = row.needed(Field.ORDER);
    OptionalDouble tonnes = row.number(Field.TONNES, 0);
    OptionalDouble weight = row.number(Field.WEIGHT, 1);
    OptionalInt due = minute(row, Field.DUE, true);
    OptionalInt release =
        row.text(Field.RELEASE).isEmpty() ? OptionalInt.of(0) : minute(row, Field.RELEASE, false);
    if (id.isEmpty()
        || tonnes.isEmpty()
        || weight.isEmpty()
        || due.isEmpty()
        || release.isEmpty()) {
      return false;
    }
    if (orders.containsKey(id.get())) {
      row.say(Field.ORDER, "each order once", "leave one of the lines out, or number it anew");
      return false;
    }
    Optional<List<PlantProblem.Operation>> operations =
        routes.operations(row, tonnes.getAsDouble());
    operations.ifPresent(
        steps ->
            orders.put(
                id.get(),
                new Order(
                    id.get(),
                    row.text(Field.CUSTOMER),
                    tonnes.getAsDouble(),
                    release.getAsInt(),
                    due.getAsInt(),
                    weight.getAsDouble(),
                    steps)));
    return operations.isPresent();
  }

  private PlantProblem problem(String name, List<Order> orders) {
    List<Calendar> calendars = new ArrayList<>();
    List<Resource> resources = new ArrayList<>();
    for (Resource machine : machines.values()) {
      List<Span> spans = closed.getOrDefault(machine.id(), List.of());
      if (!spans.isEmpty()) {
        calendars.add(new Calendar(machine.id(), joined(spans)));
      }
      resources.add(
          new Resource(
              machine.id(),
              machine.stage(),
              spans.isEmpty() ? null : machine.id(),
              machine.setup(),
              machine.family(),
              machine.batch()));
    }
    List<SetupMatrix> matrices = setups.matrices();
    return new PlantProblem(
        name, calendars, matrices, resources, orders, Goals.DELIVERY, List.of());
  }

  private static List<Span> joined(List<Span> spans) {
    Set<Span> joined = new LinkedHashSet<>();
    Span open = null;
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      if (open != null && span.from() <= open.to()) {
        joined.remove(open);
        span = new Span(open.from(), Math.max(open.to(), span.to()));
      }
      joined.add(span);
      open = span;
    }
    return List.copyOf(joined);
  }
}
