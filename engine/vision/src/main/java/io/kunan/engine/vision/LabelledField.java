package io.kunan.engine.vision;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of which people said what is what.
 *
 * @param name of its file
 * @param image the field
 * @param labels of the same size; {@link LabelImage#UNLABELLED} where nobody said
 */
public record LabelledField(String name, GreyImage image, LabelImage labels) {
  public LabelledField {
    if (image.width() != labels.width() || image.height() != labels.height()) {
      throw new InputException(
          name,
          "the picture has %d × %d pixels, its labels %d × %d"
              .formatted(image.width(), image.height(), labels.width(), labels.height()),
          "give labels of the picture's size");
    }
  }

  /**
   * Reads all pictures of a folder and their labels from another: PNG with the picture's name.
   *
   * @throws InputException when there is no picture, a label image is missing or holds a number
   *     that is no class
   */
  public static List<LabelledField> readAll(Path images, Path labels, PhaseClasses classes) {
    List<LabelledField> fields = new ArrayList<>();
    for (Path image : pictures(images)) {
      String name = image.getFileName().toString();
      Path label = labels.resolve(name.replaceFirst("\\.[^.]*$", "") + ".png");
      LabelledField field =
          new LabelledField(name, MicrographFile.read(image), LabelImage.read(label));
      field.require(classes, label);
      fields.add(field);
    }
    return fields;
  }

  /** The files of a folder, by name. */
  public static List<Path> pictures(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder.toString(), "there is no such folder", "check the path");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures =
          files
              .filter(f -> f.getFileName().toString().matches("(?i).*\\.(png|jpe?g|bmp|tiff?)"))
              .sorted()
              .toList();
      if (pictures.isEmpty()) {
        throw new InputException(
            folder.toString(), "it holds no picture", "give a folder of PNG, JPEG, BMP or TIFF");
      }
      return pictures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void require(PhaseClasses classes, Path file) {
    int[] indices = classes.indices();
    for (int i = 0; i < labels.classes().length; i++) {
      int number = labels.at(i);
      if (number != LabelImage.UNLABELLED && indices[number] < 0) {
        throw new InputException(
            "%s, pixel %d, %d".formatted(file, i % labels.width(), i / labels.width()),
            "%d is no class".formatted(number),
            "use the numbers of --classes, or 255 where nothing is labelled");
      }
    }
  }
}
