package io.kunan.engine.vision.internal.filters;

import io.kunan.engine.vision.GreyImage;

/** Takes uneven light out of an image. */
public final class Illumination {
  private Illumination() {}

  /**
   * Divides by the background, the image smoothed over squares of a radius, and gives back the
   * image's own mean. Structures must be smaller than the radius, or they count as background.
   */
  public static GreyImage flatten(GreyImage image, int radius) {
    float[] background = Box.smooth(image.values(), image.width(), image.height(), radius);
    double sum = 0;
    for (float value : image.values()) {
      sum += value;
    }
    float mean = (float) (sum / image.values().length);
    float[] flat = new float[background.length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = mean * image.values()[i] / Math.max(background[i], 1e-3f);
    }
    return new GreyImage(image.width(), image.height(), flat);
  }
}
