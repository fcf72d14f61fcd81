package io.kunan.platform.events.internal;

import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.AssetsChanged;
import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.PlantEvent;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventType;
import io.kunan.platform.events.Events;
import io.kunan.platform.web.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes the events of plants. The equipment is found by the attribute {@code source} of an asset,
 * which holds the name the plant gives it.
 */
@Component
class PlantEvents implements EventSink {
  /** Attribute of an asset: its name in the plant's own system. */
  private static final String SOURCE = "source";

  private static final Logger LOG = LoggerFactory.getLogger(PlantEvents.class);

  private final Events events;
  private final Assets assets;
  private final Map<String, Text> names = new HashMap<>();
  private volatile Map<String, Asset> bySource = Map.of();

  PlantEvents(Events events, Assets assets, List<EventType> types) {
    this.events = events;
    this.assets = assets;
    types.forEach(type -> names.put(type.code(), type.name()));
    index();
  }

  @EventListener(AssetsChanged.class)
  void index() {
    Map<String, Asset> found = new HashMap<>();
    for (Asset asset : assets.tree().list()) {
      String source = asset.attributes().get(SOURCE);
      if (source != null) {
        found.put(source, asset);
      }
    }
    bySource = found;
  }

  @Override
  public void accept(PlantEvent told) {
    Asset asset = bySource.get(told.sourceName());
    if (asset == null) {
      LOG.debug("no asset has the source {}, its {} is left out", told.sourceName(), told.type());
      return;
    }
    Text name = names.getOrDefault(told.type(), Text.same(told.type()));
    events.put(
        new Event(
            0,
            asset.id().value(),
            told.type(),
            told.sourceName() + ":" + told.key(),
            told.start(),
            told.end(),
            null,
            name.zh(),
            name.en(),
            told.attributes()));
  }
}
