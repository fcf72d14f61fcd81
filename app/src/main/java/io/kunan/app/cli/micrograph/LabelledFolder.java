package io.kunan.app.cli.micrograph;

import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.PhaseClasses;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Two folders with fields and what people said of them, as commands name them. */
public final class LabelledFolder {
  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the fields: PNG, JPEG, BMP or TIFF.")
  private Path images = Path.of("");

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder of their labels: a PNG of class numbers with the field's name, 255 where nothing"
              + " is labelled.")
  private Path labels = Path.of("");

  List<LabelledField> read(PhaseClasses classes) {
    return LabelledField.readAll(images, labels, classes);
  }
}
