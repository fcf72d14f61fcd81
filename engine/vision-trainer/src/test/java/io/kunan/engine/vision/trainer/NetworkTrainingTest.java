package io.kunan.engine.vision.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.NetworkTrainer;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/**
 * A network in its child process, from order to service. The child itself refuses a written network
 * that differs from the learned one by more than 1e-4.
 */
class NetworkTrainingTest {
  private static final PhaseClasses CLASSES = PhaseClasses.parse("0=matrix,1=pore");
  private static final TrainingPlan PLAN = TrainingPlan.of(TrainingPlan.Method.UNET).withSteps(50);

  /** One folder for all runs of the build: unpacking takes longer than learning. */
  private static final Path CACHE = Path.of("target/pytorch");

  /** Dark squares on noise. */
  private static LabelledField field(long seed) {
    Random random = new Random(seed);
    byte[] classes = new byte[128 * 128];
    for (int k = 0; k < 12; k++) {
      int x = random.nextInt(112);
      int y = random.nextInt(112);
      for (int i = 0; i < 256; i++) {
        classes[(y + i / 16) * 128 + x + i % 16] = 1;
      }
    }
    float[] values = new float[classes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((classes[i] == 1 ? 0.3 : 0.7) + 0.05 * random.nextGaussian());
    }
    return new LabelledField(
        "field-" + seed, new GreyImage(128, 128, values), new LabelImage(128, 128, classes));
  }

  private static RecipeTraining.Result train(TrainingPlan plan, Progress progress)
      throws IOException {
    return RecipeTraining.train(
        List.of(field(1), field(2), field(3)), CLASSES, plan, NetworkTrainer.get(CACHE), progress);
  }

  @Test
  void learnsInAChildAndServesByOnnx() throws IOException {
    RecipeTraining.Result result = train(PLAN, Progress.NONE);

    try (Recipe read = Recipe.fromBytes(result.recipe().toBytes(), "test")) {
      LabelImage answer = read.segment(field(9).image(), Progress.NONE).labels();
      int wrong = 0;
      for (int i = 0; i < answer.classes().length; i++) {
        wrong += answer.at(i) == field(9).labels().at(i) ? 0 : 1;
      }
      // a network that sees nothing would be wrong on the pores, a sixth of the field
      assertThat(wrong).isLessThan(answer.classes().length / 10);
      assertThat(read.isTruncated()).isFalse();
      assertThat(read.validation()).isPresent();
    }
    result.recipe().close();
  }

  @Test
  void stopsWhenToldAndSaysWhenTimeCutItOff() throws IOException {
    assertThatThrownBy(() -> train(PLAN, (done, total, what) -> done == 0))
        .isInstanceOf(CancellationException.class);

    RecipeTraining.Result cut = train(PLAN.withSteps(100_000).withMinutes(0.02), Progress.NONE);
    assertThat(cut.recipe().isTruncated()).isTrue();
    cut.recipe().close();
  }
}
