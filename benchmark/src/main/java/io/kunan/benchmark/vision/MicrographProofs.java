package io.kunan.benchmark.vision;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.NetworkTrainer;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is quoted of micrographs, measured again.
 *
 * @param data folder of the public sets
 * @param plan how recipes are trained, where the method is not part of the question
 * @param cache for PyTorch, asked for by networks only
 */
public record MicrographProofs(Path data, TrainingPlan plan, Path cache) {
  private static final PhaseClasses SUPERALLOY = PhaseClasses.parse("0=matrix,1=fine,2=coarse");
  private static final int DRAWS = 5;

  /**
   * Measures.
   *
   * @param what folds, strokes, coating, foreign, blowholes or drawn
   * @return one record a row
   */
  public List<? extends Record> run(String what, Progress progress) throws IOException {
    return switch (what) {
      case "folds" ->
          new MicrographFolds(nasa("superalloy"), SUPERALLOY, plan, trainer()).run(progress);
      case "strokes" -> new StrokeTraining(SUPERALLOY, superalloy()).run(DRAWS, progress);
      case "coating" -> new CoatingFolds(plan, coating(), trainer()).run(progress);
      case "foreign" -> List.of(ForeignFields.run(SUPERALLOY, superalloy(), others(), progress));
      case "blowholes" -> Blowholes.run(tiles().masked("MT_Blowhole"), progress);
      case "drawn" -> DrawnTruth.run(progress);
      default ->
          throw new InputException(
              "--what",
              "“%s” is none".formatted(what),
              "use folds, strokes, coating, foreign, blowholes or drawn");
    };
  }

  private @Nullable NetworkTrainer trainer() {
    return plan.method() == TrainingPlan.Method.UNET ? NetworkTrainer.get(cache) : null;
  }

  private Path nasa(String set) {
    return data.resolve("micrographs-nasa").resolve(set);
  }

  private List<LabelledField> superalloy() {
    Path folder = nasa("superalloy");
    return LabelledField.readAll(folder.resolve("images"), folder.resolve("labels"), SUPERALLOY);
  }

  private List<LabelledField> coating() {
    Path folder = nasa("ebc");
    return LabelledField.readAll(
        folder.resolve("images"), folder.resolve("labels"), CoatingFolds.CLASSES);
  }

  private PictureZip tiles() {
    return new PictureZip(data.resolve("tile-defects/tile-defects-dev.zip"));
  }

  private List<GreyImage> others() throws IOException {
    List<GreyImage> others = new ArrayList<>();
    coating().forEach(field -> others.add(field.image()));
    others.addAll(tiles().pictures(12));
    others.addAll(new PictureZip(data.resolve("steel-surface-neu/neu-det-dev.zip")).pictures(12));
    return others;
  }
}
