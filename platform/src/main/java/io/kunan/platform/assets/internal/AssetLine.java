package io.kunan.platform.assets.internal;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset in a file.
 *
 * @param path codes from the top down, joined by “/”
 */
record AssetLine(
    String path,
    AssetKind kind,
    Text name,
    @Nullable String template,
    Asset.@Nullable Position position,
    @Nullable Map<String, String> attributes) {
  static AssetLine of(String path, Asset asset) {
    return new AssetLine(
        path, asset.kind(), asset.name(), asset.template(), asset.position(), asset.attributes());
  }

  int depth() {
    return path.split("/").length;
  }

  String code() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Empty at the top. */
  String parentPath() {
    int end = path.lastIndexOf('/');
    return end < 0 ? "" : path.substring(0, end);
  }
}
