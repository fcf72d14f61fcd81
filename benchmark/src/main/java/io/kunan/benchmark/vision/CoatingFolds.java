package io.kunan.benchmark.vision;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.NetworkTrainer;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.measure.LayerThickness;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coating cross-sections: oxide layer and cracks. Five folds; the specimens (what stands before the
 * first “_”) are dealt to them in turn, so that no specimen is on both sides.
 */
final class CoatingFolds {
  static final PhaseClasses CLASSES = PhaseClasses.parse("0=rest,1=oxide,2=crack");
  private static final int FOLDS = 5;
  private static final int NEAR = 3;

  private final TrainingPlan plan;
  private final List<LabelledField> fields;
  private final @Nullable NetworkTrainer trainer;

  /**
   * @param trainer asked for by networks only
   */
  CoatingFolds(TrainingPlan plan, List<LabelledField> fields, @Nullable NetworkTrainer trainer) {
    this.plan = plan;
    this.fields = fields;
    this.trainer = trainer;
  }

  /**
   * One fold, or all.
   *
   * @param crackF of cracks within 3 px, pooled over the pixels
   * @param thicknessError mean over the fields of the error of the mean thickness, relative
   */
  record Figures(
      String fold,
      int fields,
      double oxideIoU,
      double crackIoU,
      double crackF,
      double crackPrecision,
      double crackRecall,
      double thicknessError,
      double trainingSeconds) {}

  /** Collects fields. */
  private static final class Sum {
    private final Accuracy.Tally tally = new Accuracy.Tally(CLASSES, List.of(1, 1, 1));
    private final LineAgreement cracks = new LineAgreement(2, NEAR);
    private double thickness;
    private double seconds;
    private int fields;

    void add(LabelImage truth, LabelImage answer) {
      tally.add(truth, answer);
      cracks.add(truth, answer);
      thickness += Math.abs(thickness(answer) / thickness(truth) - 1);
      fields++;
    }

    /** Zero when no layer was found. */
    private static double thickness(LabelImage labels) {
      boolean isThere = false;
      for (byte number : labels.classes()) {
        isThere |= number != 0;
      }
      return isThere ? LayerThickness.of(labels, n -> n > 0, Scale.PIXELS).mean() : 0;
    }

    Figures figures(String fold) {
      Accuracy accuracy = tally.accuracy();
      return new Figures(
          fold,
          fields,
          accuracy.iou().get(1),
          accuracy.iou().get(2),
          cracks.f(),
          cracks.precision(),
          cracks.recall(),
          thickness / fields,
          seconds);
    }
  }

  List<Figures> run(Progress progress) throws IOException {
    List<String> specimens = fields.stream().map(CoatingFolds::specimen).distinct().toList();
    List<Figures> folds = new ArrayList<>();
    Sum all = new Sum();
    for (int fold = 0; fold < FOLDS; fold++) {
      progress.report(fold, FOLDS, "coating folds");
      int left = fold;
      List<LabelledField> judging =
          fields.stream().filter(f -> specimens.indexOf(specimen(f)) % FOLDS == left).toList();
      List<LabelledField> learning = fields.stream().filter(f -> !judging.contains(f)).toList();
      Sum sum = new Sum();
      Stopwatch watch = Stopwatch.start();
      try (Recipe recipe =
          RecipeTraining.train(learning, CLASSES, plan, trainer, Progress.NONE).recipe()) {
        sum.seconds = watch.seconds();
        all.seconds += watch.seconds() / FOLDS;
        for (LabelledField field : judging) {
          LabelImage answer = recipe.segment(field.image(), Progress.NONE).labels();
          sum.add(field.labels(), answer);
          all.add(field.labels(), answer);
        }
      }
      folds.add(sum.figures(String.valueOf(fold)));
    }
    folds.add(all.figures("all"));
    return folds;
  }

  private static String specimen(LabelledField field) {
    return field.name().split("_", 2)[0];
  }
}
