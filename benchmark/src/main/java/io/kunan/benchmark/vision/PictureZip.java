package io.kunan.benchmark.vision;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.MicrographFile;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pictures packed into a zip, as some public sets come. */
record PictureZip(Path file) {
  /** Every so manieth JPEG. */
  List<GreyImage> pictures(int every) throws IOException {
    List<GreyImage> pictures = new ArrayList<>();
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      List<Path> found = jpegs(zip.getPath("/"));
      for (int i = 0; i < found.size(); i += every) {
        pictures.add(read(found.get(i)));
      }
    }
    return pictures;
  }

  /** The pictures of a folder with their masks beside them: class 1 from half white on. */
  List<LabelledField> masked(String folder) throws IOException {
    List<LabelledField> fields = new ArrayList<>();
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      for (Path picture : jpegs(zip.getPath("/" + folder))) {
        String name = picture.getFileName().toString();
        GreyImage mask = read(picture.resolveSibling(name.replace(".jpg", ".png")));
        LabelImage labels = LabelImage.blank(mask.width(), mask.height());
        for (int i = 0; i < mask.values().length; i++) {
          labels.classes()[i] = (byte) (mask.values()[i] >= 128f / 255 ? 1 : 0);
        }
        fields.add(new LabelledField(name, read(picture), labels));
      }
    }
    return fields;
  }

  private static List<Path> jpegs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  private static GreyImage read(Path packed) throws IOException {
    Path copy = Files.createTempFile("picture", ".bin");
    try {
      Files.write(copy, Files.readAllBytes(packed));
      return MicrographFile.read(copy);
    } finally {
      Files.delete(copy);
    }
  }
}
