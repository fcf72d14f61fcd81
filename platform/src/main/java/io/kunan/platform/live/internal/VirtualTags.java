package io.kunan.platform.live.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagsChanged;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on every page when some of the data come from a virtual plant. */
@Component
class VirtualTags implements StatusSource {
  private final Assets assets;
  private final SiteAccess sites;
  private volatile Set<AssetId> virtual = Set.of();

  VirtualTags(Assets assets, SiteAccess sites) {
    this.assets = assets;
    this.sites = sites;
    look();
  }

  @EventListener(TagsChanged.class)
  void look() {
    virtual =
        assets.tags().list().stream()
            .filter(tag -> tag.traits().virtual())
            .map(Tag::asset)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean virtualPlant(Caller person) {
    return virtual.stream().anyMatch(asset -> sites.covers(person, asset));
  }
}
