package io.kunan.app.cli.micrograph;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.PhaseClasses;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code micrograph evaluate} answers: means over the fields.
 *
 * @param areaFractionError mean absolute difference, percentage points
 * @param objectCountError objects told over objects labelled in all fields, less 1
 * @param foreign files unlike the training
 */
record EvaluateAnswer(
    int fields,
    double pixelAccuracy,
    double meanIoU,
    Map<String, @Nullable Double> iou,
    Map<String, @Nullable Double> f1,
    Map<String, @Nullable Double> areaFractionError,
    Map<String, @Nullable Double> objectCountError,
    List<String> foreign,
    double millisecondsPerMegapixel) {

  static EvaluateAnswer of(
      PhaseClasses classes, Accuracy accuracy, List<String> foreign, double milliseconds) {
    return new EvaluateAnswer(
        accuracy.fields(),
        accuracy.pixelAccuracy(),
        accuracy.meanIoU(),
        ByClass.of(classes, accuracy.iou()),
        ByClass.of(classes, accuracy.f1()),
        ByClass.of(classes, accuracy.areaFractionError()),
        ByClass.of(classes, accuracy.objectCountError()),
        foreign,
        milliseconds);
  }
}
