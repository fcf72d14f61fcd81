package io.kunan.platform.history.internal;

import io.kunan.engine.history.History;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagsChanged;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the history what it must know of a tag to reckon with it: step or line, and its class. */
@Component
class TagDescriptions {
  private final History history;
  private final Assets assets;

  TagDescriptions(History history, Assets assets) {
    this.history = history;
    this.assets = assets;
    define(assets.tags().list());
  }

  @EventListener
  void on(TagsChanged change) {
    define(
        Stream.concat(change.created().stream(), change.changed().stream())
            .map(id -> assets.tags().find(id).orElse(null))
            .filter(Objects::nonNull)
            .toList());
  }

  private void define(List<Tag> tags) {
    List<io.kunan.engine.history.Tag> told = tags.stream().map(TagDescriptions::told).toList();
    List<io.kunan.engine.history.Tag> fresh =
        told.stream()
            .filter(tag -> !history.tags().find(tag.id()).filter(tag::equals).isPresent())
            .toList();
    if (!fresh.isEmpty()) {
      history.tags().define(fresh);
    }
  }

  private static io.kunan.engine.history.Tag told(Tag tag) {
    return new io.kunan.engine.history.Tag(
        tag.id(), tag.name(), tag.unit(), tag.step(), tag.traits().retentionClass());
  }
}
