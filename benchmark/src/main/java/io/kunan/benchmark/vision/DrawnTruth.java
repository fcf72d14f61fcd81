package io.kunan.benchmark.vision;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.measure.GrainSize;
import io.kunan.engine.vision.measure.PhaseMeasures;
import io.kunan.engine.vision.synthetic.SyntheticField;
import io.kunan.engine.vision.synthetic.SyntheticKind;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Drawn fields of which the truth is known: no accuracy of real ones. */
final class DrawnTruth {
  private static final int TRAINING = 6;
  private static final int JUDGED = 6;
  private static final int SIDE = 512;

  private DrawnTruth() {}

  /**
   * One class of one kind, means over the judged fields.
   *
   * @param areaBias told less drawn, percentage points
   * @param areaError mean absolute difference, percentage points
   * @param countError objects told over objects drawn in all fields, less 1
   * @param grainSizeError largest difference of G by counting; NaN where there are no grains
   */
  record Figures(
      String kind,
      String phase,
      int fields,
      double areaBias,
      double areaError,
      double countError,
      double grainSizeError) {}

  static List<Figures> run(Progress progress) throws IOException {
    List<Figures> all = new ArrayList<>();
    for (SyntheticKind kind : SyntheticKind.values()) {
      progress.report(all.size(), 10, "drawn fields, " + kind);
      all.addAll(run(kind));
    }
    return all;
  }

  private static List<Figures> run(SyntheticKind kind) throws IOException {
    List<LabelledField> training = new ArrayList<>();
    for (int i = 0; i < TRAINING; i++) {
      SyntheticField field = SyntheticField.draw(kind, 100 + i, SIDE);
      training.add(new LabelledField("drawn-" + i, field.image(), field.labels()));
    }
    TrainingPlan plan = TrainingPlan.of(TrainingPlan.Method.PIXELS);
    try (Recipe recipe =
        RecipeTraining.train(training, kind.classes(), plan, null, Progress.NONE).recipe()) {
      return judge(kind, recipe);
    }
  }

  private static List<Figures> judge(SyntheticKind kind, Recipe recipe) {
    int classes = kind.classes().size();
    double[] bias = new double[classes];
    double[] error = new double[classes];
    double[] told = new double[classes];
    double[] drawn = new double[classes];
    double grains = Double.NaN;
    for (int i = 0; i < JUDGED; i++) {
      SyntheticField field = SyntheticField.draw(kind, 900 + i, SIDE);
      LabelImage answer = recipe.segment(field.image(), Progress.NONE).labels();
      for (int k = 0; k < classes; k++) {
        int number = kind.classes().number(k);
        PhaseMeasures is = PhaseMeasures.of(field.labels(), number, field.scale(), 0);
        PhaseMeasures says = PhaseMeasures.of(answer, number, field.scale(), 0);
        double difference = 100 * (says.areaFraction() - is.areaFraction());
        bias[k] += difference / JUDGED;
        error[k] += Math.abs(difference) / JUDGED;
        told[k] += says.count();
        drawn[k] += is.count();
      }
      if (field.grainSize().isPresent()) {
        double g = GrainSize.planimetric(answer, 1, field.scale(), 5).number();
        double off = Math.abs(g - field.grainSize().get().number());
        grains = Double.isNaN(grains) ? off : Math.max(grains, off);
      }
    }
    List<Figures> figures = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      String phase = kind.classes().name(k);
      figures.add(
          new Figures(
              kind.name(), phase, JUDGED, bias[k], error[k], told[k] / drawn[k] - 1, grains));
    }
    return figures;
  }
}
