package io.kunan.app.cli.micrograph;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code micrograph train} answers.
 *
 * @param classes names by number
 * @param fields trained on
 * @param validation of a trial on fields kept from it, null with one field
 * @param truncated whether --minutes cut the training off
 * @param sha256 fingerprint of the recipe
 */
record TrainAnswer(
    String method,
    Map<String, String> classes,
    int fields,
    @Nullable Validation validation,
    boolean truncated,
    double seconds,
    long peakMemoryMb,
    String sha256) {

  /** Accuracy on the fields kept back. */
  record Validation(
      int fields, double pixelAccuracy, double meanIoU, Map<String, @Nullable Double> iou) {
    static Validation of(PhaseClasses classes, Accuracy accuracy) {
      return new Validation(
          accuracy.fields(),
          accuracy.pixelAccuracy(),
          accuracy.meanIoU(),
          ByClass.of(classes, accuracy.iou()));
    }
  }

  static TrainAnswer of(RecipeTraining.Result result, double seconds) {
    Recipe recipe = result.recipe();
    Map<String, String> classes = new LinkedHashMap<>();
    recipe.classes().all().forEach(c -> classes.put(String.valueOf(c.number()), c.name()));
    return new TrainAnswer(
        recipe.plan().method().name().toLowerCase(Locale.ROOT),
        classes,
        recipe.trainingFields(),
        recipe.validation().map(a -> Validation.of(recipe.classes(), a)).orElse(null),
        recipe.isTruncated(),
        seconds,
        result.peakMemoryMb(),
        recipe.sha256());
  }
}
