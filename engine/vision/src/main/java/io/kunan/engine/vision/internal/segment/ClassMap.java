package io.kunan.engine.vision.internal.segment;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Region;
import io.kunan.engine.vision.internal.filters.Box;

/** The class index of each pixel of a field, and how sure it is. */
public final class ClassMap {
  private final LabelImage indices;
  private final byte[] certainty;

  ClassMap(int width, int height) {
    this.indices = LabelImage.blank(width, height);
    this.certainty = new byte[width * height];
  }

  /** Class indices; owned by the map. */
  public LabelImage indices() {
    return indices;
  }

  /** Share of the likeliest class at a pixel, 0 to 1. */
  public double certainty(int pixel) {
    return (certainty[pixel] & 0xFF) / 255.0;
  }

  /** Takes over the likeliest classes of a piece that was seen with a margin. */
  void put(Region piece, int margin, float[][] shares, int width, int smoothing) {
    int height = shares[0].length / width;
    float[][] smooth = new float[shares.length][];
    for (int k = 0; k < shares.length; k++) {
      smooth[k] = smoothing == 0 ? shares[k] : Box.mean(shares[k], width, height, smoothing);
    }
    for (int y = 0; y < piece.height(); y++) {
      for (int x = 0; x < piece.width(); x++) {
        int from = (y + margin) * width + x + margin;
        int best = 0;
        for (int k = 1; k < smooth.length; k++) {
          best = smooth[k][from] > smooth[best][from] ? k : best;
        }
        int to = (piece.y() + y) * indices.width() + piece.x() + x;
        indices.classes()[to] = (byte) best;
        certainty[to] = (byte) Math.round(255 * Math.clamp(smooth[best][from], 0f, 1f));
      }
    }
  }
}
