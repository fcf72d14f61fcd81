package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps people to their sites. A person confined to some plants sees what lies in them, and the
 * assets above them by name only; the rest does not exist for that person (404).
 */
@Component
public class SiteAccess {
  private final Assets assets;

  SiteAccess(Assets assets) {
    this.assets = assets;
  }

  /** Whether the person may read and, by role, change what belongs to an asset. */
  public boolean covers(Caller caller, AssetId asset) {
    if (caller.seesAllSites()) {
      return true;
    }
    AssetTree tree = assets.tree();
    return caller.sites().stream().anyMatch(site -> tree.isWithin(asset, new AssetId(site)));
  }

  /** Those who may know what happens at an asset. */
  public Predicate<Caller> audience(AssetId asset) {
    return caller -> covers(caller, asset);
  }

  /** The assets a person sees; those above are not among them. */
  public List<Asset> assets(Caller caller) {
    return assets.tree().list().stream().filter(asset -> covers(caller, asset.id())).toList();
  }

  /**
   * Where a list of what happened looks for a person.
   *
   * @param assetId the top of what is asked for; null for all there is
   * @throws io.kunan.platform.web.Refusal 404 when it does not exist for the person
   */
  public AssetScope scope(Caller caller, @Nullable Integer assetId) {
    if (assetId == null) {
      return caller.seesAllSites()
          ? AssetScope.EVERYWHERE
          : AssetScope.at(assets(caller).stream().map(asset -> asset.id().value()).toList());
    }
    AssetTree tree = assets.tree();
    AssetId top = tree.get(assetId(assetId)).id();
    if (!shows(caller, top)) {
      throw Refusal.notFound("Asset " + assetId);
    }
    return AssetScope.at(
        tree.subtree(top).stream()
            .filter(asset -> covers(caller, asset))
            .map(AssetId::value)
            .toList());
  }

  /** The tags a person sees. */
  public List<Tag> tags(Caller caller) {
    return caller.seesAllSites()
        ? assets.tags().list()
        : caller.sites().stream()
            .flatMap(site -> assets.tags().inSubtree(new AssetId(site)).stream())
            .distinct()
            .toList();
  }

  /** Whether the person may know that an asset exists: it is covered, or leads to what is. */
  public boolean shows(Caller caller, AssetId asset) {
    AssetTree tree = assets.tree();
    return covers(caller, asset)
        || caller.sites().stream().anyMatch(site -> tree.isWithin(new AssetId(site), asset));
  }

  /** The asset, or 404 when it does not exist for the person. */
  public Asset asset(Caller caller, AssetId id) {
    Asset asset = assets.tree().get(id);
    if (!covers(caller, id)) {
      throw Refusal.notFound("Asset " + id.value());
    }
    return asset;
  }

  /** The tag, or 404 when it does not exist for the person. */
  public Tag tag(Caller caller, TagId id) {
    Tag tag = assets.tags().get(id);
    if (!covers(caller, tag.asset())) {
      throw Refusal.notFound("Tag " + id.value());
    }
    return tag;
  }

  /** The tags of these numbers, or 404 for the first that does not exist for the person. */
  public List<Tag> tags(Caller caller, Collection<Integer> ids) {
    return ids.stream().map(id -> tag(caller, tagId(id))).toList();
  }

  private static AssetId assetId(int id) {
    if (id <= 0) {
      throw Refusal.notFound("Asset " + id);
    }
    return new AssetId(id);
  }

  private static TagId tagId(int id) {
    if (id <= 0) {
      throw Refusal.notFound("Tag " + id);
    }
    return new TagId(id);
  }
}
