package io.kunan.platform.connect.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where below an asset the variables of a server belong: folders named like the code of an
 * asset lead to it, so that a pot's folder meets the pot. Folders that name none, or several, are
 * passed over.
 */
final class AssetPlacement {
  private final AssetTree tree;
  private final AssetId top;
  private final Map<String, List<Asset>> byCode = new HashMap<>();

  /** Refuses with 404 an asset that does not exist. */
  AssetPlacement(AssetTree tree, AssetId top) {
    this.tree = tree;
    this.top = tree.get(top).id();
    for (AssetId id : tree.subtree(top)) {
      Asset asset = tree.get(id);
      byCode.computeIfAbsent(lastPart(asset.code()), code -> new ArrayList<>()).add(asset);
    }
  }

  /**
   * The asset of a variable.
   *
   * @param path names of the folders to the variable and its own
   */
  AssetId of(List<String> path) {
    AssetId at = top;
    for (String folder : path.subList(0, Math.max(0, path.size() - 1))) {
      AssetId above = at;
      List<Asset> named =
          byCode.getOrDefault(lastPart(folder), List.of()).stream()
              .filter(asset -> tree.isWithin(asset.id(), above))
              .toList();
      if (named.size() == 1) {
        at = named.getFirst().id();
      }
    }
    return at;
  }

  /** Codes and names of equipment often repeat those above: L2.2003 is pot 2003 of line L2. */
  static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
