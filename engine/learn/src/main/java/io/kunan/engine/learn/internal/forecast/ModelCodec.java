package io.kunan.engine.learn.internal.forecast;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kunan.engine.learn.internal.learners.TreeEnsemble;
import io.kunan.kernel.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The written form of a model: a zip with {@code model.json} and one UBJSON file for each booster.
 * No time of writing is in it, so equal models have equal bytes.
 */
public final class ModelCodec {
  private static final String DESCRIPTION = "model.json";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
          .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

  private ModelCodec() {}

  public static byte[] write(ModelParts parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, DESCRIPTION, JSON.writeValueAsBytes(ModelNote.of(parts)));
      for (int part = 0; part < parts.blend().parts().size(); part++) {
        if (parts.blend().parts().get(part).fitted() instanceof TreeEnsemble trees) {
          write(zip, "part-" + part, trees);
        }
      }
      write(zip, "band", parts.shape().quantiles());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws InputException when the bytes are no model of this form
   */
  public static ModelParts read(byte[] bytes) {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
      byte[] description = entries.get(DESCRIPTION);
      if (description == null) {
        throw new InputException("model", "it is none", "give the bytes a trained model gave");
      }
      ModelNote note = JSON.readValue(description, ModelNote.class);
      return note.parts(name -> boosters(entries, name));
    } catch (IOException e) {
      throw new InputException(
          "model", "it cannot be read: " + e.getMessage(), "give a whole one of this version", e);
    }
  }

  private static List<byte[]> boosters(Map<String, byte[]> entries, String name) {
    List<byte[]> boosters = new ArrayList<>();
    byte[] next = entries.get(name + "-0.ubj");
    while (next != null) {
      boosters.add(next);
      next = entries.get("%s-%d.ubj".formatted(name, boosters.size()));
    }
    return boosters;
  }

  private static void write(ZipOutputStream zip, String name, TreeEnsemble trees)
      throws IOException {
    List<byte[]> boosters = trees.bytes();
    for (int i = 0; i < boosters.size(); i++) {
      entry(zip, "%s-%d.ubj".formatted(name, i), boosters.get(i));
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
