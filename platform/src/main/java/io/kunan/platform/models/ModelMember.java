package io.kunan.platform.models;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import java.util.List;

/**
 * One of several like assets for which one model is learned.
 *
 * @param tags its own: the target, then the inputs in the order of the model's
 */
public record ModelMember(AssetId asset, List<TagId> tags) {
  public ModelMember {
    tags = List.copyOf(tags);
  }

  public TagId target() {
    return tags.getFirst();
  }
}
