package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.image.PictureFile;
import io.kunan.kernel.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The class of every pixel, row by row from the top left.
 *
 * @param width pixels across
 * @param height pixels down
 * @param classes class numbers 0 to 254 as unsigned bytes, {@link #UNLABELLED} where nobody said;
 *     owned by the image
 */
@SuppressWarnings("ArrayRecordComponent") // see GreyImage
public record LabelImage(int width, int height, byte[] classes) {
  /** No class was given to the pixel; it takes no part in training and evaluation. */
  public static final int UNLABELLED = 255;

  public LabelImage {
    if (width < 1 || height < 1 || classes.length != width * height) {
      throw new IllegalArgumentException(
          "%d classes for %d × %d pixels".formatted(classes.length, width, height));
    }
  }

  /** An image whose pixels are all of class 0. */
  public static LabelImage blank(int width, int height) {
    return new LabelImage(width, height, new byte[width * height]);
  }

  /**
   * Reads a picture of class numbers: grey of 8 bits or a palette, whose indices are the classes.
   *
   * @throws InputException when it is none
   */
  public static LabelImage read(Path file) {
    try (PictureFile picture = PictureFile.open(file)) {
      return picture.labels();
    }
  }

  /** Writes the class numbers as a grey PNG. */
  public void write(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, width, height, classes);
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("this Java writes no PNG");
    }
  }

  /** Class of the pixel at an index of {@link #classes}. */
  public int at(int index) {
    return classes[index] & 0xFF;
  }

  public int at(int x, int y) {
    return at(y * width + x);
  }
}
