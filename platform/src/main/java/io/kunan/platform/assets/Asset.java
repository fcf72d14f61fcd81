package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group, company, plant, line or piece of equipment.
 *
 * @param parent the one above; null at the top
 * @param code short name, unique among those of one parent, such as {@code P001}
 * @param template code of the {@link Template} it was made from
 * @param position where it stands among its like, for maps
 * @param attributes what else is known of it, such as the commissioning date
 */
public record Asset(
    AssetId id,
    @Nullable AssetId parent,
    AssetKind kind,
    String code,
    Text name,
    @Nullable String template,
    @Nullable Position position,
    Map<String, String> attributes) {
  /** Attribute of a plant: the time zone it lives by, an IANA name such as Asia/Shanghai. */
  public static final String ZONE = "zone";

  public Asset {
    attributes = Map.copyOf(attributes);
  }

  /** Row and column on a map, from 1. */
  public record Position(int row, int column) {}
}
