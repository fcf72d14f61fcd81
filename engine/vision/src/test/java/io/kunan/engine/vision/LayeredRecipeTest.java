package io.kunan.engine.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.kunan.engine.vision.measure.LayerThickness;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A coating: bright above, a layer with cracks, and a base hardly brighter than the layer. */
class LayeredRecipeTest {
  private static final PhaseClasses CLASSES = PhaseClasses.parse("0=rest,4=oxide,9=crack");
  private static final int SIDE = 256;

  private static LabelledField field(long seed) {
    Random random = new Random(seed);
    double phase = 6 * random.nextDouble();
    int[] cracks = {random.nextInt(20, 80), random.nextInt(100, 160), random.nextInt(180, 240)};
    float[] values = new float[SIDE * SIDE];
    LabelImage labels = LabelImage.blank(SIDE, SIDE);
    for (int i = 0; i < values.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE;
      double top = 100 + 8 * Math.sin(x / 40.0 + phase);
      double bottom = 160 + 6 * Math.cos(x / 30.0 + phase);
      boolean inside = y >= top && y < bottom;
      boolean crack = false;
      for (int at : cracks) {
        crack |= inside && Math.abs(x - at - 3 * Math.sin(y / 9.0)) < 2;
      }
      labels.classes()[i] = (byte) (crack ? 9 : inside ? 4 : 0);
      double grey = y < top ? 0.8 : crack ? 0.15 : inside ? 0.4 : 0.46;
      boolean seam = Math.abs(y - bottom) < 1.5;
      values[i] = (float) ((seam ? 0.3 : grey) + 0.03 * random.nextGaussian());
    }
    return new LabelledField("coating-" + seed, new GreyImage(SIDE, SIDE, values), labels);
  }

  @Test
  void surfacesAndCracksOfALayerAreFoundAndItsThicknessIsRight() throws IOException {
    List<LabelledField> fields = List.of(field(1), field(2), field(3));
    TrainingPlan plan = TrainingPlan.of(TrainingPlan.Method.PIXELS);
    Recipe recipe = RecipeTraining.train(fields, CLASSES, plan, null, Progress.NONE).recipe();
    LabelledField unseen = field(9);

    LabelImage answer = recipe.segment(unseen.image(), Progress.NONE).labels();

    assertThat(recipe.plan().layered()).isTrue();
    Layer layer = recipe.cleanUp().layer();
    assertThat(layer).isNotNull();
    assertThat(layer.classes()).containsExactly(1, 2);
    Accuracy.Tally tally = new Accuracy.Tally(CLASSES, recipe.cleanUp().minPixels());
    tally.add(unseen.labels(), answer);
    assertThat(tally.accuracy().iou().get(1)).isGreaterThan(0.9);
    assertThat(tally.accuracy().iou().get(2)).isGreaterThan(0.6);
    assertThat(LayerThickness.of(answer, number -> number > 0, Scale.PIXELS).mean())
        .isCloseTo(
            LayerThickness.of(unseen.labels(), number -> number > 0, Scale.PIXELS).mean(),
            withPercentage(3));
  }

  @Test
  void particlesAreNoLayer() throws IOException {
    TrainingPlan plan = TrainingPlan.of(TrainingPlan.Method.PIXELS);
    Recipe recipe =
        RecipeTraining.train(List.of(Blobs.field(1)), Blobs.CLASSES, plan, null, Progress.NONE)
            .recipe();

    assertThat(recipe.plan().layered()).isFalse();
    assertThat(recipe.cleanUp().layer()).isNull();
  }
}
