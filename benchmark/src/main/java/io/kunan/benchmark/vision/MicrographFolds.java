package io.kunan.benchmark.vision;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.NetworkTrainer;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.Segmentation;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out one specimen spot after the other (what stands before the first “_” of a file's name),
 * trains on the others and judges the spot.
 */
final class MicrographFolds {
  private final PhaseClasses classes;
  private final TrainingPlan plan;
  private final List<LabelledField> fields;
  private final @Nullable NetworkTrainer trainer;

  /**
   * @param folder with {@code images} and {@code labels}
   * @param trainer asked for by networks only
   */
  MicrographFolds(
      Path folder, PhaseClasses classes, TrainingPlan plan, @Nullable NetworkTrainer trainer) {
    this.classes = classes;
    this.plan = plan;
    this.fields =
        LabelledField.readAll(folder.resolve("images"), folder.resolve("labels"), classes);
    this.trainer = trainer;
  }

  /** The figures of each fold, and their mean over all fields. */
  List<FoldFigures> run(Progress progress) throws IOException {
    Map<String, List<LabelledField>> spots =
        fields.stream()
            .collect(
                Collectors.groupingBy(
                    field -> field.name().split("_", 2)[0], TreeMap::new, Collectors.toList()));
    List<FoldFigures> folds = new ArrayList<>();
    Accuracy.Tally all = new Accuracy.Tally(classes, classes.all().stream().map(_ -> 1).toList());
    for (Map.Entry<String, List<LabelledField>> spot : spots.entrySet()) {
      progress.report(folds.size(), spots.size(), "without " + spot.getKey());
      folds.add(fold(spot.getKey(), spot.getValue(), all));
    }
    folds.add(
        figures(
            "mean",
            all.accuracy(),
            folds.stream().mapToInt(FoldFigures::foreign).sum(),
            folds.stream().mapToDouble(FoldFigures::trainingSeconds).average().orElse(0),
            folds.stream().mapToDouble(FoldFigures::trainingCpuSeconds).average().orElse(0),
            folds.stream().mapToDouble(FoldFigures::millisecondsPerField).average().orElse(0)));
    return folds;
  }

  private FoldFigures fold(String name, List<LabelledField> left, Accuracy.Tally all)
      throws IOException {
    List<LabelledField> others = fields.stream().filter(f -> !left.contains(f)).toList();
    Stopwatch watch = Stopwatch.start();
    try (Recipe recipe =
        RecipeTraining.train(others, classes, plan, trainer, Progress.NONE).recipe()) {
      double seconds = watch.seconds();
      double used = watch.cpuSeconds();
      recipe.segment(left.getFirst().image(), Progress.NONE); // so that no start is timed
      Accuracy.Tally tally = new Accuracy.Tally(classes, recipe.cleanUp().minPixels());
      int foreign = 0;
      double nanos = 0;
      for (LabelledField field : left) {
        long begin = System.nanoTime();
        Segmentation segmentation = recipe.segment(field.image(), Progress.NONE);
        nanos += System.nanoTime() - begin;
        tally.add(field.labels(), segmentation.labels());
        all.add(field.labels(), segmentation.labels());
        foreign += segmentation.likeness().isForeign() ? 1 : 0;
      }
      return figures(name, tally.accuracy(), foreign, seconds, used, nanos / 1e6 / left.size());
    }
  }

  private static FoldFigures figures(
      String name, Accuracy accuracy, int foreign, double seconds, double cpu, double millis) {
    return new FoldFigures(
        name,
        accuracy.fields(),
        accuracy.pixelAccuracy(),
        accuracy.meanIoU(),
        accuracy.iou(),
        accuracy.areaFractionError(),
        accuracy.objectCountError(),
        foreign,
        seconds,
        cpu,
        millis);
  }
}
