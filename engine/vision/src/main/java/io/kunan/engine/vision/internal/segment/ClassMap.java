package io.kunan.engine.vision.internal.segment;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Layer;
import io.kunan.engine.vision.Region;
import io.kunan.engine.vision.internal.filters.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class index of each pixel of a field, and how sure it is; with a layer also how likely the
 * pixel lies in it, and the class it would have on the other side of its surface.
 */
public final class ClassMap {
  private final LabelImage indices;
  private final byte[] certainty;
  private final int classes;
  private final @Nullable Layer layer;
  private final byte[] layerShares;
  private final byte[] topShares;
  private final byte[] bottomShares;
  private final byte[] otherSide;

  ClassMap(int width, int height, int classes, @Nullable Layer layer) {
    this.indices = LabelImage.blank(width, height);
    this.certainty = new byte[width * height];
    this.classes = classes;
    this.layer = layer;
    this.layerShares = new byte[layer == null ? 0 : width * height];
    this.topShares = new byte[layerShares.length];
    this.bottomShares = new byte[layerShares.length];
    this.otherSide = new byte[layerShares.length];
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
        put((piece.y() + y) * indices.width() + piece.x() + x, smooth, from);
      }
    }
  }

  private void put(int to, float[][] shares, int from) {
    int best = 0;
    float all = 0;
    for (int k = 0; k < classes; k++) {
      best = shares[k][from] > shares[best][from] ? k : best;
      all += shares[k][from];
    }
    indices.classes()[to] = (byte) best;
    certainty[to] = asByte(shares[best][from] / all);
    if (layer != null) {
      putLayer(to, shares, from, layer.classes(), best, all);
    }
  }

  private void putLayer(
      int to, float[][] shares, int from, List<Integer> inLayer, int best, float all) {
    boolean within = inLayer.contains(best);
    int other = -1;
    float sum = 0;
    for (int k = 0; k < classes; k++) {
      boolean in = inLayer.contains(k);
      sum += in ? shares[k][from] : 0;
      other = in != within && (other < 0 || shares[k][from] > shares[other][from]) ? k : other;
    }
    layerShares[to] = asByte(sum / all);
    otherSide[to] = (byte) other;
    if (shares.length > classes) {
      topShares[to] = asByte(shares[classes][from]);
      bottomShares[to] = asByte(shares[classes + 1][from]);
    }
  }

  private static byte asByte(float share) {
    return (byte) Math.round(255 * Math.clamp(share, 0f, 1f));
  }

  /** Traces the layer's surfaces; pixels that lie on the wrong side take their class there. */
  void trace(Layer traced) {
    int width = indices.width();
    Surfaces surfaces =
        new SurfaceSearch(traced, layerShares, width).between(topShares, bottomShares);
    for (int pixel = 0; pixel < layerShares.length; pixel++) {
      boolean within = traced.classes().contains(indices.at(pixel));
      if (within != surfaces.holds(pixel % width, pixel / width)) {
        indices.classes()[pixel] = otherSide[pixel];
      }
    }
  }
}
