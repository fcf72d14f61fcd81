package io.kunan.engine.vision.internal.foreign;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.Likeness;
import io.kunan.engine.vision.internal.filters.Standardised;
import java.util.List;

/**
 * What a recipe knows of the fields it was trained on, in two forms.
 *
 * @param texture with brightness put on one scale: decides
 * @param imaging with brightness as it came: remarks
 */
public record KnownFields(TextureModel texture, TextureModel imaging) {
  /** Learns from fields as they came. */
  public static KnownFields of(List<GreyImage> fields) {
    return new KnownFields(
        TextureModel.of(fields.stream().map(Standardised::of).toList()), TextureModel.of(fields));
  }

  public Likeness judge(GreyImage field) {
    return new Likeness(texture.score(Standardised.of(field)), imaging.score(field));
  }
}
