package io.kunan.engine.vision;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A field with its classes laid over it in colour, for people to check. */
public final class Overlay {
  /** Told apart by the colour-blind too: Okabe and Ito's colours; the matrix stays grey. */
  private static final int[] COLOURS = {
    0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7
  };

  private static final float COVER = 0.45f;

  private Overlay() {}

  /** Writes the overlay as a PNG; outlines are drawn full, insides let the field show. */
  public static void write(GreyImage field, LabelImage labels, PhaseClasses classes, Path file)
      throws IOException {
    int[] indices = classes.indices();
    BufferedImage picture =
        new BufferedImage(field.width(), field.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[field.width()];
    for (int y = 0; y < field.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        int grey = Math.clamp(Math.round(255 * field.at(x, y)), 0, 255);
        int index = indices[labels.at(x, y)];
        float cover = index <= 0 ? 0 : isOutline(labels, x, y) ? 1 : COVER;
        row[x] = mixed(grey, COLOURS[Math.max(0, index - 1) % COLOURS.length], cover);
      }
      picture.getRaster().setDataElements(0, y, row.length, 1, row);
    }
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("this Java writes no PNG");
    }
  }

  private static boolean isOutline(LabelImage labels, int x, int y) {
    int own = labels.at(x, y);
    return (x + 1 < labels.width() && labels.at(x + 1, y) != own)
        || (y + 1 < labels.height() && labels.at(x, y + 1) != own)
        || (x > 0 && labels.at(x - 1, y) != own)
        || (y > 0 && labels.at(x, y - 1) != own);
  }

  private static int mixed(int grey, int colour, float cover) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int channel = colour >> shift & 0xFF;
      mixed |= Math.round(grey * (1 - cover) + channel * cover) << shift;
    }
    return mixed;
  }
}
