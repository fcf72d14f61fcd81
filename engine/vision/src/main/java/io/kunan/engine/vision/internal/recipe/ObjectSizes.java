package io.kunan.engine.vision.internal.recipe;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.internal.regions.PixelRegion;
import io.kunan.engine.vision.internal.regions.Regions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How small the objects are that people labelled. */
public final class ObjectSizes {
  /** Of the labelled objects, this share may be smaller. */
  private static final double SMALLEST = 0.05;

  /** Below it a field counts as marked by strokes, whose sizes say nothing. */
  private static final double WHOLE = 0.5;

  private ObjectSizes() {}

  /**
   * For each class half the size under which only slips of the labeller's hand lie, in pixels; 1
   * where only strokes are given.
   */
  public static List<Integer> smallest(List<LabelledField> fields, PhaseClasses classes) {
    List<Integer> smallest = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) {
      int number = classes.number(k);
      List<Integer> areas = new ArrayList<>();
      for (LabelledField field : fields) {
        if (isWhole(field.labels())) {
          collect(field.labels(), number, areas);
        }
      }
      Collections.sort(areas);
      smallest.add(
          areas.isEmpty() ? 1 : Math.max(1, areas.get((int) (SMALLEST * areas.size())) / 2));
    }
    // holes of the matrix are as real as its smallest objects
    int least = Collections.min(smallest.subList(1, smallest.size()));
    smallest.set(0, Math.min(smallest.getFirst(), least));
    return smallest;
  }

  private static void collect(LabelImage labels, int number, List<Integer> areas) {
    Regions regions = Regions.of(labels, n -> n == number, true);
    for (int i = 0; i < regions.size(); i++) {
      PixelRegion region = regions.get(i);
      if (!region.touchesEdge()) {
        areas.add(region.area());
      }
    }
  }

  private static boolean isWhole(LabelImage labels) {
    int labelled = 0;
    for (byte number : labels.classes()) {
      labelled += (number & 0xFF) == LabelImage.UNLABELLED ? 0 : 1;
    }
    return labelled > WHOLE * labels.classes().length;
  }
}
