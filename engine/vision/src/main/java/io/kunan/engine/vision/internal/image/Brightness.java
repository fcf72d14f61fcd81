package io.kunan.engine.vision.internal.image;

import io.kunan.engine.vision.GreyImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Turns pictures of any kind into brightness. */
final class Brightness {
  /** Weights of red, green and blue in brightness, ITU-R BT.601. */
  private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

  private Brightness() {}

  static GreyImage of(BufferedImage picture) {
    return picture.getColorModel() instanceof IndexColorModel palette
        ? ofPalette(picture, palette)
        : ofChannels(picture);
  }

  private static GreyImage ofPalette(BufferedImage picture, IndexColorModel palette) {
    float[] shades = new float[palette.getMapSize()];
    for (int i = 0; i < shades.length; i++) {
      shades[i] =
          (LUMA[0] * palette.getRed(i)
                  + LUMA[1] * palette.getGreen(i)
                  + LUMA[2] * palette.getBlue(i))
              / 255;
    }
    int width = picture.getWidth();
    int[] row = new int[width];
    float[] values = new float[width * picture.getHeight()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRaster().getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        values[y * width + x] = shades[row[x]];
      }
    }
    return new GreyImage(width, picture.getHeight(), values);
  }

  /** Grey has one channel or two, the second its transparency; colour has three or four. */
  private static GreyImage ofChannels(BufferedImage picture) {
    Raster raster = picture.getRaster();
    int width = picture.getWidth();
    boolean colour = raster.getNumBands() >= 3;
    float white = (1 << picture.getSampleModel().getSampleSize(0)) - 1;
    float[] row = new float[width];
    float[] values = new float[width * picture.getHeight()];
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int band = 0; band < (colour ? 3 : 1); band++) {
        raster.getSamples(0, y, width, 1, band, row);
        float weight = (colour ? LUMA[band] : 1) / white;
        for (int x = 0; x < width; x++) {
          values[y * width + x] += weight * row[x];
        }
      }
    }
    return new GreyImage(width, picture.getHeight(), values);
  }
}
