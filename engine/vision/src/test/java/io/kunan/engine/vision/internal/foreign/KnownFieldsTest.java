package io.kunan.engine.vision.internal.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.MicrographFile;
import io.kunan.engine.vision.SharedData;
import io.kunan.engine.vision.internal.filters.Box;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The superalloy's fields are known, one spot left out at a time; all other sets are foreign. */
class KnownFieldsTest {
  private static final List<String> SPOTS = List.of("spot4", "spot7");
  @TempDir private static Path folder;
  private static List<Path> superalloy;
  private static List<KnownFields> known;

  @BeforeAll
  static void learn() {
    superalloy = LabelledField.pictures(SharedData.of("micrographs-nasa/superalloy/images"));
    known = SPOTS.stream().map(spot -> KnownFields.of(fields(spot, false))).toList();
  }

  private static List<GreyImage> fields(String spot, boolean in) {
    return superalloy.stream()
        .filter(file -> file.getFileName().toString().startsWith(spot) == in)
        .map(MicrographFile::read)
        .toList();
  }

  /** A field of spot 7 shows a void in one of its sixteen patches. */
  @Test
  void fieldsOfAnUnseenSpotAreKnownWhateverTheGain() {
    for (int i = 0; i < SPOTS.size(); i++) {
      for (GreyImage field : fields(SPOTS.get(i), true)) {
        assertThat(known.get(i).judge(field).isForeign()).isFalse();
        GreyImage darker = changed(field, value -> 0.6f * value + 0.05f);
        assertThat(known.get(i).judge(darker).isForeign()).isFalse();
      }
    }
  }

  @Test
  void otherMaterialsAndBlurAreForeign() throws IOException {
    List<GreyImage> others = new ArrayList<>();
    for (Path file : LabelledField.pictures(SharedData.of("micrographs-nasa/ebc/images"))) {
      others.add(MicrographFile.read(file));
    }
    others.addAll(zipped("tile-defects/tile-defects-dev.zip", 12));
    others.addAll(zipped("steel-surface-neu/neu-det-dev.zip", 20));
    for (KnownFields fields : known) {
      long flagged = others.stream().filter(field -> fields.judge(field).isForeign()).count();
      assertThat(flagged).isGreaterThanOrEqualTo(Math.round(0.9 * others.size()));
      GreyImage blurred = blurred(MicrographFile.read(superalloy.getFirst()));
      assertThat(fields.judge(blurred).isForeign()).isTrue();
    }
  }

  private static GreyImage changed(GreyImage field, UnaryOperator<Float> change) {
    float[] values = new float[field.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = change.apply(field.values()[i]);
    }
    return new GreyImage(field.width(), field.height(), values);
  }

  private static GreyImage blurred(GreyImage field) {
    float[] values = Box.smooth(field.values(), field.width(), field.height(), 3);
    return new GreyImage(field.width(), field.height(), values);
  }

  /** Every so manieth picture of a zip. */
  private static List<GreyImage> zipped(String name, int every) throws IOException {
    List<GreyImage> pictures = new ArrayList<>();
    try (FileSystem zip = FileSystems.newFileSystem(SharedData.of(name));
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
      for (int i = 0; i < found.size(); i += every) {
        Path copy = Files.createTempFile(folder, "picture", ".jpg");
        Files.write(copy, Files.readAllBytes(found.get(i)));
        pictures.add(MicrographFile.read(copy));
      }
    }
    return pictures;
  }
}
