package io.kunan.engine.vision.internal.recipe;

import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.CleanUp;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.internal.foreign.KnownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a recipe but its model.
 *
 * @param format version of the written form
 * @param codeVersion of the program that trained it
 * @param fields fingerprints of the training fields, name and SHA-256 of pixels and labels
 * @param validation on fields kept from a trial training; null when there was but one field
 * @param truncated whether the limit of minutes cut the training off
 */
public record RecipeNote(
    int format,
    String codeVersion,
    PhaseClasses classes,
    TrainingPlan plan,
    CleanUp cleanUp,
    KnownFields known,
    List<Field> fields,
    @Nullable Accuracy validation,
    boolean truncated) {
  public static final int FORMAT = 2;

  /** A training field. */
  public record Field(String name, String sha256) {}

  public RecipeNote {
    fields = List.copyOf(fields);
  }
}
