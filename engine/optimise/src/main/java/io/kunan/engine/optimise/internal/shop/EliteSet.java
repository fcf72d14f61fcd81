package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.ShopProblem;
import java.util.ArrayList;
import java.util.List;

/** The best plans found, all different. */
final class EliteSet {
  private final ShopProblem problem;
  private final int capacity;
  private final List<Sequence> plans = new ArrayList<>();

  EliteSet(ShopProblem problem, int capacity) {
    this.problem = problem;
    this.capacity = capacity;
  }

  int size() {
    return plans.size();
  }

  Sequence get(int index) {
    return plans.get(index);
  }

  void clear() {
    plans.clear();
  }

  /**
   * Takes a plan in, in place of the one it is like, or of the worst when the set is full.
   *
   * @return whether the set has changed
   */
  boolean add(Sequence plan) {
    int alike = problem.operations() / 100;
    for (int i = 0; i < plans.size(); i++) {
      if (Relinking.distance(problem, plan, plans.get(i)) <= alike) {
        if (plan.makespan() >= plans.get(i).makespan()) {
          return false;
        }
        plans.set(i, plan);
        return true;
      }
    }
    if (plans.size() < capacity) {
      plans.add(plan);
      return true;
    }
    int worst = 0;
    for (int i = 1; i < plans.size(); i++) {
      if (plans.get(i).makespan() >= plans.get(worst).makespan()) {
        worst = i;
      }
    }
    if (plan.makespan() > plans.get(worst).makespan()) {
      return false;
    }
    plans.set(worst, plan);
    return true;
  }
}
