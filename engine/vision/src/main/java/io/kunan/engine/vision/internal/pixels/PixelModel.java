package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.internal.segment.Segmenter;
import io.kunan.engine.vision.internal.trees.FlatForest;
import java.util.List;

/**
 * Tells for each pixel how likely each class is, in two looks: one from what the filters see, and
 * where that one is not sure a second that also knows what the first thought of the neighbourhood.
 */
public final class PixelModel implements Segmenter {
  private final FlatForest first;
  private final FlatForest second;
  private final boolean layered;

  /**
   * @param layered whether it was trained on a material in which up and down differ
   */
  public PixelModel(FlatForest first, FlatForest second, boolean layered) {
    this.first = first;
    this.second = second;
    this.layered = layered;
  }

  @Override
  public float[][] shares(GreyImage image) {
    float[][] filters = FilterBank.planes(image, layered);
    FirstLook look = FirstLook.at(filters, first, new Halves(image.width(), image.height()));
    float[][] shares = look.shares();
    int[] open = FirstLook.open(shares);
    float[][] again = Forests.shares(second, Context.planes(filters, look, layered), open);
    for (int k = 0; k < shares.length; k++) {
      for (int i = 0; i < open.length; i++) {
        shares[k][open[i]] = again[k][i];
      }
    }
    return shares;
  }

  /** The two forests, first and second look. */
  public List<byte[]> bytes() {
    return List.of(first.bytes(), second.bytes());
  }
}
