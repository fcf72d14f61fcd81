package io.kunan.engine.vision.internal.recipe;

import io.kunan.engine.vision.LabelledField;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells labelled fields apart by their pixels and labels. */
public final class Fingerprint {
  private Fingerprint() {}

  public static RecipeNote.Field of(LabelledField field) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer pixels = ByteBuffer.allocate(8 + 4 * field.image().values().length);
      pixels.putInt(field.image().width()).putInt(field.image().height());
      pixels.asFloatBuffer().put(field.image().values());
      digest.update(pixels.array());
      digest.update(field.labels().classes());
      return new RecipeNote.Field(field.name(), HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
