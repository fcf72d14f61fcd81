package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Reads the sequences out of a plan given by times. */
final class PlantSequences {
  private PlantSequences() {}

  /** Of a plan that may lack the last operations of the model. */
  static PlantSequence of(PlantModel model, PlantPlan plan) {
    int n = plan.operations().size();
    Map<String, Integer> numbers = new HashMap<>();
    for (int r = 0; r < model.resources; r++) {
      numbers.put(model.problem.resources().get(r).id(), r);
    }
    int[] alternative = Arrays.copyOf(model.firstAlternative, model.operations);
    int[] leader = IntStream.range(0, model.operations).toArray();
    Map<String, Integer> batches = new HashMap<>();
    for (int v = 0; v < n; v++) {
      Placed placed = plan.operations().get(v);
      int r = Objects.requireNonNull(numbers.get(placed.resource()));
      alternative[v] = model.alternativeOn(v, r);
      leader[v] =
          model.batch[r] == 1
              ? v
              : batches.merge(placed.resource() + " " + placed.start(), v, (one, other) -> one);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(v -> plan.operations().get(v).start())
                    .thenComparingInt(v -> plan.operations().get(v).end())
                    .thenComparingInt(v -> leader[v])
                    .thenComparingInt(v -> v))
            .mapToInt(v -> v)
            .toArray();
    return new PlantSequence(order, alternative, leader, Double.NaN);
  }
}
