package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.internal.FastRandom;

/**
 * Changes worth a try: an operation of a late order that waits for its resource goes earlier, to
 * another resource or into a batch; anything goes next to its own family; a whole batch or campaign
 * goes elsewhere.
 */
final class PlantMoves {
  private static final int WINDOW = 12;
  private static final int MAX_CAMPAIGN = 6;
  private static final int MOVED_TRIES = 30;

  private final PlantModel model;
  private final PlantState state;
  private final FastRandom random;
  private final int[] campaign = new int[MAX_CAMPAIGN];

  PlantMoves(PlantState state, FastRandom random) {
    this.model = state.model;
    this.state = state;
    this.random = random;
  }

  /** Changes the shape of the plan, or answers false and changes nothing. */
  boolean change() {
    boolean urgent = state.late() > 0 && random.below(100) < 70;
    int v = urgent ? waitingOperation() : random.below(model.operations);
    if (model.isSteady() && random.isHeads()) {
      v = movedOperation(v);
    }
    int node = state.leader[v];
    if (state.frozen(node) != PlantModel.NONE) {
      return false;
    }
    int draw = random.below(100);
    if (draw < 12) {
      return moveCampaign(node, urgent);
    }
    if (state.members[node] > 1 && draw < 45) {
      return moveNode(node, urgent);
    }
    return moveOperation(v, urgent);
  }

  /** An operation that starts at another minute than wanted, if one of a few is such. */
  private int movedOperation(int otherwise) {
    for (int tries = 0; tries < MOVED_TRIES; tries++) {
      int v = random.below(model.operations);
      if (state.start[state.leader[v]] != model.wanted[v]) {
        return random.below(3) == 0 ? state.before(v) : v;
      }
    }
    return otherwise;
  }

  /** Walks back from the end of a late order to an operation that waits for its resource. */
  private int waitingOperation() {
    int o = state.lateOrder(random.below(state.late()));
    int v = model.first[o + 1] - 1;
    for (int steps = 0; steps < 60; steps++) {
      int node = state.leader[v];
      boolean waits = waitsForResource(node, v);
      if (waits) {
        if (random.below(3) == 0) {
          return v;
        }
        int before = state.sequence[state.resource(node)][state.place[node] - 1];
        if (random.below(4) == 0) {
          return before;
        }
        v = before;
      } else if (model.isFirst(v)) {
        return anyOf(model.order[v]);
      } else {
        v--;
      }
    }
    return v;
  }

  private boolean waitsForResource(int node, int v) {
    if (state.place[node] == 0) {
      return false;
    }
    return state.released(v) < state.start[node];
  }

  private int anyOf(int o) {
    return model.first[o] + random.below(model.first[o + 1] - model.first[o]);
  }

  private int otherAlternative(int v) {
    int first = model.firstAlternative[v];
    int count = model.firstAlternative[v + 1] - first;
    return first + random.below(count);
  }

  private boolean moveOperation(int v, boolean urgent) {
    int node = state.leader[v];
    int from = state.resource(node);
    boolean stays = random.below(100) < 55;
    int to = stays ? from : model.resource[otherAlternative(v)];
    if (model.batch[to] > 1 && random.below(100) < 65) {
      int mate = mate(v, to);
      if (mate != PlantModel.NONE) {
        take(v);
        state.attach(v, state.leader[mate]);
        return true;
      }
    }
    boolean alone = state.members[node] == 1;
    int at = to == from ? near(state.place[node], urgent) : aroundReady(v, to);
    at = besideFamily(v, to, at);
    at = Math.max(0, Math.min(at, state.length[to]));
    if (to == from && alone && (at == state.place[node] || at == state.place[node] + 1)) {
      return false;
    }
    if (!isPossible(v, to, at)) {
      return false;
    }
    int place = state.place[node];
    take(v);
    state.assign(v, to);
    state.insert(v, to == from && alone && at > place ? at - 1 : at);
    return true;
  }

  private void take(int v) {
    int node = state.leader[v];
    if (state.members[node] > 1) {
      state.detach(v);
    } else {
      state.remove(v);
    }
  }

  /** Some batch near an operation's time that has room for it. */
  private int mate(int v, int r) {
    int minutes = model.minutes[model.alternativeOn(v, r)];
    int centre = aroundReady(v, r);
    int found = PlantModel.NONE;
    int seen = 0;
    int end = Math.min(state.length[r], centre + WINDOW / 2);
    for (int i = Math.max(0, centre - WINDOW / 2); i < end; i++) {
      int node = state.sequence[r][i];
      if (node != state.leader[v]
          && model.family[node] == model.family[v]
          && state.members[node] < model.batch[r]
          && state.minutes(node) == minutes
          && state.frozen(node) == PlantModel.NONE
          && !holdsOrder(node, model.order[v])
          && random.below(++seen) == 0) {
        found = node;
      }
    }
    return found;
  }

  private boolean holdsOrder(int node, int o) {
    for (int u = node; u != PlantModel.NONE; u = state.nextMember[u]) {
      if (model.order[u] == o) {
        return true;
      }
    }
    return false;
  }

  /** A place some steps from another one: near ones more often, earlier ones when urgent. */
  private int near(int place, boolean urgent) {
    int steps = 1;
    while (steps < 40 && random.below(100) < 70) {
      steps++;
    }
    boolean earlier = random.below(100) < (urgent ? 85 : 50);
    return earlier ? place - steps : place + 1 + steps;
  }

  /** A place on a resource about where an operation could start. */
  private int aroundReady(int v, int r) {
    int ready = state.released(v);
    int time = random.isHeads() ? ready : Math.max(ready, state.start[state.leader[v]]);
    int low = 0;
    int high = state.length[r];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (state.start[state.sequence[r][middle]] >= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low + random.below(5) - 2;
  }

  /** Half of the time the nearest place next to the same family instead. */
  private int besideFamily(int v, int r, int at) {
    if (model.setup[r] == null || random.isHeads()) {
      return at;
    }
    for (int away = 0; away < WINDOW; away++) {
      for (int i = at - away; i <= at + away; i += Math.max(1, 2 * away)) {
        if (isFamily(v, r, i - 1) || isFamily(v, r, i)) {
          return i;
        }
      }
    }
    return at;
  }

  private boolean isFamily(int v, int r, int i) {
    return i >= 0
        && i < state.length[r]
        && state.sequence[r][i] != state.leader[v]
        && model.family[state.sequence[r][i]] == model.family[v];
  }

  /** Whether nothing around a place shows that the order's own route would close a circle. */
  private boolean isPossible(int v, int r, int at) {
    if (at < state.length[r] && !model.isFirst(v)) {
      int after = state.sequence[r][at];
      if (after != state.leader[v] && state.end[after] <= state.start[state.leader[v - 1]]) {
        return false;
      }
    }
    if (at > 0 && !model.isLast(v)) {
      int before = state.sequence[r][at - 1];
      return before == state.leader[v] || state.start[before] < state.end[state.leader[v + 1]];
    }
    return true;
  }

  private boolean moveNode(int node, boolean urgent) {
    int from = state.resource(node);
    int to = model.resource[otherAlternative(node)];
    if (to != from && !allRun(node, to)) {
      return false;
    }
    int place = state.place[node];
    int at = to == from ? near(place, urgent) : aroundReady(node, to);
    at = Math.max(0, Math.min(at, state.length[to]));
    if (to == from && (at == place || at == place + 1)) {
      return false;
    }
    state.remove(node);
    state.assign(node, to);
    state.insert(node, to == from && at > place ? at - 1 : at);
    return true;
  }

  private boolean allRun(int node, int r) {
    int minutes = PlantModel.NONE;
    for (int u = node; u != PlantModel.NONE; u = state.nextMember[u]) {
      int a = model.alternativeOn(u, r);
      if (a == PlantModel.NONE || (minutes >= 0 && model.minutes[a] != minutes)) {
        return false;
      }
      minutes = model.minutes[a];
    }
    return state.members[node] <= model.batch[r];
  }

  /** Moves a run of one family together. */
  private boolean moveCampaign(int node, boolean urgent) {
    int r = state.resource(node);
    int first = state.place[node];
    int size = 0;
    int most = 1 + random.below(MAX_CAMPAIGN);
    while (size < most && first + size < state.length[r]) {
      int other = state.sequence[r][first + size];
      if (model.family[other] != model.family[node] || state.frozen(other) != PlantModel.NONE) {
        break;
      }
      campaign[size++] = other;
    }
    int at = near(first, urgent);
    at = Math.max(0, at > first ? Math.min(at, state.length[r] - size) : at);
    if (at == first || size == 0) {
      return false;
    }
    for (int k = 0; k < size; k++) {
      state.remove(campaign[k]);
    }
    for (int k = 0; k < size; k++) {
      state.insert(campaign[k], at + k);
    }
    return true;
  }
}
