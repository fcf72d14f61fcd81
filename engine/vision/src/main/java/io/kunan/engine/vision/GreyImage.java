package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.filters.Mirror;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A grey image, row by row from the top left.
 *
 * @param width pixels across, 1 or more
 * @param height pixels down, 1 or more
 * @param values brightness from 0, black, to 1, the white of the file's depth; owned by the image
 */
@SuppressWarnings("ArrayRecordComponent") // millions of pixels: boxed lists are no choice
public record GreyImage(int width, int height, float[] values) {
  public GreyImage {
    if (width < 1 || height < 1 || values.length != width * height) {
      throw new IllegalArgumentException(
          "%d values for %d × %d pixels".formatted(values.length, width, height));
    }
  }

  /** Brightness of a pixel inside the image. */
  public float at(int x, int y) {
    return values[y * width + x];
  }

  /**
   * A piece of the image; what lies beyond an edge is the mirror image, so that filters see no step
   * there.
   */
  public GreyImage window(Region piece) {
    float[] part = new float[piece.width() * piece.height()];
    for (int y = 0; y < piece.height(); y++) {
      int row = Mirror.inside(piece.y() + y, height) * width;
      for (int x = 0; x < piece.width(); x++) {
        part[y * piece.width() + x] = values[row + Mirror.inside(piece.x() + x, width)];
      }
    }
    return new GreyImage(piece.width(), piece.height(), part);
  }

  /** Writes the image as a grey PNG of 8 bits. */
  public void write(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.clamp(Math.round(255 * values[i]), 0, 255);
    }
    picture.getRaster().setDataElements(0, 0, width, height, pixels);
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("this Java writes no PNG");
    }
  }
}
