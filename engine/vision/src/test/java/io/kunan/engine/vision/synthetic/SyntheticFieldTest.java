package io.kunan.engine.vision.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.measure.GrainSize;
import io.kunan.engine.vision.measure.PhaseMeasures;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticFieldTest {
  @ParameterizedTest
  @EnumSource
  void theSameSeedDrawsTheSameFieldWithAllItsClasses(SyntheticKind kind) {
    SyntheticField once = SyntheticField.draw(kind, 5, 256);
    SyntheticField again = SyntheticField.draw(kind, 5, 256);
    SyntheticField other = SyntheticField.draw(kind, 6, 256);

    assertThat(again.image().values()).isEqualTo(once.image().values());
    assertThat(again.labels().classes()).isEqualTo(once.labels().classes());
    assertThat(other.labels().classes()).isNotEqualTo(once.labels().classes());
    for (int k = 0; k < kind.classes().size(); k++) {
      assertThat(share(once.labels(), kind.classes().number(k)))
          .as(kind.classes().name(k))
          .isPositive();
    }
  }

  @Test
  void grainSizeOfSegmentedGrainsIsTheOneDrawn() throws IOException {
    List<LabelledField> drawn = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      SyntheticField field = SyntheticField.draw(SyntheticKind.WROUGHT, i, 256);
      drawn.add(new LabelledField("grains-" + i, field.image(), field.labels()));
    }
    Recipe recipe =
        RecipeTraining.train(
                drawn,
                SyntheticKind.WROUGHT.classes(),
                TrainingPlan.of(TrainingPlan.Method.PIXELS),
                null,
                Progress.NONE)
            .recipe();
    SyntheticField unseen = SyntheticField.draw(SyntheticKind.WROUGHT, 77, 384);

    LabelImage answer = recipe.segment(unseen.image(), Progress.NONE).labels();

    double truth = unseen.grainSize().orElseThrow().number();
    assertThat(GrainSize.planimetric(answer, 1, unseen.scale(), 5).number())
        .isCloseTo(truth, offset(0.1));
    assertThat(GrainSize.byIntercepts(answer, 1, unseen.scale(), 10).number())
        .isCloseTo(truth, offset(0.1));
    assertThat(PhaseMeasures.of(answer, 1, unseen.scale(), 0).areaFraction())
        .isCloseTo(share(unseen.labels(), 1), offset(0.006));
  }

  private static double share(LabelImage labels, int number) {
    double count = 0;
    for (int i = 0; i < labels.classes().length; i++) {
      count += labels.at(i) == number ? 1 : 0;
    }
    return count / labels.classes().length;
  }
}
