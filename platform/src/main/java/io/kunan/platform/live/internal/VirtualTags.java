package io.kunan.platform.live.internal;

import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.TagsChanged;
import io.kunan.platform.live.StatusSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on every page when some of the data come from a virtual plant. */
@Component
class VirtualTags implements StatusSource {
  private final Assets assets;
  private volatile boolean virtual;

  VirtualTags(Assets assets) {
    this.assets = assets;
    look();
  }

  @EventListener(TagsChanged.class)
  void look() {
    virtual = assets.tags().list().stream().anyMatch(tag -> tag.traits().virtual());
  }

  @Override
  public boolean virtualPlant() {
    return virtual;
  }
}
