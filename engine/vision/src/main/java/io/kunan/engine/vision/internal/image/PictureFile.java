package io.kunan.engine.vision.internal.image;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Region;
import io.kunan.engine.vision.Scale;
import io.kunan.kernel.InputException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** A picture file behind the JDK's readers, with their errors made ours. */
public final class PictureFile implements AutoCloseable {
  private static final String ALLOWED = "give a PNG, JPEG, BMP or TIFF of 8 or 16 bits";

  private final Path file;
  private final ImageInputStream stream;
  private final ImageReader reader;
  private final int width;
  private final int height;
  private final int pages;

  private PictureFile(Path file, ImageInputStream stream, ImageReader reader) throws IOException {
    this.file = file;
    this.stream = stream;
    this.reader = reader;
    reader.setInput(stream);
    width = reader.getWidth(0);
    height = reader.getHeight(0);
    pages = reader.getNumImages(true);
  }

  /**
   * @throws InputException when it is no picture
   */
  public static PictureFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file.toString(), "there is no such file", ALLOWED);
    }
    try {
      ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        stream.close();
        throw new InputException(file.toString(), "it is no picture of a known kind", ALLOWED);
      }
      return new PictureFile(file, stream, readers.next());
    } catch (IOException | RuntimeException e) {
      throw refused(file, e);
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int pages() {
    return pages;
  }

  /** The scale written into the file. */
  public Scale scale() {
    try (ImageInputStream tags = new FileImageInputStream(file.toFile())) {
      return WrittenScale.of(tags, reader.getImageMetadata(0));
    } catch (IOException | RuntimeException e) {
      throw refused(file, e);
    }
  }

  public GreyImage grey(int page, Region piece) {
    if (page < 0 || page >= pages) {
      throw new InputException(
          file.toString(), "it has no page " + page, "pages are 0 to " + (pages - 1));
    }
    BufferedImage picture = read(page, piece);
    int bits = picture.getColorModel().getComponentSize(0);
    if (bits > 16) {
      throw new InputException(
          file.toString(), "it has %d bits a channel".formatted(bits), ALLOWED);
    }
    return Brightness.of(picture);
  }

  public LabelImage labels() {
    BufferedImage picture = read(0, new Region(0, 0, width, height));
    if (picture.getRaster().getNumBands() != 1 || picture.getSampleModel().getSampleSize(0) > 8) {
      throw new InputException(
          file.toString(),
          "it is no picture of class numbers",
          "give a PNG of one 8-bit channel (or a palette) whose values are the class numbers");
    }
    int[] samples = picture.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
    byte[] classes = new byte[samples.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) samples[i];
    }
    return new LabelImage(width, height, classes);
  }

  private BufferedImage read(int page, Region piece) {
    try {
      ImageReadParam part = reader.getDefaultReadParam();
      part.setSourceRegion(new Rectangle(piece.x(), piece.y(), piece.width(), piece.height()));
      return reader.read(page, part);
    } catch (IOException | RuntimeException e) {
      throw refused(file, e);
    }
  }

  private static InputException refused(Path file, Exception e) {
    return e instanceof InputException told
        ? told
        : new InputException(
            file.toString(), "it cannot be read: " + e.getMessage(), ALLOWED + ", undamaged", e);
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
