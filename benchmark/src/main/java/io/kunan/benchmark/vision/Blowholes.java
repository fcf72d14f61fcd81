package io.kunan.benchmark.vision;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.TrainingPlan.Method;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Blowholes of magnetic tiles, the nearest public stand-in for porosity: five folds by tile, the
 * pixel classifier beside the classical way.
 */
final class Blowholes {
  private static final PhaseClasses CLASSES = PhaseClasses.parse("0=tile,1=blowhole");
  private static final int FOLDS = 5;

  private Blowholes() {}

  /**
   * One method over all folds.
   *
   * @param pooledIoU of blowholes over all pixels; a mean over fields would punish a field in which
   *     a hole of some pixels is missed as much as one in which a large hole is
   * @param meanIoU of blowholes, mean over the fields
   * @param objectCountError blowholes told over blowholes labelled, less 1
   * @param areaFractionError percentage points, mean over the fields
   */
  record Figures(
      String method,
      int fields,
      double pooledIoU,
      double meanIoU,
      double objectCountError,
      double areaFractionError) {}

  static List<Figures> run(List<LabelledField> fields, Progress progress) throws IOException {
    List<Figures> figures = new ArrayList<>();
    for (Method method : List.of(Method.CLASSICAL, Method.PIXELS)) {
      progress.report(figures.size(), 2, "blowholes, " + method);
      figures.add(run(fields, method));
    }
    return figures;
  }

  private static Figures run(List<LabelledField> fields, Method method) throws IOException {
    Accuracy.Tally tally = new Accuracy.Tally(CLASSES, List.of(1, 1));
    double both = 0;
    double either = 0;
    List<String> tiles = fields.stream().map(Blowholes::tile).distinct().toList();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      List<LabelledField> judging =
          fields.stream().filter(f -> tiles.indexOf(tile(f)) % FOLDS == left).toList();
      List<LabelledField> learning = fields.stream().filter(f -> !judging.contains(f)).toList();
      try (Recipe recipe =
          RecipeTraining.train(learning, CLASSES, TrainingPlan.of(method), null, Progress.NONE)
              .recipe()) {
        for (LabelledField field : judging) {
          LabelImage answer = recipe.segment(field.image(), Progress.NONE).labels();
          tally.add(field.labels(), answer);
          for (int i = 0; i < answer.classes().length; i++) {
            both += answer.at(i) + field.labels().at(i) == 2 ? 1 : 0;
            either += answer.at(i) + field.labels().at(i) > 0 ? 1 : 0;
          }
        }
      }
    }
    Accuracy accuracy = tally.accuracy();
    return new Figures(
        method.name(),
        accuracy.fields(),
        both / either,
        accuracy.iou().get(1),
        accuracy.objectCountError().get(1),
        accuracy.areaFractionError().get(1));
  }

  /** The number of the tile: {@code exp1_num_108719.jpg}. */
  private static String tile(LabelledField field) {
    return field.name().replaceFirst("^.*num_", "");
  }
}
