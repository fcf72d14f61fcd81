package io.kunan.engine.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.vision.internal.filters.Box;
import io.kunan.engine.vision.internal.segment.Segmenter;
import io.kunan.engine.vision.internal.segment.Tiles;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecipeTest {
  private static final TrainingPlan PIXELS = TrainingPlan.of(TrainingPlan.Method.PIXELS);
  private static Recipe recipe;

  @BeforeAll
  static void train() throws IOException {
    recipe = trained(Progress.NONE);
  }

  private static Recipe trained(Progress progress) throws IOException {
    List<LabelledField> fields = List.of(Blobs.field(1), Blobs.field(2), Blobs.field(3));
    return RecipeTraining.train(fields, Blobs.CLASSES, PIXELS, null, progress).recipe();
  }

  @Test
  void tellsEquallyDarkParticlesApartBySize() {
    LabelledField unseen = Blobs.field(9);

    Segmentation segmentation = recipe.segment(unseen.image(), Progress.NONE);

    Accuracy.Tally tally = new Accuracy.Tally(Blobs.CLASSES, recipe.cleanUp().minPixels());
    tally.add(unseen.labels(), segmentation.labels());
    assertThat(tally.accuracy().meanIoU()).isGreaterThan(0.8);
    assertThat(tally.accuracy().objectCountError().get(1)).isBetween(-0.15, 0.15);
    assertThat(recipe.validation().orElseThrow().meanIoU()).isGreaterThan(0.8);
    assertThat(segmentation.likeness().isForeign()).isFalse();
  }

  @Test
  void isTheSameAgainAndSurvivesItsFile() throws IOException {
    Recipe again = trained(Progress.NONE);
    Recipe read = Recipe.fromBytes(recipe.toBytes(), "test");

    assertThat(again.sha256()).isEqualTo(recipe.sha256());
    assertThat(read.classes()).isEqualTo(Blobs.CLASSES);
    assertThat(read.segment(Blobs.field(9).image(), Progress.NONE).labels().classes())
        .isEqualTo(recipe.segment(Blobs.field(9).image(), Progress.NONE).labels().classes());
    assertThatThrownBy(() -> Recipe.fromBytes(new byte[] {1, 2, 3}, "broken.recipe"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("broken.recipe");
  }

  @Test
  void anotherTextureIsForeignAndAnotherGainIsNot() {
    assertThat(recipe.judge(Blobs.stripes()).isForeign()).isTrue();

    Likeness darker = recipe.judge(Blobs.field("darker", 9, 0.5, 0.1).image());
    assertThat(darker.isForeign()).isFalse();
    assertThat(darker.isImagingChanged()).isTrue();
  }

  @Test
  void gainAndOffsetOfTheDetectorDoNotMatter() {
    LabelImage usual = recipe.segment(Blobs.field(9).image(), Progress.NONE).labels();
    LabelImage darker =
        recipe.segment(Blobs.field("darker", 9, 0.5, 0.1).image(), Progress.NONE).labels();

    long different = 0;
    for (int i = 0; i < usual.classes().length; i++) {
      different += usual.at(i) == darker.at(i) ? 0 : 1;
    }
    assertThat(different).isLessThan(usual.classes().length / 500);
  }

  @Test
  void piecesShowNoSeam() {
    GreyImage field = PIXELS.preparation().apply(Blobs.field(9).image());
    // a segmenter that looks at its neighbourhood, as all do
    Segmenter smooth =
        image -> {
          float[] share = Box.smooth(image.values(), image.width(), image.height(), 7);
          float[] rest = new float[share.length];
          return new float[][] {rest, share};
        };

    CleanUp rules = new CleanUp(1, false, List.of(1, 1));

    LabelImage whole = new Tiles(1_024, 64).classes(field, smooth, rules, Progress.NONE).indices();
    LabelImage pieces = new Tiles(64, 20).classes(field, smooth, rules, Progress.NONE).indices();

    assertThat(Arrays.mismatch(pieces.classes(), whole.classes())).isEqualTo(-1);
  }

  @Test
  void stopsWhenToldAndNamesAClassNobodyLabelled() {
    assertThatThrownBy(() -> trained((done, total, what) -> done < 2))
        .isInstanceOf(CancellationException.class);
    PhaseClasses more = PhaseClasses.parse("0=matrix,1=fine,2=coarse,3=pore");
    assertThatThrownBy(
            () -> RecipeTraining.train(List.of(Blobs.field(1)), more, PIXELS, null, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3=pore is labelled nowhere");
    assertThatThrownBy(() -> PhaseClasses.parse("0=matrix,0=pore"))
        .hasMessageContaining("different numbers");
  }

  @Test
  void theClassicalWayIsThereToCompareWith() throws IOException {
    List<LabelledField> fields = List.of(Blobs.field(1), Blobs.field(2));
    TrainingPlan plan = TrainingPlan.of(TrainingPlan.Method.CLASSICAL);
    Recipe trained =
        RecipeTraining.train(fields, Blobs.CLASSES, plan, null, Progress.NONE).recipe();
    Recipe read = Recipe.fromBytes(trained.toBytes(), "test");

    Accuracy.Tally tally = new Accuracy.Tally(Blobs.CLASSES, read.cleanUp().minPixels());
    tally.add(
        Blobs.field(9).labels(), read.segment(Blobs.field(9).image(), Progress.NONE).labels());

    assertThat(tally.accuracy().iou().getFirst()).isGreaterThan(0.9);
    assertThat(tally.accuracy().iou().getLast()).isGreaterThan(0.7);
  }

  @Test
  void strokesAloneAreEnough() throws IOException {
    LabelledField whole = Blobs.field(4);
    byte[] strokes = new byte[whole.labels().classes().length];
    for (int i = 0; i < strokes.length; i++) {
      boolean marked = i / 256 % 20 < 2;
      strokes[i] = marked ? whole.labels().classes()[i] : (byte) LabelImage.UNLABELLED;
    }
    LabelledField marked =
        new LabelledField("strokes", whole.image(), new LabelImage(256, 256, strokes));

    Recipe quick =
        RecipeTraining.train(List.of(marked), Blobs.CLASSES, PIXELS, null, Progress.NONE).recipe();

    Accuracy.Tally tally = new Accuracy.Tally(Blobs.CLASSES, quick.cleanUp().minPixels());
    tally.add(
        Blobs.field(9).labels(), quick.segment(Blobs.field(9).image(), Progress.NONE).labels());
    assertThat(tally.accuracy().meanIoU()).isGreaterThan(0.7);
    assertThat(quick.validation()).isEmpty();
  }
}
