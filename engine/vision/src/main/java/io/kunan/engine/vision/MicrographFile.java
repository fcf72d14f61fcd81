package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.image.PictureFile;
import io.kunan.kernel.InputException;
import java.nio.file.Path;

/**
 * A micrograph on disk: PNG, JPEG, BMP or TIFF of 8 or 16 bits, grey or colour, with one or more
 * pages. Pieces are read without holding the rest, so that a field of 20,000 × 20,000 pixels needs
 * no more memory than the piece. Colour is turned into brightness by ITU-R BT.601.
 */
public final class MicrographFile implements AutoCloseable {
  private final PictureFile picture;

  private MicrographFile(PictureFile picture) {
    this.picture = picture;
  }

  /**
   * Opens a file by what is in it, whatever its name ends with.
   *
   * @throws InputException when it is no picture we can read
   */
  public static MicrographFile open(Path file) {
    return new MicrographFile(PictureFile.open(file));
  }

  /** Reads the whole first page. */
  public static GreyImage read(Path file) {
    try (MicrographFile micrograph = open(file)) {
      return micrograph.read();
    }
  }

  public int width() {
    return picture.width();
  }

  public int height() {
    return picture.height();
  }

  /** Pages of a TIFF; 1 for other files. */
  public int pages() {
    return picture.pages();
  }

  /**
   * The scale the microscope wrote into the file, {@link Scale#PIXELS} when it wrote none that can
   * be one: a resolution meant for printing is not taken for it.
   */
  public Scale scale() {
    return picture.scale();
  }

  /** The first page. */
  public GreyImage read() {
    return read(0, new Region(0, 0, width(), height()));
  }

  /**
   * A piece of a page.
   *
   * @param page from 0
   * @param piece inside the page
   * @throws InputException when the file is damaged there
   */
  public GreyImage read(int page, Region piece) {
    return picture.grey(page, piece);
  }

  @Override
  public void close() {
    picture.close();
  }
}
