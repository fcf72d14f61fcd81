package io.kunan.engine.vision.internal.segment;

import io.kunan.engine.vision.CleanUp;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.internal.regions.PixelRegion;
import io.kunan.engine.vision.internal.regions.Regions;

/** Gives objects one class and takes out what is too small to be one. Works on class indices. */
public final class Tidy {
  private Tidy() {}

  /** Tidies a map in place and gives its indices back. */
  public static LabelImage up(ClassMap map, CleanUp rules) {
    LabelImage indices = map.indices();
    if (rules.layer() != null) {
      map.trace(rules.layer());
    }
    if (rules.oneClassPerObject() && rules.minPixels().size() > 2) {
      vote(map, rules.minPixels().size());
    }
    for (int k = 1; k < rules.minPixels().size(); k++) {
      drop(indices, k, rules.minPixels().get(k));
    }
    drop(indices, 0, rules.minPixels().getFirst());
    return indices;
  }

  /** Every object takes the class that most of its pixels are surest of. */
  private static void vote(ClassMap map, int classes) {
    LabelImage indices = map.indices();
    Regions objects = Regions.of(indices, index -> index > 0 && index < classes, true);
    double[] votes = new double[classes];
    for (int i = 0; i < objects.size(); i++) {
      java.util.Arrays.fill(votes, 0);
      PixelRegion object = objects.get(i);
      object.forEachPixel(pixel -> votes[indices.at(pixel)] += map.certainty(pixel));
      int best = 1;
      for (int k = 2; k < classes; k++) {
        best = votes[k] > votes[best] ? k : best;
      }
      byte winner = (byte) best;
      object.forEachPixel(pixel -> indices.classes()[pixel] = winner);
    }
  }

  /** Objects under a size become what stands left of their first pixel, or above it. */
  private static void drop(LabelImage indices, int index, int minPixels) {
    if (minPixels <= 1) {
      return;
    }
    Regions objects = Regions.of(indices, number -> number == index, index != 0);
    for (int i = 0; i < objects.size(); i++) {
      PixelRegion object = objects.get(i);
      boolean whole = object.firstX() > 0 || object.firstY() > 0;
      if (whole && object.area() < minPixels) {
        int first = object.firstY() * indices.width() + object.firstX();
        int beside = object.firstX() > 0 ? first - 1 : first - indices.width();
        byte around = indices.classes()[beside];
        object.forEachPixel(pixel -> indices.classes()[pixel] = around);
      }
    }
  }
}
