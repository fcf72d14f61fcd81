package io.kunan.platform.assets;

import io.kunan.kernel.Sentence;

/** The level of an asset, from the whole group down to a machine. */
@Sentence
public enum AssetKind {
  GROUP,
  COMPANY,
  /** A site; what people are confined to. */
  PLANT,
  LINE,
  /** A pot, furnace, pump …; may hold other equipment. */
  EQUIPMENT;

  /** Whether an asset of this kind may hang below one of {@code parent}. */
  public boolean fitsBelow(AssetKind parent) {
    return compareTo(parent) > 0 || (this == EQUIPMENT && parent == EQUIPMENT);
  }
}
