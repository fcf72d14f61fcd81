package io.kunan.platform.assets;

import java.util.List;

/**
 * Where a list looks. A person who sees nothing looks nowhere; that is not the same as everywhere.
 *
 * @param everywhere no asset is left out, those deleted since included
 * @param assets the numbers of the assets where it looks otherwise
 */
public record AssetScope(boolean everywhere, List<Integer> assets) {
  /** The whole installation. */
  public static final AssetScope EVERYWHERE = new AssetScope(true, List.of());

  public AssetScope {
    assets = List.copyOf(assets);
  }

  /** Some assets, or none. */
  public static AssetScope at(List<Integer> assets) {
    return new AssetScope(false, assets);
  }
}
