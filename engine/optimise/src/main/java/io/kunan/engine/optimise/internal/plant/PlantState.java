package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.plant.PlantPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plan of a plant that can be changed and changed back: the sequence of every resource, and the
 * earliest times that follow. A node is what a resource does at once: one operation, or the batch
 * of a furnace, named by its leading operation.
 *
 * <p>After a change only nodes whose times can change are timed anew, in the order of their starts,
 * until nothing changes any more. A circle shows as a node that is timed again and again; then the
 * change is refused.
 *
 * <p>The end of an order's route may be parked: its operations are nowhere then, and the order
 * counts as if they followed one after the other without waiting.
 */
final class PlantState {
  private static final int MOST_VISITS = 24;

  final PlantModel model;

  /** Nodes of each resource in their order, and how many. */
  final int[][] sequence;

  final int[] length;

  /** Place of a node in its resource's sequence. */
  final int[] place;

  final int[] leader;
  final int[] nextMember;
  final int[] members;
  final int[] alternative;
  final int[] start;
  final int[] end;
  final int[] setup;

  /** Whether an operation is nowhere; all behind it in its route are nowhere too. */
  final boolean[] parked;

  private final double[] orderCost;
  private final int[] lateOrders;
  private final int[] latePlace;
  private int late;
  private double cost;

  private final StartHeap heap;
  private final int[] visits;
  private final int[] visitEpoch;
  private final int[] loggedEpoch;
  private int epoch;
  private final IntLog timeLog = new IntLog();
  private final IntLog shapeLog = new IntLog();
  private Mark begun = new Mark(0, 0, 0);
  private double costBefore;

  /** What the orders that a change moves forward can gain at most. */
  private double hope;

  private final boolean countsMakespan;
  private int makespan;

  /** The frozen node that was in the way last. */
  private int refused;

  PlantState(PlantModel model) {
    this.model = model;
    int n = model.operations;
    sequence = new int[model.resources][16];
    length = new int[model.resources];
    place = new int[n];
    leader = new int[n];
    Arrays.setAll(leader, v -> v);
    nextMember = new int[n];
    Arrays.fill(nextMember, PlantModel.NONE);
    members = new int[n];
    Arrays.fill(members, 1);
    alternative = new int[n];
    start = new int[n];
    end = new int[n];
    setup = new int[n];
    parked = new boolean[n];
    orderCost = new double[model.orders];
    lateOrders = new int[model.orders];
    latePlace = new int[model.orders];
    Arrays.fill(latePlace, PlantModel.NONE);
    heap = new StartHeap(n);
    visits = new int[n];
    visitEpoch = new int[n];
    loggedEpoch = new int[n];
    countsMakespan = model.problem.goals().makespan() > 0;
  }

  double cost() {
    return cost;
  }

  /** What an order costs by its end alone. */
  double orderCost(int o) {
    return orderCost[o];
  }

  /** Minute the last operation of an order ends, at the earliest where some are parked. */
  int endOf(int o) {
    int v = model.first[o + 1] - 1;
    if (!parked[v]) {
      return end[leader[v]];
    }
    while (v > model.first[o] && parked[v - 1]) {
      v--;
    }
    return released(v) + model.workLeft[v];
  }

  /** Minute the route of an operation lets it start; what is before it is not parked. */
  int released(int v) {
    return model.isFirst(v)
        ? model.release[model.order[v]]
        : end[leader[v - 1]] + model.minLag[v - 1];
  }

  /** Number of late orders, and the order at a place among them, in no particular order. */
  int late() {
    return late;
  }

  int lateOrder(int at) {
    return lateOrders[at];
  }

  int resource(int node) {
    return model.resource[alternative[node]];
  }

  int minutes(int node) {
    return model.minutes[alternative[node]];
  }

  /** What stands before an operation on its resource, itself when nothing does. */
  int before(int v) {
    int node = leader[v];
    return place[node] == 0 ? v : sequence[resource(node)][place[node] - 1];
  }

  /**
   * Takes over a plan from a linear list of its nodes' operations in the order of their starts.
   * What is not in it is parked.
   */
  void load(PlantSequence plan) {
    Arrays.fill(length, 0);
    Arrays.setAll(leader, v -> v);
    Arrays.fill(nextMember, PlantModel.NONE);
    Arrays.fill(members, 1);
    System.arraycopy(plan.alternative(), 0, alternative, 0, alternative.length);
    Arrays.fill(parked, true);
    for (int v : plan.order()) {
      parked[v] = false;
    }
    for (int v : plan.order()) {
      int lead = plan.leader()[v];
      if (lead == v) {
        insert(v, length[resource(v)]);
      } else {
        attach(v, lead);
      }
    }
    Arrays.setAll(start, v -> parked[v] ? PlantModel.NONE : 0);
    Arrays.fill(end, 0);
    Arrays.fill(setup, 0);
    shapeLog.clear();
    settle(plan);
  }

  private void settle(PlantSequence plan) {
    Arrays.fill(orderCost, 0);
    Arrays.fill(latePlace, PlantModel.NONE);
    late = 0;
    cost = 0;
    makespan = 0;
    for (int v = 0; v < model.operations; v++) {
      cost += movedCost(v, start[v]);
    }
    begin();
    for (int v : plan.order()) {
      if (leader[v] == v && !time(v)) {
        throw frozenInTheWay();
      }
    }
    heap.clear();
    for (int v : plan.order()) {
      if (leader[v] == v) {
        touch(v);
      }
    }
    if (!carry(Integer.MAX_VALUE, Double.POSITIVE_INFINITY)) {
      throw frozenInTheWay();
    }
    for (int o = 0; o < model.orders; o++) {
      if (model.first[o + 1] > model.first[o]) {
        charge(o);
      }
    }
    refreshMakespan();
    timeLog.clear();
    shapeLog.clear();
  }

  private NoPlanException frozenInTheWay() {
    int o = model.order[refused];
    return new NoPlanException(
        "order %s, operation %d is frozen at minute %d on %s, where it cannot be; let it move"
            .formatted(
                model.problem.orders().get(o).id(),
                refused - model.first[o],
                frozen(refused),
                model.problem.resources().get(resource(refused)).id()));
  }

  PlantSequence sequence() {
    int[] nodes = new int[model.operations];
    int count = 0;
    for (int r = 0; r < sequence.length; r++) {
      System.arraycopy(sequence[r], 0, nodes, count, length[r]);
      count += length[r];
    }
    // Nodes of one resource stand together in their order, which breaks ties of starts.
    long[] keys = new long[count];
    for (int k = 0; k < count; k++) {
      keys[k] = ((long) start[nodes[k]] << 32) | k;
    }
    Arrays.sort(keys);
    int[] order = new int[model.operations];
    int i = 0;
    for (long key : keys) {
      for (int u = nodes[(int) key]; u != PlantModel.NONE; u = nextMember[u]) {
        order[i++] = u;
      }
    }
    return new PlantSequence(order, alternative.clone(), leader.clone(), cost);
  }

  PlantPlan plan() {
    List<PlantPlan.Placed> placed = new ArrayList<>();
    for (int v = 0; v < model.operations; v++) {
      int node = leader[v];
      int o = model.order[v];
      placed.add(
          new PlantPlan.Placed(
              o,
              v - model.first[o],
              model.problem.resources().get(resource(node)).id(),
              setup[node],
              start[node],
              end[node]));
    }
    return new PlantPlan(placed);
  }

  // ---- changes of shape; each is logged and can be taken back ----

  private static final int REMOVED = 0;
  private static final int INSERTED = 1;
  private static final int ATTACHED = 2;
  private static final int DETACHED = 3;
  private static final int REPLACED = 4;
  private static final int PARKED = 5;
  private static final int PLACED = 6;
  private static final int INHERITED = 7;

  /** Begins a change; what was changed before stays. */
  Mark begin() {
    timeLog.clear();
    shapeLog.clear();
    begun = mark();
    return begun;
  }

  /**
   * Where a change stands that may be taken back in parts.
   *
   * @param times entries of the log of times
   * @param shapes entries of the log of shapes
   * @param cost of the plan
   */
  record Mark(int times, int shapes, double cost) {}

  /** Begins a part of a change, which can be taken back alone. */
  Mark mark() {
    epoch++;
    costBefore = cost;
    hope = 0;
    return new Mark(timeLog.size(), shapeLog.size(), cost);
  }

  /** Parks the rest of an order from an operation that is not parked. */
  void parkFrom(int from) {
    for (int v = model.first[model.order[from] + 1] - 1; v >= from; v--) {
      if (!parked[v]) {
        park(v);
      }
    }
    charge(model.order[from]);
    if (!model.isFirst(from) && model.maxLag[from - 1] != PlantModel.NONE) {
      touch(leader[from - 1]);
    }
  }

  private void park(int v) {
    log(v);
    int at = start[leader[v]];
    double leaves = movedCost(v, at) + model.problem.goals().setup() * setup[v] / 60.0;
    if (members[leader[v]] > 1) {
      // What the batch was set up for is set up for the rest of it.
      leaves = movedCost(v, at);
      detach(v);
    } else {
      remove(v);
    }
    shapeLog.add(PARKED, v, 0, 0);
    parked[v] = true;
    cost -= leaves;
    start[v] = PlantModel.NONE;
    end[v] = 0;
    setup[v] = 0;
  }

  /** Puts a parked operation whose predecessor is not parked at a place of a resource. */
  void place(int v, int r, int at) {
    shapeLog.add(PLACED, v, 0, 0);
    parked[v] = false;
    log(v);
    assign(v, r);
    insert(v, at);
  }

  /** Puts a parked operation whose predecessor is not parked into a batch. */
  void placeInto(int v, int node) {
    shapeLog.add(PLACED, v, 0, 0);
    parked[v] = false;
    attach(v, node);
  }

  /** Takes a node out of its sequence; what followed it must be timed anew. */
  void remove(int node) {
    int r = resource(node);
    int i = place[node];
    shapeLog.add(REMOVED, node, r, i);
    takeOut(node, r);
    hopeFor(node);
    if (i < length[r]) {
      touch(sequence[r][i]);
      hopeFor(sequence[r][i]);
    }
  }

  private void hopeFor(int node) {
    for (int u = node; u != PlantModel.NONE; u = nextMember[u]) {
      hope += orderCost[model.order[u]];
    }
  }

  private void takeOut(int node, int r) {
    int i = place[node];
    int[] nodes = sequence[r];
    System.arraycopy(nodes, i + 1, nodes, i, --length[r] - i);
    for (int k = i; k < length[r]; k++) {
      place[nodes[k]] = k;
    }
  }

  /** Puts a node into the sequence of its alternative's resource. */
  void insert(int node, int at) {
    int r = resource(node);
    shapeLog.add(INSERTED, node, r, at);
    putIn(node, r, at);
    // Timed after the one before it and before the one behind it, wherever it came from.
    heap.push(node, at == 0 ? -1 : start[sequence[r][at - 1]] + 1);
    if (at + 1 < length[r]) {
      touch(sequence[r][at + 1]);
    }
  }

  private void putIn(int node, int r, int at) {
    if (length[r] == sequence[r].length) {
      sequence[r] = Arrays.copyOf(sequence[r], 2 * length[r]);
    }
    int[] nodes = sequence[r];
    System.arraycopy(nodes, at, nodes, at + 1, length[r] - at);
    length[r]++;
    nodes[at] = node;
    for (int k = at; k < length[r]; k++) {
      place[nodes[k]] = k;
    }
  }

  /** Chooses another alternative for a node that is in no sequence, for all its members. */
  void assign(int node, int r) {
    for (int u = node; u != PlantModel.NONE; u = nextMember[u]) {
      replace(u, r, start[node]);
    }
  }

  private void replace(int u, int r, int at) {
    shapeLog.add(REPLACED, u, alternative[u], 0);
    cost -= movedCost(u, at);
    alternative[u] = model.alternativeOn(u, r);
    cost += movedCost(u, at);
  }

  /** Adds an operation that is in no sequence to a batch. */
  void attach(int v, int node) {
    shapeLog.add(ATTACHED, v, node, 0);
    replace(v, resource(node), start[v]);
    log(v);
    cost -= model.problem.goals().setup() * setup[v] / 60.0;
    setup[v] = 0;
    cost += movedCost(v, start[node]) - movedCost(v, start[v]);
    join(v, node);
    touch(node);
    if (!model.isFirst(v) && model.maxLag[v - 1] != PlantModel.NONE) {
      touch(leader[v - 1]);
    }
    if (endsRoute(v)) {
      charge(model.order[v]);
    } else {
      touch(leader[v + 1]);
    }
  }

  /** Whether nothing of its order that is not parked comes after an operation. */
  private boolean endsRoute(int v) {
    return model.isLast(v) || parked[v + 1];
  }

  private void join(int v, int node) {
    leader[v] = node;
    nextMember[v] = nextMember[node];
    nextMember[node] = v;
    members[node]++;
  }

  /** Takes an operation out of a batch of several; it is in no sequence then. */
  void detach(int v) {
    int node = leader[v];
    hopeFor(node);
    if (node != v) {
      shapeLog.add(DETACHED, v, node, 0);
      log(v);
      start[v] = start[node];
      end[v] = end[node];
      setup[v] = 0;
      leave(v, node);
      touch(node);
      touchNext(node);
      return;
    }
    int heir = nextMember[v];
    shapeLog.add(INHERITED, v, heir, 0);
    inherit(v, heir);
    touch(heir);
    touchNext(heir);
  }

  private void leave(int v, int node) {
    int u = node;
    while (nextMember[u] != v) {
      u = nextMember[u];
    }
    nextMember[u] = nextMember[v];
    nextMember[v] = PlantModel.NONE;
    leader[v] = v;
    members[v] = 1;
    members[node]--;
  }

  private void inherit(int v, int heir) {
    int r = resource(v);
    sequence[r][place[v]] = heir;
    place[heir] = place[v];
    members[heir] = members[v] - 1;
    for (int u = heir; u != PlantModel.NONE; u = nextMember[u]) {
      leader[u] = heir;
    }
    start[heir] = start[v];
    end[heir] = end[v];
    setup[heir] = setup[v];
    log(heir);
    nextMember[v] = PlantModel.NONE;
    leader[v] = v;
    members[v] = 1;
    // The set-up now belongs to the heir; the one that left begins without.
    log(v);
    setup[v] = 0;
  }

  /** Makes an operation the leader of a batch again that has an heir of it for leader. */
  private void giveBack(int v, int heir) {
    sequence[resource(heir)][place[heir]] = v;
    place[v] = place[heir];
    nextMember[v] = heir;
    members[v] = members[heir] + 1;
    for (int u = v; u != PlantModel.NONE; u = nextMember[u]) {
      leader[u] = v;
    }
  }

  private void touchNext(int node) {
    int r = resource(node);
    if (place[node] + 1 < length[r]) {
      touch(sequence[r][place[node] + 1]);
    }
  }

  private void touch(int node) {
    heap.push(node, start[node]);
  }

  // ---- times ----

  /**
   * Times everything anew that a change touches. Gives up early when the loss so far is more than
   * what is allowed and what the moved orders can still win back.
   *
   * @param mostLoss that would be accepted
   * @return false when it gave up or a circle was closed: the change must be taken back
   */
  boolean carry(double mostLoss) {
    return carry(MOST_VISITS, costBefore + mostLoss + hope) && refreshMakespan();
  }

  private boolean carry(int mostVisits, double mostCost) {
    while (!heap.isEmpty()) {
      if (cost > mostCost) {
        heap.clear();
        return false;
      }
      int node = heap.pop();
      if (leader[node] != node || parked[node]) {
        continue;
      }
      if (visitEpoch[node] != epoch) {
        visitEpoch[node] = epoch;
        visits[node] = 0;
      }
      if (++visits[node] > mostVisits || !time(node)) {
        heap.clear();
        return false;
      }
    }
    return true;
  }

  private boolean time(int node) {
    int r = resource(node);
    int i = place[node];
    int before = i == 0 ? PlantModel.NONE : sequence[r][i - 1];
    int fromFamily = i == 0 ? model.initialFamily[r] : model.family[before];
    int newSetup = model.setup(r, fromFamily, model.family[node]);
    int free = i == 0 ? 0 : end[before];
    if (newSetup > 0) {
      free = model.open[r].fit(free, newSetup) + newSetup;
    }
    int minutes = minutes(node);
    int ready = ready(node, minutes);
    int newStart = model.open[r].fit(Math.max(free, ready), minutes);
    int frozen = frozen(node);
    if (frozen != PlantModel.NONE) {
      if (newStart > frozen) {
        refused = node;
        return false;
      }
      newStart = frozen;
    }
    int newEnd = newStart + minutes;
    if (newStart != start[node] || newEnd != end[node] || newSetup != setup[node]) {
      change(node, newStart, newEnd, newSetup, r, i);
    }
    return true;
  }

  /** Minute a node is frozen at, by any of its members. */
  int frozen(int node) {
    int frozen = PlantModel.NONE;
    for (int u = node; u != PlantModel.NONE; u = nextMember[u]) {
      frozen = Math.max(frozen, model.frozen[u]);
    }
    return frozen;
  }

  private int ready(int node, int minutes) {
    int ready = 0;
    for (int u = node; u != PlantModel.NONE; u = nextMember[u]) {
      ready = Math.max(ready, model.floor[u]);
      ready = Math.max(ready, released(u));
      if (model.maxLag[u] != PlantModel.NONE && !endsRoute(u)) {
        ready = Math.max(ready, start[leader[u + 1]] - model.maxLag[u] - minutes);
      }
    }
    return ready;
  }

  private void change(int node, int newStart, int newEnd, int newSetup, int r, int i) {
    log(node);
    double goal = model.problem.goals().setup();
    cost += goal * (newSetup - setup[node]) / 60.0;
    boolean startMoved = newStart != start[node];
    boolean endMoved = newEnd != end[node];
    moved(node, newStart);
    start[node] = newStart;
    end[node] = newEnd;
    setup[node] = newSetup;
    if (endMoved && i + 1 < length[r]) {
      touch(sequence[r][i + 1]);
    }
    for (int u = node; u != PlantModel.NONE; u = nextMember[u]) {
      if (endMoved) {
        if (endsRoute(u)) {
          charge(model.order[u]);
        } else {
          touch(leader[u + 1]);
        }
      }
      if (startMoved && !model.isFirst(u) && model.maxLag[u - 1] != PlantModel.NONE) {
        touch(leader[u - 1]);
      }
    }
  }

  private void moved(int node, int newStart) {
    if (model.isSteady()) {
      for (int u = node; u != PlantModel.NONE; u = nextMember[u]) {
        cost += movedCost(u, newStart) - movedCost(u, start[node]);
      }
    }
  }

  /** What it costs that an operation is not where it was before. */
  double movedCost(int v) {
    return movedCost(v, start[leader[v]]);
  }

  private double movedCost(int v, int at) {
    int wanted = model.wanted[v];
    if (wanted == PlantModel.NONE || at == PlantModel.NONE) {
      return 0;
    }
    boolean isMoved =
        Math.abs(at - wanted) > model.tolerance
            || model.resource[alternative[v]] != model.wantedResource[v];
    return model.problem.goals().moved() * Math.abs(at - wanted) / 60.0
        + (isMoved ? model.movedOperation : 0);
  }

  private void charge(int o) {
    int done = endOf(o);
    double now = model.cost(o, done);
    cost += now - orderCost[o];
    orderCost[o] = now;
    boolean isLate = done > model.due[o];
    if (isLate && latePlace[o] == PlantModel.NONE) {
      latePlace[o] = late;
      lateOrders[late++] = o;
    } else if (!isLate && latePlace[o] != PlantModel.NONE) {
      int other = lateOrders[--late];
      lateOrders[latePlace[o]] = other;
      latePlace[other] = latePlace[o];
      latePlace[o] = PlantModel.NONE;
    }
  }

  private boolean refreshMakespan() {
    if (countsMakespan) {
      int longest = 0;
      for (int r = 0; r < sequence.length; r++) {
        if (length[r] > 0) {
          longest = Math.max(longest, end[sequence[r][length[r] - 1]]);
        }
      }
      cost += model.problem.goals().makespan() * (longest - makespan) / 60.0;
      makespan = longest;
    }
    return true;
  }

  private void log(int node) {
    if (loggedEpoch[node] != epoch) {
      loggedEpoch[node] = epoch;
      timeLog.add(node, start[node], end[node], setup[node]);
    }
  }

  /** Takes the change back, shape and times. */
  void undo() {
    undo(begun);
  }

  /** Takes back what was changed since a mark. */
  void undo(Mark mark) {
    heap.clear();
    for (int k = shapeLog.size() - 1; k >= mark.shapes(); k--) {
      int v = shapeLog.get(k, 1);
      int second = shapeLog.get(k, 2);
      switch (shapeLog.get(k, 0)) {
        case REMOVED -> putIn(v, second, shapeLog.get(k, 3));
        case INSERTED -> takeOut(v, second);
        case REPLACED -> alternative[v] = second;
        case ATTACHED -> leave(v, leader[v]);
        case DETACHED -> join(v, second);
        case INHERITED -> giveBack(v, second);
        case PARKED -> parked[v] = false;
        case PLACED -> parked[v] = true;
        default -> throw new IllegalStateException();
      }
    }
    for (int k = timeLog.size() - 1; k >= mark.times(); k--) {
      int node = timeLog.get(k, 0);
      start[node] = timeLog.get(k, 1);
      end[node] = timeLog.get(k, 2);
      setup[node] = timeLog.get(k, 3);
    }
    for (int k = mark.times(); k < timeLog.size(); k++) {
      for (int u = leader[timeLog.get(k, 0)]; u != PlantModel.NONE; u = nextMember[u]) {
        if (parked[u] || endsRoute(u)) {
          charge(model.order[u]);
        }
      }
    }
    refreshMakespan();
    cost = mark.cost();
    timeLog.cut(mark.times());
    shapeLog.cut(mark.shapes());
    epoch++;
  }
}
