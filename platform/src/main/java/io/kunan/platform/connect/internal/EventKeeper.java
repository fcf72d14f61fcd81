package io.kunan.platform.connect.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.PlantEvent;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventType;
import io.kunan.platform.events.Events;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the events of plants at the asset where they happened: the one whose tags are fed from
 * nodes below the source of the event, else the only one that bears its name.
 */
@Component
class EventKeeper implements EventSink {
  private static final Logger LOG = LoggerFactory.getLogger(EventKeeper.class);

  private final Events events;
  private final Assets assets;
  private final ConnectionStore store;
  private final Map<String, Text> names;
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  EventKeeper(Events events, Assets assets, ConnectionStore store, List<EventType> types) {
    this.events = events;
    this.assets = assets;
    this.store = store;
    this.names =
        types.stream()
            .collect(Collectors.toMap(EventType::code, EventType::name, (first, second) -> first));
  }

  @Override
  public void accept(PlantEvent told) {
    Optional<AssetId> asset = place(told);
    if (asset.isEmpty()) {
      if (unknown.add(told.source())) {
        LOG.warn("no asset is known for the source of an event, {}", told);
      }
      return;
    }
    Text title = names.getOrDefault(told.type(), Text.same(told.message()));
    events.put(
        new Event(
            0,
            asset.get().value(),
            told.type(),
            told.connection() + ":" + told.key(),
            told.start(),
            told.end(),
            null,
            title.zh(),
            title.en(),
            told.attributes()));
  }

  private Optional<AssetId> place(PlantEvent told) {
    return store
        .findTagBelow(told.connection(), told.source())
        .flatMap(tag -> assets.tags().find(tag))
        .map(Tag::asset)
        .or(() -> byName(told.sourceName()));
  }

  private Optional<AssetId> byName(String sourceName) {
    String code = AssetPlacement.lastPart(sourceName);
    Function<String, List<Asset>> named =
        wanted -> assets.tree().list().stream().filter(each -> each.code().equals(wanted)).toList();
    List<Asset> exact = named.apply(sourceName);
    List<Asset> found = exact.isEmpty() ? named.apply(code) : exact;
    return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
  }
}
