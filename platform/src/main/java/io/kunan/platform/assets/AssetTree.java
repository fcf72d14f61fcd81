package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;
import io.kunan.platform.web.Refusal;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All assets at one moment. Immutable: ask {@link Assets#tree} for a newer one. */
public final class AssetTree {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Map<AssetId, Asset> byId;
  private final Map<AssetId, List<Asset>> children = new HashMap<>();
  private final List<Asset> roots = new ArrayList<>();

  public AssetTree(List<Asset> assets) {
    byId = assets.stream().collect(Collectors.toUnmodifiableMap(Asset::id, asset -> asset));
    for (Asset asset : assets.stream().sorted(Comparator.comparing(Asset::code)).toList()) {
      AssetId parent = asset.parent();
      List<Asset> among =
          parent == null ? roots : children.computeIfAbsent(parent, _ -> new ArrayList<>());
      among.add(asset);
    }
  }

  public int size() {
    return byId.size();
  }

  public Optional<Asset> find(AssetId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Refuses with 404 what does not exist. */
  public Asset get(AssetId id) {
    return find(id).orElseThrow(() -> Refusal.notFound("Asset " + id.value()));
  }

  /** Those at the top, by code. */
  public List<Asset> roots() {
    return Collections.unmodifiableList(roots);
  }

  /** Those directly below, by code. */
  public List<Asset> children(AssetId id) {
    return Collections.unmodifiableList(children.getOrDefault(id, List.of()));
  }

  /** All, parents before children. */
  public List<Asset> list() {
    List<Asset> all = new ArrayList<>(byId.size());
    roots.forEach(root -> collect(root, all));
    return all;
  }

  /** The asset and all below it. */
  public Set<AssetId> subtree(AssetId id) {
    Set<AssetId> found = new LinkedHashSet<>();
    Deque<AssetId> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      AssetId next = open.pop();
      found.add(next);
      children(next).forEach(child -> open.push(child.id()));
    }
    return found;
  }

  /** Whether it is the other one or lies somewhere below it. */
  public boolean isWithin(AssetId id, AssetId ancestor) {
    for (AssetId at = id; at != null; at = parent(at)) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /** The nearest asset of a kind at or above. */
  public Optional<Asset> findAbove(AssetId id, AssetKind kind) {
    for (AssetId at = id; at != null; at = parent(at)) {
      Asset asset = byId.get(at);
      if (asset != null && asset.kind() == kind) {
        return Optional.of(asset);
      }
    }
    return Optional.empty();
  }

  /** The clock the plant at or above an asset lives by; UTC where no plant names one. */
  public ZoneId zone(AssetId id) {
    return findZone(id).orElse(UTC);
  }

  /** The clock the plant at or above an asset names; empty where none does. */
  public Optional<ZoneId> findZone(AssetId id) {
    return findAbove(id, AssetKind.PLANT)
        .map(plant -> plant.attributes().get(Asset.ZONE))
        .filter(ZoneId.getAvailableZoneIds()::contains)
        .map(ZoneId::of);
  }

  /** The codes from the top down, as {@code CNG/P1/L1/P001}. */
  public String path(AssetId id) {
    Deque<String> codes = new ArrayDeque<>();
    for (AssetId at = id; at != null; at = parent(at)) {
      codes.push(get(at).code());
    }
    return String.join("/", codes);
  }

  /** The asset at a path of codes. */
  public Optional<Asset> findPath(String path) {
    Asset at = null;
    for (String code : path.strip().split("/")) {
      List<Asset> among = at == null ? roots : children(at.id());
      at = among.stream().filter(asset -> asset.code().equals(code)).findFirst().orElse(null);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(at);
  }

  private @Nullable AssetId parent(AssetId id) {
    Asset asset = byId.get(id);
    return asset == null ? null : asset.parent();
  }

  private void collect(Asset asset, List<Asset> into) {
    into.add(asset);
    children(asset.id()).forEach(child -> collect(child, into));
  }
}
