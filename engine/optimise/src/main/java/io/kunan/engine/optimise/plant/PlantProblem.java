package io.kunan.engine.optimise.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a plant and what they can be made on. Operations are numbered order by order in the
 * order of their routes; that number is used wherever a plan is an array.
 *
 * @param name for people
 * @param calendars when resources are closed
 * @param setups set-up times between families
 * @param resources machines, lines and furnaces
 * @param orders what is to be made
 * @param goals what a good plan is
 * @param frozen operations that stay where they are, such as those already begun
 */
public record PlantProblem(
    String name,
    List<Calendar> calendars,
    List<SetupMatrix> setups,
    List<Resource> resources,
    List<Order> orders,
    Goals goals,
    List<Frozen> frozen) {
  /** No plan reaches further: 20 years, later times would be a slip of the pen. */
  public static final int LAST_MINUTE = 20 * 366 * 24 * 60;

  public PlantProblem {
    calendars = List.copyOf(calendars);
    setups = List.copyOf(setups);
    resources = List.copyOf(resources);
    orders = List.copyOf(orders);
    frozen = List.copyOf(frozen);
  }

  /**
   * When a resource does not work: shifts off, maintenance, power cuts. An operation or a set-up is
   * not broken by a closed time: it fits between two of them.
   *
   * @param closed spans in time order that do not touch
   */
  public record Calendar(String id, List<Span> closed) {
    public Calendar {
      closed = List.copyOf(closed);
    }
  }

  /** From a minute to before another one. */
  public record Span(int from, int to) {}

  /**
   * Minutes to set a resource up from one family to the next.
   *
   * @param families names of the rows and columns
   * @param minutes row: from, column: to
   */
  public record SetupMatrix(String id, List<String> families, List<List<Integer>> minutes) {
    public SetupMatrix {
      families = List.copyOf(families);
      minutes = minutes.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A machine, a line or a furnace.
   *
   * @param stage what it does, such as {@code hot rolling}
   * @param calendar id of its calendar; null when it never closes
   * @param setup id of its set-up matrix; null when it needs no set-up
   * @param family it is set up for when the plan starts; null when the first set-up is free
   * @param batch how many operations of one family it does together, 1 for one at a time
   */
  public record Resource(
      String id,
      String stage,
      @Nullable String calendar,
      @Nullable String setup,
      @Nullable String family,
      int batch) {}

  /**
   * Something a customer waits for.
   *
   * @param tonnes how much, for reports
   * @param release minute before which nothing of it starts
   * @param due minute by which its last operation should end
   * @param weight how much an hour of tardiness hurts
   */
  public record Order(
      String id,
      String customer,
      double tonnes,
      int release,
      int due,
      double weight,
      List<Operation> operations) {
    public Order {
      operations = List.copyOf(operations);
    }
  }

  /**
   * One step of an order.
   *
   * @param family what the resource must be set up for; null where set-ups do not matter
   * @param minLag minutes from its end to the earliest start of the next step, such as cooling
   * @param maxLag minutes from its end to the latest start of the next step, such as hot charging;
   *     null when it may wait
   * @param alternatives resources that can do it
   */
  public record Operation(
      String name,
      @Nullable String family,
      int minLag,
      @Nullable Integer maxLag,
      List<Alternative> alternatives) {
    public Operation {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** A resource that can do an operation, and how many minutes it takes there. */
  public record Alternative(String resource, int minutes) {}

  /**
   * Costs that are added up; the smaller the better.
   *
   * @param tardiness for an hour an order of weight 1 is late
   * @param lateOrder for every order that is late at all
   * @param completion for an hour from the plan's start to the end of an operation that ends an
   *     order
   * @param setup for an hour of set-up
   * @param makespan for an hour until the last operation ends
   * @param moved for an hour an operation starts earlier or later than in the plan before
   */
  public record Goals(
      double tardiness,
      double lateOrder,
      double completion,
      double setup,
      double makespan,
      double moved) {
    /** Weighted tardiness first, then set-up and flow as a tie-break. */
    public static final Goals DELIVERY = new Goals(1, 0, 0, 0.02, 0, 0);
  }

  /** An operation that stays on its resource at its minute. */
  public record Frozen(int order, int operation, String resource, int start) {}

  /** Number of operations over all orders. */
  public int operations() {
    return orders.stream().mapToInt(o -> o.operations().size()).sum();
  }

  /**
   * Binary variables of the same problem with one variable for each allowed operation, resource and
   * minute up to the horizon.
   */
  public long timeIndexedVariables(long horizon) {
    long pairs = 0;
    for (Order order : orders) {
      for (Operation operation : order.operations()) {
        pairs += operation.alternatives().size();
      }
    }
    return pairs * horizon;
  }

  public PlantProblem withOrders(List<Order> newOrders) {
    return new PlantProblem(name, calendars, setups, resources, newOrders, goals, frozen);
  }

  public PlantProblem withGoals(Goals newGoals) {
    return new PlantProblem(name, calendars, setups, resources, orders, newGoals, frozen);
  }

  public PlantProblem withFrozen(List<Frozen> newFrozen) {
    return new PlantProblem(name, calendars, setups, resources, orders, goals, newFrozen);
  }

  /** The same plant with one resource closed for one more span. */
  public PlantProblem closing(String resource, Span span) {
    String id = "closed " + resource;
    List<Calendar> all =
        new ArrayList<>(calendars.stream().filter(c -> !c.id().equals(id)).toList());
    List<Resource> changed = new ArrayList<>();
    for (Resource r : resources) {
      if (r.id().equals(resource)) {
        all.add(new Calendar(id, joined(closed(r), span)));
        changed.add(new Resource(r.id(), r.stage(), id, r.setup(), r.family(), r.batch()));
      } else {
        changed.add(r);
      }
    }
    return withCalendars(all, changed);
  }

  /** When a resource is closed. */
  public List<Span> closed(Resource resource) {
    return calendars.stream()
        .filter(c -> c.id().equals(resource.calendar()))
        .findFirst()
        .map(Calendar::closed)
        .orElse(List.of());
  }

  private static List<Span> joined(List<Span> spans, Span more) {
    List<Span> all = new ArrayList<>(spans);
    all.add(more);
    all.sort(Comparator.comparingInt(Span::from));
    List<Span> joined = new ArrayList<>();
    for (Span span : all) {
      if (!joined.isEmpty() && span.from() <= joined.getLast().to()) {
        Span last = joined.removeLast();
        joined.add(new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  public PlantProblem withCalendars(List<Calendar> newCalendars, List<Resource> newResources) {
    return new PlantProblem(name, newCalendars, setups, newResources, orders, goals, frozen);
  }
}
