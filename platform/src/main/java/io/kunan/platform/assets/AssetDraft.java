package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An asset before it has a number; see {@link Asset}. */
public record AssetDraft(
    @Nullable AssetId parent,
    AssetKind kind,
    String code,
    Text name,
    @Nullable String template,
    Asset.@Nullable Position position,
    Map<String, String> attributes) {
  public AssetDraft {
    attributes = Map.copyOf(attributes);
  }

  /** One without template, position and attributes. */
  public static AssetDraft of(@Nullable AssetId parent, AssetKind kind, String code, Text name) {
    return new AssetDraft(parent, kind, code, name, null, null, Map.of());
  }

  /** The same with these attributes in place of its own. */
  public AssetDraft withAttributes(Map<String, String> attributes) {
    return new AssetDraft(parent, kind, code, name, template, position, attributes);
  }
}
