package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagCatalogue;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The catalogue as it is at each question, for those who keep it. */
@Component
class LiveCatalogue implements TagCatalogue {
  private final ObjectProvider<Assets> assets;

  LiveCatalogue(@Lazy ObjectProvider<Assets> assets) {
    this.assets = assets;
  }

  private TagCatalogue now() {
    return assets.getObject().tags();
  }

  @Override
  public Optional<Tag> find(TagId id) {
    return now().find(id);
  }

  @Override
  public Optional<Tag> find(String name) {
    return now().find(name);
  }

  @Override
  public Tag get(TagId id) {
    return now().get(id);
  }

  @Override
  public List<Tag> of(AssetId asset) {
    return now().of(asset);
  }

  @Override
  public List<Tag> inSubtree(AssetId asset) {
    return now().inSubtree(asset);
  }

  @Override
  public Optional<Tag> find(AssetId asset, String quantity) {
    return now().find(asset, quantity);
  }

  @Override
  public List<Tag> list() {
    return now().list();
  }

  @Override
  public int size() {
    return now().size();
  }
}
