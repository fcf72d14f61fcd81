package io.kunan.benchmark.vision;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether fields of another material are flagged and fields of the same are not. One specimen spot
 * after the other is left out: its fields should be known, all of the other sets foreign. Recipes
 * are trained the classical way, in seconds: the detector is the same with every method.
 */
final class ForeignFields {
  private ForeignFields() {}

  /**
   * What came of it.
   *
   * @param known fields that were left out, each once
   * @param falseFlags of them
   * @param foreign fields of other sets, each judged once for every spot
   * @param recall share of them that was flagged
   */
  record Figures(int known, int falseFlags, int foreign, double recall, double falseShare) {}

  static Figures run(
      PhaseClasses classes, List<LabelledField> own, List<GreyImage> others, Progress progress)
      throws IOException {
    Map<String, List<LabelledField>> spots =
        own.stream()
            .collect(
                Collectors.groupingBy(
                    field -> field.name().split("_", 2)[0], TreeMap::new, Collectors.toList()));
    TrainingPlan plan = TrainingPlan.of(TrainingPlan.Method.CLASSICAL);
    int done = 0;
    int falseFlags = 0;
    int flagged = 0;
    for (List<LabelledField> left : spots.values()) {
      progress.report(done++, spots.size(), "foreign fields");
      List<LabelledField> rest = own.stream().filter(f -> !left.contains(f)).toList();
      try (Recipe recipe =
          RecipeTraining.train(rest, classes, plan, null, Progress.NONE).recipe()) {
        falseFlags += (int) left.stream().filter(f -> recipe.judge(f.image()).isForeign()).count();
        flagged += (int) others.stream().filter(f -> recipe.judge(f).isForeign()).count();
      }
    }
    int judged = spots.size() * others.size();
    return new Figures(
        own.size(),
        falseFlags,
        judged,
        (double) flagged / judged,
        (double) falseFlags / own.size());
  }
}
