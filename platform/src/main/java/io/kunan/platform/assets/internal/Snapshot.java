package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagCatalogue;
import io.kunan.platform.web.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Assets and tags at one moment. */
final class Snapshot implements TagCatalogue {
  private final AssetTree tree;
  private final List<Tag> tags;
  private final Map<TagId, Tag> byId;
  private final Map<String, Tag> byName;
  private final Map<AssetId, List<Tag>> byAsset;

  Snapshot(AssetTree tree, List<Tag> unordered) {
    this.tree = tree;
    this.tags = unordered.stream().sorted(Comparator.comparing(Tag::id)).toList();
    this.byId = tags.stream().collect(Collectors.toMap(Tag::id, Function.identity()));
    this.byName = tags.stream().collect(Collectors.toMap(Tag::name, Function.identity()));
    this.byAsset = tags.stream().collect(Collectors.groupingBy(Tag::asset));
  }

  private Snapshot(AssetTree tree, Snapshot other) {
    this.tree = tree;
    this.tags = other.tags;
    this.byId = other.byId;
    this.byName = other.byName;
    this.byAsset = other.byAsset;
  }

  /** The same tags under another tree. */
  Snapshot with(AssetTree other) {
    return new Snapshot(other, this);
  }

  AssetTree tree() {
    return tree;
  }

  @Override
  public Optional<Tag> find(TagId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<Tag> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Tag get(TagId id) {
    return find(id).orElseThrow(() -> Refusal.notFound("Tag " + id.value()));
  }

  @Override
  public List<Tag> of(AssetId asset) {
    return List.copyOf(byAsset.getOrDefault(asset, List.of()));
  }

  @Override
  public List<Tag> inSubtree(AssetId asset) {
    return tree.subtree(asset).stream()
        .flatMap(id -> byAsset.getOrDefault(id, List.of()).stream())
        .toList();
  }

  @Override
  public Optional<Tag> find(AssetId asset, String quantity) {
    return byAsset.getOrDefault(asset, List.of()).stream()
        .filter(tag -> tag.traits().quantity().equals(quantity))
        .findFirst();
  }

  @Override
  public List<Tag> list() {
    return tags;
  }

  @Override
  public int size() {
    return tags.size();
  }
}
