package io.kunan.engine.vision.internal.classical;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.internal.pixels.PixelTraining.PreparedField;
import io.kunan.engine.vision.internal.regions.PixelRegion;
import io.kunan.engine.vision.internal.regions.Regions;
import io.kunan.engine.vision.internal.segment.Segmenter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Objects by one threshold against the background, parted by a watershed, and told apart by their
 * size where there is more than one class of them.
 *
 * @param threshold of the objects
 * @param bySize classes but the matrix, smallest objects first
 * @param limits area from which on an object belongs to the next class, pixels
 */
public record ClassicalModel(Threshold threshold, List<Integer> bySize, List<Double> limits)
    implements Segmenter {
  public ClassicalModel {
    bySize = List.copyOf(bySize);
    limits = List.copyOf(limits);
  }

  /**
   * Learns threshold and sizes from fields whose labels are class indices.
   *
   * @param classes their number
   */
  public static ClassicalModel learn(List<PreparedField> fields, int classes) {
    double[] sizes = new double[classes];
    for (int k = 1; k < classes; k++) {
      sizes[k] = medianArea(fields, k);
    }
    List<Integer> bySize =
        IntStream.range(1, classes)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> sizes[k]))
            .toList();
    List<Double> limits = new ArrayList<>();
    for (int i = 1; i < bySize.size(); i++) {
      limits.add(Math.sqrt(sizes[bySize.get(i - 1)] * sizes[bySize.get(i)]));
    }
    return new ClassicalModel(Threshold.learn(fields, classes), bySize, limits);
  }

  private static double medianArea(List<PreparedField> fields, int k) {
    List<Integer> areas = new ArrayList<>();
    for (PreparedField field : fields) {
      Regions objects = Regions.of(field.labels(), number -> number == k, true);
      for (int i = 0; i < objects.size(); i++) {
        areas.add(objects.get(i).area());
      }
    }
    Collections.sort(areas);
    return areas.isEmpty() ? 0 : areas.get(areas.size() / 2);
  }

  @Override
  public float[][] shares(GreyImage prepared) {
    float[] above = threshold.above(prepared.values(), prepared.width(), prepared.height());
    LabelImage mask = LabelImage.blank(prepared.width(), prepared.height());
    for (int i = 0; i < above.length; i++) {
      mask.classes()[i] = (byte) (above[i] >= 0 ? 1 : 0);
    }
    Watershed.part(mask);
    float[][] shares = new float[bySize.size() + 1][above.length];
    java.util.Arrays.fill(shares[0], 1);
    Regions objects = Regions.of(mask, number -> number == 1, false);
    for (int i = 0; i < objects.size(); i++) {
      PixelRegion object = objects.get(i);
      float[] own = shares[classOf(object.area())];
      object.forEachPixel(
          pixel -> {
            shares[0][pixel] = 0;
            own[pixel] = 1;
          });
    }
    return shares;
  }

  private int classOf(double area) {
    int at = 0;
    while (at < limits.size() && area >= limits.get(at)) {
      at++;
    }
    return bySize.get(at);
  }
}
