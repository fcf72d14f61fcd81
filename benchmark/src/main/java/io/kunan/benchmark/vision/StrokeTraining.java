package io.kunan.benchmark.vision;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a beginner gets from some strokes: one per cent of the pixels of two fields of different
 * specimen spots is marked along short lines, each on one class; all fields of the other spots
 * judge.
 */
final class StrokeTraining {
  private static final double MARKED = 0.01;
  private static final int LENGTH = 30;
  private static final int BRUSH = 1;

  private final PhaseClasses classes;
  private final List<LabelledField> fields;

  StrokeTraining(PhaseClasses classes, List<LabelledField> fields) {
    this.classes = classes;
    this.fields = fields;
  }

  /**
   * One draw.
   *
   * @param draw its seed, or “mean”
   * @param trainedOn the two fields
   * @param fields that judged
   * @param seconds of training by the clock, others' work included
   */
  record Figures(
      String draw,
      String trainedOn,
      int fields,
      double meanIoU,
      List<Double> iou,
      double pixelAccuracy,
      double seconds,
      double cpuSeconds) {}

  List<Figures> run(int draws, Progress progress) throws IOException {
    List<Figures> all = new ArrayList<>();
    for (int seed = 1; seed <= draws; seed++) {
      progress.report(seed - 1, draws, "strokes");
      all.add(draw(seed));
    }
    all.add(
        new Figures(
            "mean",
            "",
            all.stream().mapToInt(Figures::fields).sum(),
            all.stream().mapToDouble(Figures::meanIoU).average().orElseThrow(),
            List.of(),
            all.stream().mapToDouble(Figures::pixelAccuracy).average().orElseThrow(),
            all.stream().mapToDouble(Figures::seconds).average().orElseThrow(),
            all.stream().mapToDouble(Figures::cpuSeconds).average().orElseThrow()));
    return all;
  }

  private Figures draw(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    LabelledField one = fields.get(random.nextInt(fields.size()));
    LabelledField other = one;
    while (spot(other).equals(spot(one))) {
      other = fields.get(random.nextInt(fields.size()));
    }
    String otherSpot = spot(other);
    List<LabelledField> marked = List.of(marked(one, random), marked(other, random));
    TrainingPlan plan = TrainingPlan.of(TrainingPlan.Method.PIXELS).withSeed(seed);
    Stopwatch watch = Stopwatch.start();
    try (Recipe recipe =
        RecipeTraining.train(marked, classes, plan, null, Progress.NONE).recipe()) {
      double seconds = watch.seconds();
      double cpu = watch.cpuSeconds();
      Accuracy.Tally tally = new Accuracy.Tally(classes, recipe.cleanUp().minPixels());
      for (LabelledField field : fields) {
        if (!spot(field).equals(spot(one)) && !spot(field).equals(otherSpot)) {
          tally.add(field.labels(), recipe.segment(field.image(), Progress.NONE).labels());
        }
      }
      Accuracy accuracy = tally.accuracy();
      return new Figures(
          String.valueOf(seed),
          one.name() + ", " + other.name(),
          accuracy.fields(),
          accuracy.meanIoU(),
          accuracy.iou(),
          accuracy.pixelAccuracy(),
          seconds,
          cpu);
    }
  }

  private static String spot(LabelledField field) {
    return field.name().split("_", 2)[0];
  }

  private LabelledField marked(LabelledField field, SplittableRandom random) {
    LabelImage labels = field.labels();
    byte[] strokes = new byte[labels.classes().length];
    Arrays.fill(strokes, (byte) LabelImage.UNLABELLED);
    int left = (int) (MARKED * strokes.length);
    while (left > 0) {
      int number = classes.number(random.nextInt(classes.size()));
      int x = random.nextInt(labels.width());
      int y = random.nextInt(labels.height());
      if (labels.at(x, y) == number) {
        left -= stroke(labels, strokes, x, y, random.nextDouble() * 2 * Math.PI, left);
      }
    }
    return new LabelledField(
        field.name(), field.image(), new LabelImage(labels.width(), labels.height(), strokes));
  }

  /** Marks along a line until it leaves the class; tells how many pixels are new. */
  private static int stroke(
      LabelImage labels, byte[] strokes, int fromX, int fromY, double angle, int most) {
    int number = labels.at(fromX, fromY);
    int marked = 0;
    for (int i = 0; i < LENGTH; i++) {
      int x = (int) Math.round(fromX + i * Math.cos(angle));
      int y = (int) Math.round(fromY + i * Math.sin(angle));
      boolean inside = x >= 0 && x < labels.width() && y >= 0 && y < labels.height();
      if (!inside || labels.at(x, y) != number) {
        return marked;
      }
      for (int at : brush(labels, x, y)) {
        if (marked < most && labels.at(at) == number && strokes[at] != (byte) number) {
          strokes[at] = (byte) number;
          marked++;
        }
      }
    }
    return marked;
  }

  private static List<Integer> brush(LabelImage labels, int x, int y) {
    List<Integer> pixels = new ArrayList<>();
    for (int dy = -BRUSH; dy <= BRUSH; dy++) {
      for (int dx = -BRUSH; dx <= BRUSH; dx++) {
        int column = Math.clamp(x + dx, 0, labels.width() - 1);
        int row = Math.clamp(y + dy, 0, labels.height() - 1);
        pixels.add(row * labels.width() + column);
      }
    }
    return pixels;
  }
}
