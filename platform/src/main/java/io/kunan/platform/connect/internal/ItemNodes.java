package io.kunan.platform.connect.internal;

import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.connect.TagNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a connection is to subscribe: its items, with what the catalogue knows of their tags. */
@Component
class ItemNodes {
  private final ConnectionStore store;
  private final Assets assets;

  ItemNodes(ConnectionStore store, Assets assets) {
    this.store = store;
    this.assets = assets;
  }

  /** The nodes of a connection whose tags exist. */
  List<TagNode> nodes(int connection) {
    List<TagNode> nodes = new ArrayList<>();
    for (ConnectionStore.Item item : store.items(connection)) {
      assets.tags().find(item.tag()).ifPresent(tag -> nodes.add(node(tag, item.nodeId())));
    }
    return nodes;
  }

  private static TagNode node(Tag tag, String nodeId) {
    Map<String, Integer> states = new HashMap<>();
    for (TagTraits.State state : tag.traits().states()) {
      states.put(state.zh(), state.code());
      states.put(state.en(), state.code());
    }
    return new TagNode(tag.id(), nodeId, states, tag.traits().expectedPeriod());
  }
}
