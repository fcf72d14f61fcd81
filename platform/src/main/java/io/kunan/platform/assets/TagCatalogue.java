package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import java.util.List;
import java.util.Optional;

/** All tags, answered from memory. */
public interface TagCatalogue {
  Optional<Tag> find(TagId id);

  Optional<Tag> find(String name);

  /** Refuses with 404 what does not exist. */
  Tag get(TagId id);

  /** Those of one asset, in the order they were made. */
  List<Tag> of(AssetId asset);

  /** Those of an asset and of all below it. */
  List<Tag> inSubtree(AssetId asset);

  /** The tag of an asset that measures a quantity. */
  Optional<Tag> find(AssetId asset, String quantity);

  /** All, by number. */
  List<Tag> list();

  int size();
}
