package io.kunan.engine.optimise.internal.files;

import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Frozen;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plants and plans from JSON, checked field by field. */
public final class PlantReader {
  private final Map<String, List<String>> families = new HashMap<>();
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  private PlantReader() {}

  public static PlantProblem problem(SourceText source) {
    Fields file = Fields.of(source);
    return new PlantReader().plant(file.has("plant") ? file.object("plant") : file);
  }

  public static Planned plan(SourceText source) {
    Fields file = Fields.of(source).only("plant", "objective", "operations");
    if (!file.has("plant")) {
      throw file.wrong("plant", "it is missing", "give a plan of a plant, written with --out");
    }
    PlantProblem problem = new PlantReader().plant(file.object("plant"));
    return new Planned(problem, operations(file, problem));
  }

  public static PlantPlan plan(SourceText source, PlantProblem problem) {
    return operations(Fields.of(source), problem);
  }

  public static Order order(SourceText source, PlantProblem plant) {
    PlantReader reader = new PlantReader();
    plant.setups().forEach(setup -> reader.families.put(setup.id(), setup.families()));
    plant.resources().forEach(resource -> reader.resources.put(resource.id(), resource));
    return reader.order(Fields.of(source));
  }

  private PlantProblem plant(Fields file) {
    file.only(
        "name", "calendars", "setups", "resources", "orders", "goals", "frozen", "description");
    List<Calendar> calendars = file.objects("calendars").stream().map(this::calendar).toList();
    List<SetupMatrix> setups = file.objects("setups").stream().map(this::setup).toList();
    for (Fields item : file.objects("resources")) {
      Resource resource = resource(item, calendars);
      if (resources.put(resource.id(), resource) != null) {
        throw item.wrong("id", "“%s” stands twice".formatted(resource.id()), "give each its own");
      }
    }
    List<Order> orders = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields item : file.objects("orders")) {
      orders.add(order(item));
      if (!ids.add(orders.getLast().id())) {
        throw item.wrong(
            "id", "“%s” stands twice".formatted(orders.getLast().id()), "give each its own");
      }
    }
    List<Frozen> frozen =
        file.objects("frozen").stream().map(item -> frozen(item, orders)).toList();
    return new PlantProblem(
        file.text("name", "plant"),
        calendars,
        setups,
        List.copyOf(resources.values()),
        orders,
        file.has("goals") ? goals(file.object("goals")) : Goals.DELIVERY,
        frozen);
  }

  private Calendar calendar(Fields item) {
    item.only("id", "closed");
    List<Span> closed = new ArrayList<>();
    int before = 0;
    for (List<Integer> row : item.rows("closed", 0, PlantProblem.LAST_MINUTE)) {
      if (row.size() != 2 || row.get(0) >= row.get(1) || row.get(0) < before) {
        throw item.wrong(
            "closed[%d]".formatted(closed.size()),
            row + " is no span after the one before",
            "give [from, to] in minutes, in time order and apart");
      }
      closed.add(new Span(row.get(0), row.get(1)));
      before = row.get(1);
    }
    return new Calendar(item.text("id"), closed);
  }

  private SetupMatrix setup(Fields item) {
    item.only("id", "families", "minutes");
    List<String> names = item.texts("families");
    List<List<Integer>> minutes = item.rows("minutes", 0, PlantProblem.LAST_MINUTE);
    if (minutes.size() != names.size()
        || minutes.stream().anyMatch(row -> row.size() != names.size())) {
      throw item.wrong(
          "minutes",
          "it is not %d rows of %d".formatted(names.size(), names.size()),
          "give a row and a column for each family");
    }
    families.put(item.text("id"), names);
    return new SetupMatrix(item.text("id"), names, minutes);
  }

  private Resource resource(Fields item, List<Calendar> calendars) {
    item.only("id", "stage", "calendar", "setup", "family", "batch");
    String calendar = item.textOrNull("calendar");
    if (calendar != null && calendars.stream().noneMatch(c -> c.id().equals(calendar))) {
      throw item.wrong(
          "calendar", "there is no calendar “%s”".formatted(calendar), "list it in calendars");
    }
    String setup = item.textOrNull("setup");
    if (setup != null && !families.containsKey(setup)) {
      throw item.wrong("setup", "there is no matrix “%s”".formatted(setup), "list it in setups");
    }
    String family = item.textOrNull("family");
    checkFamily(item, family, setup);
    return new Resource(
        item.text("id"),
        item.text("stage", item.text("id")),
        calendar,
        setup,
        family,
        item.whole("batch", 1, 1_000, 1));
  }

  private void checkFamily(Fields item, @Nullable String family, @Nullable String setup) {
    if (family != null
        && setup != null
        && !families.getOrDefault(setup, List.of()).contains(family)) {
      throw item.wrong(
          "family",
          "“%s” is not in the matrix “%s”".formatted(family, setup),
          "use one of " + families.get(setup));
    }
  }

  private Order order(Fields item) {
    item.only("id", "customer", "tonnes", "release", "due", "weight", "operations");
    List<Operation> operations = item.objects("operations").stream().map(this::operation).toList();
    if (operations.isEmpty()) {
      throw item.wrong("operations", "there is none", "give at least one");
    }
    return new Order(
        item.text("id"),
        item.text("customer", ""),
        item.number("tonnes", 0),
        item.whole("release", 0, PlantProblem.LAST_MINUTE, 0),
        item.whole("due", 0, PlantProblem.LAST_MINUTE),
        item.number("weight", 1),
        operations);
  }

  private Operation operation(Fields item) {
    item.only("name", "family", "minLag", "maxLag", "alternatives");
    String family = item.textOrNull("family");
    int minLag = item.whole("minLag", 0, PlantProblem.LAST_MINUTE, 0);
    Integer maxLag =
        item.has("maxLag")
            ? (Integer) item.whole("maxLag", minLag, PlantProblem.LAST_MINUTE)
            : null;
    List<Alternative> ways = new ArrayList<>();
    for (Fields way : item.objects("alternatives")) {
      way.only("resource", "minutes");
      Resource resource = resources.get(way.text("resource"));
      if (resource == null) {
        throw way.wrong(
            "resource",
            "there is no resource “%s”".formatted(way.text("resource")),
            "list it in resources");
      }
      if (resource.setup() != null && family == null) {
        throw item.wrong(
            "family",
            "it is missing",
            "name the family that %s sets up for".formatted(resource.id()));
      }
      checkFamily(item, family, resource.setup());
      ways.add(new Alternative(resource.id(), way.whole("minutes", 1, PlantProblem.LAST_MINUTE)));
    }
    if (ways.stream().map(Alternative::resource).distinct().count() != ways.size()
        || ways.isEmpty()) {
      throw item.wrong(
          "alternatives", "there is none, or one stands twice", "give each resource once");
    }
    return new Operation(item.text("name", "operation"), family, minLag, maxLag, ways);
  }

  private static Goals goals(Fields item) {
    item.only("tardiness", "lateOrder", "completion", "setup", "makespan", "moved");
    return new Goals(
        item.number("tardiness", 0),
        item.number("lateOrder", 0),
        item.number("completion", 0),
        item.number("setup", 0),
        item.number("makespan", 0),
        item.number("moved", 0));
  }

  private static Frozen frozen(Fields item, List<Order> orders) {
    item.only("order", "operation", "resource", "start");
    int o = indexOf(item, orders);
    List<Operation> operations = orders.get(o).operations();
    int k = item.whole("operation", 0, operations.size() - 1);
    String resource = item.text("resource");
    if (operations.get(k).alternatives().stream().noneMatch(a -> a.resource().equals(resource))) {
      throw item.wrong("resource", "it is not among the operation's resources", "use one of them");
    }
    return new Frozen(o, k, resource, item.whole("start", 0, PlantProblem.LAST_MINUTE));
  }

  private static int indexOf(Fields item, List<Order> orders) {
    String id = item.text("order");
    for (int o = 0; o < orders.size(); o++) {
      if (orders.get(o).id().equals(id)) {
        return o;
      }
    }
    throw item.wrong("order", "there is no order “%s”".formatted(id), "use an id of orders");
  }

  private static PlantPlan operations(Fields file, PlantProblem problem) {
    Map<String, Integer> orders = new HashMap<>();
    for (int o = 0; o < problem.orders().size(); o++) {
      orders.put(problem.orders().get(o).id(), o);
    }
    Map<Long, Placed> placed = new HashMap<>();
    for (Fields item : file.objects("operations")) {
      Integer o = orders.get(item.text("order"));
      if (o == null) {
        throw item.wrong("order", "the plant has no such order", "use an id of its orders");
      }
      int k = item.whole("operation", 0, problem.orders().get(o).operations().size() - 1);
      Placed operation =
          new Placed(
              o,
              k,
              item.text("resource"),
              item.whole("setup", 0, PlantProblem.LAST_MINUTE, 0),
              item.whole("start", 0, PlantProblem.LAST_MINUTE),
              item.whole("end", 0, PlantProblem.LAST_MINUTE));
      if (placed.put(((long) o << 32) | k, operation) != null) {
        throw item.wrong("operation", "it stands twice", "give every operation once");
      }
    }
    List<Placed> sorted = new ArrayList<>();
    for (int o = 0; o < problem.orders().size(); o++) {
      for (int k = 0; k < problem.orders().get(o).operations().size(); k++) {
        Placed operation = placed.get(((long) o << 32) | k);
        if (operation == null) {
          throw file.wrong(
              "operations",
              "operation %d of order %s is missing".formatted(k, problem.orders().get(o).id()),
              "give every operation once");
        }
        sorted.add(operation);
      }
    }
    return new PlantPlan(sorted);
  }
}
