package io.kunan.engine.history;

import io.kunan.kernel.TagId;

/**
 * What the store itself knows of a tag. A platform keeps names in its asset tree and tells the
 * store only what the arithmetic needs: whether the value steps, and the class for retention.
 *
 * @param id number of the tag
 * @param name unique in the store
 * @param unit symbol of {@link io.kunan.kernel.PlantUnits}, empty when it has none
 * @param step true when a value holds until the next one (set-points, digital states); false when
 *     the quantity moves on a line between two points
 * @param retentionClass tags of one class are kept equally long; see {@link Retention}
 */
public record Tag(TagId id, String name, String unit, boolean step, String retentionClass) {
  /** The class of tags for which none was named. */
  public static final String DEFAULT_CLASS = "default";

  public Tag {
    if (name.isBlank() || retentionClass.isBlank()) {
      throw new IllegalArgumentException(
          "a tag needs a name and a retention class, not “%s” and “%s”"
              .formatted(name, retentionClass));
    }
  }
}
