package io.kunan.engine.vision.internal.recipe;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kunan.kernel.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The written form of a recipe: a zip of {@code recipe.json} and the files of its model. No time of
 * writing is in it, so equal recipes have equal bytes.
 */
public final class RecipeCodec {
  private static final String NOTE = "recipe.json";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
          .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

  private RecipeCodec() {}

  /** A recipe taken apart. */
  public record Parts(RecipeNote note, Map<String, byte[]> model) {}

  public static byte[] write(Parts parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, NOTE, JSON.writeValueAsBytes(parts.note()));
      for (Map.Entry<String, byte[]> file : parts.model().entrySet()) {
        entry(zip, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param source for messages
   * @throws InputException when the bytes are no recipe of this form
   */
  public static Parts read(byte[] bytes, String source) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
      byte[] note = files.remove(NOTE);
      if (note == null) {
        throw new InputException(
            source, "it is no recipe", "give a file ./kunan micrograph train wrote");
      }
      int format = JSON.readTree(note).path("format").asInt();
      if (format != RecipeNote.FORMAT) {
        throw new InputException(
            source,
            "it is a recipe of form %d, this version reads form %d"
                .formatted(format, RecipeNote.FORMAT),
            "train it again from its fields");
      }
      return new Parts(JSON.readValue(note, RecipeNote.class), files);
    } catch (IOException e) {
      throw new InputException(
          source, "it cannot be read: " + e.getMessage(), "give a whole recipe of this version", e);
    }
  }

  /** A model that is a record, as JSON. */
  public static byte[] bytes(Record model) {
    try {
      return JSON.writeValueAsBytes(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model written by {@link #bytes}. */
  public static <T extends Record> T model(byte[] bytes, Class<T> kind) {
    try {
      return JSON.readValue(bytes, kind);
    } catch (IOException e) {
      throw new InputException(
          "recipe", "its model cannot be read: " + e.getMessage(), "give a whole recipe", e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
