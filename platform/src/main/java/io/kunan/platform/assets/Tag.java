package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;

/**
 * A measured or calculated quantity of an asset.
 *
 * @param id never changes
 * @param name unique in the installation; may change
 * @param asset where it is measured
 * @param traits what it is
 */
public record Tag(TagId id, String name, AssetId asset, TagTraits traits) {
  public String unit() {
    return traits.unit();
  }

  public boolean step() {
    return traits.step();
  }
}
