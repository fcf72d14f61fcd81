package io.kunan.engine.vision.internal.segment;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.CleanUp;
import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Layer;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out on fields a model has not seen which clean-up serves best: smoothing and one class for
 * each object help with particles and harm cracks.
 */
public final class CleanUpChoice {
  private static final int LARGEST = 1_024;
  private static final List<Integer> SMOOTHING = List.of(0, 1, 2, 3);

  private final PhaseClasses classes;
  private final List<CleanUp> options = new ArrayList<>();
  private final List<Accuracy.Tally> tallies = new ArrayList<>();

  /** A clean-up and how it did. */
  public record Choice(CleanUp cleanUp, Accuracy accuracy) {}

  /**
   * @param minPixels smallest object of each class
   * @param layer that runs through the fields, null for none
   */
  public CleanUpChoice(PhaseClasses classes, List<Integer> minPixels, @Nullable Layer layer) {
    this.classes = classes;
    for (int smoothing : SMOOTHING) {
      if (layer != null) {
        for (Layer tried : tried(layer)) {
          options.add(new CleanUp(smoothing, false, minPixels, tried));
        }
      } else {
        options.add(new CleanUp(smoothing, false, minPixels));
        if (classes.size() > 2) {
          options.add(new CleanUp(smoothing, true, minPixels));
        }
      }
    }
    options.forEach(_ -> tallies.add(new Accuracy.Tally(classes, minPixels)));
  }

  private static List<Layer> tried(Layer layer) {
    return List.of(
        layer.traced(0.2, 0.6),
        layer.traced(0.03, 0.6),
        layer.traced(0.03, 1.5),
        layer.traced(0.01, 0.6),
        layer.traced(0.01, 1.5));
  }

  /** Tries all on a field; of a large one its middle. */
  public void add(GreyImage prepared, LabelImage labels, Segmenter segmenter) {
    int width = Math.min(LARGEST, prepared.width());
    int height = Math.min(LARGEST, prepared.height());
    Region middle =
        new Region((prepared.width() - width) / 2, (prepared.height() - height) / 2, width, height);
    float[][] shares = segmenter.shares(prepared.window(middle));
    LabelImage truth = cut(labels, middle);
    Region whole = new Region(0, 0, width, height);
    for (int i = 0; i < options.size(); i++) {
      ClassMap map = new ClassMap(width, height, classes.size(), options.get(i).layer());
      map.put(whole, 0, shares, width, options.get(i).smoothing());
      LabelImage answer = Tidy.up(map, options.get(i));
      for (int pixel = 0; pixel < answer.classes().length; pixel++) {
        answer.classes()[pixel] = (byte) classes.number(answer.at(pixel));
      }
      tallies.get(i).add(truth, answer);
    }
  }

  /** The clean-up with the largest mean IoU, the plainest of equals. */
  public Choice best() {
    int best = 0;
    for (int i = 1; i < options.size(); i++) {
      boolean better =
          tallies.get(i).accuracy().meanIoU() > tallies.get(best).accuracy().meanIoU() + 1e-4;
      best = better ? i : best;
    }
    return new Choice(options.get(best), tallies.get(best).accuracy());
  }

  private static LabelImage cut(LabelImage labels, Region piece) {
    LabelImage part = LabelImage.blank(piece.width(), piece.height());
    for (int y = 0; y < piece.height(); y++) {
      System.arraycopy(
          labels.classes(),
          (piece.y() + y) * labels.width() + piece.x(),
          part.classes(),
          y * piece.width(),
          piece.width());
    }
    return part;
  }
}
