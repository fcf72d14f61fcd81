package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.internal.plant.PlanFacts.Fact;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Alternative;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Frozen;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plant as it has proved to be: where what happened was against its rules, the rules give way, so
 * that a plan can hold what happened.
 */
public final class ProvenPlant {
  private final PlanFacts facts;
  private final boolean isPatient;
  private final QuickSetups setups;

  /**
   * @param isPatient whether what may not wait may, once the step before it has ended
   */
  public ProvenPlant(PlanFacts facts, boolean isPatient) {
    this.facts = facts;
    this.isPatient = isPatient;
    setups = new QuickSetups(facts.problem);
  }

  /** The plant. */
  public PlantProblem problem() {
    Map<String, List<Integer>> done = byResource();
    Map<Integer, String> families = new HashMap<>();
    done.forEach((resource, places) -> setUp(resource, places, families));
    List<Calendar> calendars = new ArrayList<>(facts.problem.calendars());
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : facts.problem.resources()) {
      resources.add(worked(resource, done.getOrDefault(resource.id(), List.of()), calendars));
    }
    PlantProblem old = facts.problem;
    return new PlantProblem(
        old.name(),
        calendars,
        setups.matrices(),
        resources,
        orders(families),
        old.goals(),
        frozen());
  }

  /** One operation of each node that is known, by resource in the order of their starts. */
  private Map<String, List<Integer>> byResource() {
    Map<String, List<Integer>> done = new HashMap<>();
    for (int v = 0; v < facts.size(); v++) {
      Fact fact = facts.fact(v);
      if (fact == null) {
        continue;
      }
      List<Integer> places = done.computeIfAbsent(fact.resource(), r -> new ArrayList<>());
      if (places.stream().noneMatch(u -> start(u) == fact.start())) {
        places.add(v);
      }
    }
    done.values().forEach(places -> places.sort(Comparator.comparingInt(this::start)));
    return done;
  }

  private int start(int v) {
    Fact fact = facts.fact(v);
    return fact == null ? Integer.MAX_VALUE : fact.start();
  }

  private void setUp(String id, List<Integer> places, Map<Integer, String> families) {
    Resource resource =
        facts.problem.resources().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    String from = resource.family();
    int free = 0;
    for (int v : places) {
      Fact fact = facts.fact(v);
      String to = facts.operation(v).family();
      if (fact == null) {
        continue;
      }
      int room = longestOpen(resource, free, fact.start());
      String quick = setups.family(resource.setup(), from, to, room);
      if (quick != null) {
        for (int u = 0; u < facts.size(); u++) {
          if (fact.equals(facts.fact(u))) {
            families.put(u, quick);
          }
        }
      }
      from = to == null ? from : to;
      free = fact.end();
    }
  }

  private int longestOpen(Resource resource, int from, int to) {
    int longest = 0;
    int begin = from;
    for (Span span : facts.problem.closed(resource)) {
      if (span.from() < to && span.to() > begin) {
        longest = Math.max(longest, span.from() - begin);
        begin = Math.max(begin, span.to());
      }
    }
    return Math.max(longest, to - begin);
  }

  /** The resource open where it was worked on. */
  private Resource worked(Resource resource, List<Integer> places, List<Calendar> calendars) {
    List<Span> closed = facts.problem.closed(resource);
    List<Span> open = closed;
    for (int v : places) {
      Fact fact = facts.fact(v);
      open = fact == null ? open : without(open, new Span(fact.start(), fact.end()));
    }
    if (open.equals(closed)) {
      return resource;
    }
    String id = "worked " + resource.id();
    calendars.removeIf(calendar -> calendar.id().equals(id));
    calendars.add(new Calendar(id, open));
    return new Resource(
        resource.id(), resource.stage(), id, resource.setup(), resource.family(), resource.batch());
  }

  private static List<Span> without(List<Span> spans, Span cut) {
    List<Span> left = new ArrayList<>();
    for (Span span : spans) {
      if (span.to() <= cut.from() || span.from() >= cut.to()) {
        left.add(span);
        continue;
      }
      if (span.from() < cut.from()) {
        left.add(new Span(span.from(), cut.from()));
      }
      if (span.to() > cut.to()) {
        left.add(new Span(cut.to(), span.to()));
      }
    }
    return left;
  }

  private List<Order> orders(Map<Integer, String> families) {
    List<Order> orders = new ArrayList<>();
    int v = 0;
    for (Order order : facts.problem.orders()) {
      List<Operation> route = new ArrayList<>();
      int release = Math.min(order.release(), v < facts.size() ? start(v) : order.release());
      for (int k = 0; k < order.operations().size(); k++, v++) {
        boolean isLast = k == order.operations().size() - 1;
        route.add(operation(v, isLast ? null : facts.fact(v + 1), families.get(v)));
      }
      orders.add(
          new Order(
              order.id(),
              order.customer(),
              order.tonnes(),
              release,
              order.due(),
              order.weight(),
              route));
    }
    return orders;
  }

  private Operation operation(int v, @Nullable Fact next, @Nullable String quick) {
    Operation old = facts.operation(v);
    Fact fact = facts.fact(v);
    if (fact == null) {
      return old;
    }
    Integer maxLag = old.maxLag();
    int minLag = old.minLag();
    if (next != null) {
      int lag = next.start() - fact.end();
      minLag = Math.min(minLag, lag);
      maxLag = maxLag == null ? null : (Integer) Math.max(maxLag, lag);
    } else if (maxLag != null && (isPatient || fact.end() + maxLag < facts.now)) {
      maxLag = null;
    }
    return new Operation(
        old.name(),
        quick == null ? old.family() : quick,
        minLag,
        maxLag,
        List.of(new Alternative(fact.resource(), fact.end() - fact.start())));
  }

  private List<Frozen> frozen() {
    List<Frozen> frozen = new ArrayList<>();
    for (Frozen old : facts.problem.frozen()) {
      if (old.start() >= facts.now
          && facts.fact(facts.firstOf(old.order()) + old.operation()) == null) {
        frozen.add(old);
      }
    }
    for (int v = 0; v < facts.size(); v++) {
      Fact fact = facts.fact(v);
      if (fact != null) {
        Placed placed = facts.plan.operations().get(v);
        frozen.add(new Frozen(placed.order(), placed.operation(), fact.resource(), fact.start()));
      }
    }
    return frozen;
  }

  /**
   * The plan from which times are worked out: what happened where it did, and behind it what has
   * not begun in the sequences it was planned in.
   */
  public PlantPlan plan() {
    List<Placed> old = facts.plan.operations();
    Placed[] placed = new Placed[old.size()];
    // What has not begun comes behind what has, also behind what began this very minute.
    Map<String, Integer> last = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (int v = 0; v < old.size(); v++) {
      order.add(v);
      Fact fact = facts.fact(v);
      if (fact != null) {
        last.merge(fact.resource(), fact.start(), Math::max);
      }
    }
    order.sort(Comparator.comparingInt(v -> old.get(v).start()));
    for (int v : order) {
      Fact fact = facts.fact(v);
      Placed was = old.get(v);
      if (fact != null) {
        placed[v] = at(was, fact.resource(), fact.start(), fact.end());
      } else if (placed[v] == null) {
        int start =
            Math.max(Math.max(facts.now, was.start()), last.getOrDefault(was.resource(), -1) + 1);
        last.put(was.resource(), start);
        for (int mate : facts.mates(v)) {
          if (facts.fact(mate) == null) {
            placed[mate] =
                at(old.get(mate), was.resource(), start, start + was.end() - was.start());
          }
        }
      }
    }
    return new PlantPlan(List.of(placed));
  }

  private static Placed at(Placed was, String resource, int start, int end) {
    return new Placed(was.order(), was.operation(), resource, 0, start, end);
  }
}
