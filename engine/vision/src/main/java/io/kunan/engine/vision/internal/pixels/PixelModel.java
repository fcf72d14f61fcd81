package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.internal.segment.Segmenter;
import io.kunan.engine.vision.internal.trees.FlatForest;
import java.util.List;

/**
 * Tells for each pixel how likely each class is, in two looks: one from what the filters see, one
 * that also knows what the first thought of the neighbourhood.
 */
public final class PixelModel implements Segmenter {
  private final FlatForest first;
  private final FlatForest second;

  public PixelModel(FlatForest first, FlatForest second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public float[][] shares(GreyImage image) {
    float[][] filters = FilterBank.planes(image);
    float[][] look = Forests.shares(first, filters);
    return Forests.shares(second, Context.planes(filters, look, image.width(), image.height()));
  }

  /** The two forests, first and second look. */
  public List<byte[]> bytes() {
    return List.of(first.bytes(), second.bytes());
  }
}
