package io.kunan.app.cli.micrograph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers which fields of a folder are measured, one file each, so that a batch that was killed
 * goes on where it stood. A field counts as done when recipe, picture and scale are still the same.
 *
 * @param out folder of the results
 * @param recipe fingerprint
 * @param scale given by people, null for the one in the picture
 * @param scaleBar length given by people, null without
 */
record FinishedFields(Path out, String recipe, @Nullable Double scale, @Nullable Double scaleBar) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What was done, and of what. */
  record Done(
      String recipe,
      @Nullable Double scale,
      @Nullable Double scaleBar,
      long bytes,
      String changed,
      AnalyseAnswer.Field field) {}

  /** The figures of a picture; empty when it is to be measured. */
  Optional<AnalyseAnswer.Field> find(Path picture) throws IOException {
    try {
      Done done = JSON.readValue(Files.readAllBytes(file(picture)), Done.class);
      return done.equals(done(picture, done.field()))
          ? Optional.of(done.field())
          : Optional.empty();
    } catch (NoSuchFileException | JacksonException _) {
      return Optional.empty();
    }
  }

  /** Notes a picture as done, once its other results are written. */
  void add(Path picture, AnalyseAnswer.Field field) throws IOException {
    Path written = Files.createTempFile(out, "field", ".tmp");
    Files.write(written, JSON.writeValueAsBytes(done(picture, field)));
    Files.move(written, file(picture), StandardCopyOption.REPLACE_EXISTING);
  }

  private Done done(Path picture, AnalyseAnswer.Field field) throws IOException {
    return new Done(
        recipe,
        scale,
        scaleBar,
        Files.size(picture),
        Files.getLastModifiedTime(picture).toString(),
        field);
  }

  private Path file(Path picture) {
    return out.resolve(stem(picture) + "-field.json");
  }

  /** How the results of a picture are called. */
  static String stem(Path picture) {
    return picture.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }
}
