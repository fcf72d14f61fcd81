package io.kunan.engine.vision.internal.recipe;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.Layer;
import io.kunan.engine.vision.PhaseClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out from labels whether one of the classes is a layer through all fields. */
public final class ThroughLayer {
  /** Share of a field's columns that hold the layer. */
  private static final double COLUMNS = 0.95;

  /** Share of the pixels between its surfaces that are the layer or lie in it by their class. */
  private static final double FILLED = 0.9;

  /** Share of a class that must lie between the surfaces to be inside of the layer. */
  private static final double INSIDE = 0.8;

  /** Columns to either side. */
  private static final int NEAR = 16;

  /** Where no field is left to choose them by. */
  private static final double USUAL_WEIGHT = 0.03;

  private static final double USUAL_STIFFNESS = 0.6;

  private ThroughLayer() {}

  /** The layer; empty when there is none, or only strokes are labelled. */
  public static Optional<Layer> of(List<LabelledField> fields, PhaseClasses classes) {
    List<LabelImage> labels = fields.stream().map(LabelledField::labels).toList();
    int[] indices = classes.indices();
    for (int k = 1; k < classes.size(); k++) {
      List<Integer> inside = inside(labels, indices, k, classes.size());
      if (labels.stream().allMatch(field -> runsThrough(field, indices, inside))) {
        return Optional.of(new Layer(inside, USUAL_WEIGHT, USUAL_STIFFNESS));
      }
    }
    return Optional.empty();
  }

  private static List<Integer> inside(
      List<LabelImage> labels, int[] indices, int layer, int classes) {
    double[] all = new double[classes];
    double[] between = new double[classes];
    for (LabelImage field : labels) {
      int[][] ends = new int[field.width()][];
      Arrays.setAll(ends, x -> ends(field, indices, List.of(layer), x));
      for (int x = 0; x < field.width(); x++) {
        int[] around = around(ends, x, field.height());
        for (int y = 0; y < field.height(); y++) {
          int k = indices[field.at(x, y)];
          if (k >= 0) {
            all[k]++;
            between[k] += y >= around[0] && y <= around[1] ? 1 : 0;
          }
        }
      }
    }
    List<Integer> inside = new ArrayList<>(List.of(layer));
    for (int k = 1; k < classes; k++) {
      if (k != layer && between[k] > INSIDE * all[k]) {
        inside.add(k);
      }
    }
    return inside;
  }

  /** The widest ends of near columns: a crack may fill its own from top to bottom. */
  private static int[] around(int[][] ends, int x, int height) {
    int[] widest = {height, -1};
    for (int i = Math.max(0, x - NEAR); i <= Math.min(ends.length - 1, x + NEAR); i++) {
      if (ends[i][0] <= ends[i][1]) {
        widest[0] = Math.min(widest[0], ends[i][0]);
        widest[1] = Math.max(widest[1], ends[i][1]);
      }
    }
    return widest;
  }

  private static boolean runsThrough(LabelImage field, int[] indices, List<Integer> layer) {
    int columns = 0;
    double filled = 0;
    double between = 0;
    for (int x = 0; x < field.width(); x++) {
      int[] ends = ends(field, indices, layer, x);
      columns += ends[1] >= ends[0] ? 1 : 0;
      for (int y = ends[0]; y <= ends[1]; y++) {
        between++;
        filled += layer.contains(indices[field.at(x, y)]) ? 1 : 0;
      }
    }
    boolean isWholeField = between > FILLED * field.width() * field.height();
    return columns >= COLUMNS * field.width() && filled >= FILLED * between && !isWholeField;
  }

  /**
   * Labels by index with two classes more, on which the surfaces themselves are learned.
   *
   * @param labels by index
   * @param classes their number
   */
  public static LabelImage withSurfaces(LabelImage labels, int classes, Layer layer) {
    byte[] more = labels.classes().clone();
    int[] same = IntStream.range(0, 256).map(k -> k < classes ? k : -1).toArray();
    for (int x = 0; x < labels.width(); x++) {
      int[] ends = ends(labels, same, layer.classes(), x);
      if (ends[0] <= ends[1]) {
        mark(more, labels, x, ends[0], classes);
        mark(more, labels, x, ends[1] + 1, classes + 1);
      }
    }
    return new LabelImage(labels.width(), labels.height(), more);
  }

  /** Marks the pixels beside a surface; where it leaves the field there is none. */
  private static void mark(byte[] marked, LabelImage labels, int x, int surface, int number) {
    if (surface > 0 && surface < labels.height()) {
      int from = Math.max(0, surface - Layer.SURFACE);
      int to = Math.min(labels.height(), surface + Layer.SURFACE);
      for (int y = from; y < to; y++) {
        marked[y * labels.width() + x] = (byte) number;
      }
    }
  }

  /** First and last row of some classes in a column; the last before the first without any. */
  private static int[] ends(LabelImage field, int[] indices, List<Integer> layer, int x) {
    int first = 0;
    int last = field.height() - 1;
    while (first <= last && !layer.contains(indices[field.at(x, first)])) {
      first++;
    }
    while (last >= first && !layer.contains(indices[field.at(x, last)])) {
      last--;
    }
    return new int[] {first, last};
  }
}
