package io.kunan.platform.connect.internal;

import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.ServerNode;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people see of the tags of a connection and of the nodes of its server. */
@Component
public class ConnectionTags {
  private final ConnectionStore store;
  private final ConnectionSupervisor supervisor;
  private final BrowserPool browsers;
  private final Assets assets;
  private final SiteAccess sites;

  ConnectionTags(
      ConnectionStore store,
      ConnectionSupervisor supervisor,
      BrowserPool browsers,
      Assets assets,
      SiteAccess sites) {
    this.store = store;
    this.supervisor = supervisor;
    this.browsers = browsers;
    this.assets = assets;
    this.sites = sites;
  }

  /** A tag by name with its health. */
  public record Entry(String name, TagHealth health) {
    /** Whether name or node holds the words, in any case. */
    public boolean mentions(String words) {
      String wanted = words.strip().toLowerCase(Locale.ROOT);
      return name.toLowerCase(Locale.ROOT).contains(wanted)
          || health.nodeId().toLowerCase(Locale.ROOT).contains(wanted);
    }
  }

  /** Whether the person may know of a connection: it feeds a tag of theirs. */
  public boolean isVisible(int connection, Caller caller) {
    return caller.seesAllSites() || feedsOf(connection, caller).findAny().isPresent();
  }

  private Stream<TagHealth> feedsOf(int connection, Caller caller) {
    return supervisor.tagHealth(connection).stream()
        .filter(
            health ->
                assets
                    .tags()
                    .find(health.tag())
                    .filter(tag -> sites.covers(caller, tag.asset()))
                    .isPresent());
  }

  /** How a connection is; of its tags only those of the person are counted. */
  public ConnectorHealth health(int connection, Caller caller) {
    ConnectorHealth whole = supervisor.health(connection);
    if (caller.seesAllSites()) {
      return whole;
    }
    List<TagHealth> own = feedsOf(connection, caller).toList();
    long stale = own.stream().filter(TagHealth::stale).count();
    return whole.withTags(own.size(), Math.toIntExact(stale));
  }

  /** Connections of the person that run, of those that shall. */
  StatusSource.Sources sources(Caller caller) {
    return supervisor.sources(connection -> isVisible(connection, caller));
  }

  /** The tags of a connection that the person may see, by name. */
  public List<Entry> list(int connection, Caller caller) {
    List<Entry> entries = new ArrayList<>();
    for (TagHealth health : supervisor.tagHealth(connection)) {
      assets
          .tags()
          .find(health.tag())
          .filter(tag -> sites.covers(caller, tag.asset()))
          .ifPresent(tag -> entries.add(new Entry(tag.name(), health)));
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  /** Tag of each node of the connection. */
  public Map<String, TagId> byNode(int connection) {
    return store.tagsByNode(connection);
  }

  /** What a connection heard and could not use; empty for servers that are browsed. */
  public Optional<Overheard> overheard(int connection) {
    return supervisor.overheard(connection);
  }

  /** The children of a node of the connection's server; of its folder Objects for null. */
  public List<ServerNode> children(ConnectionRow connection, @Nullable String node) {
    return browsers.use(connection, browser -> browser.children(node));
  }
}
