package io.kunan.platform.connect.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.connect.ServerNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes tags of variables of a server and subscribes them. A variable that is subscribed already is
 * skipped, a tag of the wanted name that no connection feeds is taken, everything else is made new.
 */
@Component
public class TagImport {
  private final ConnectionAdmin connections;
  private final ConnectionStore store;
  private final BrowserPool browsers;
  private final Assets assets;
  private final TransactionTemplate transaction;

  TagImport(
      ConnectionAdmin connections,
      ConnectionStore store,
      BrowserPool browsers,
      Assets assets,
      PlatformTransactionManager transactions) {
    this.connections = connections;
    this.store = store;
    this.browsers = browsers;
    this.assets = assets;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What came of an import.
   *
   * @param created tags made
   * @param linked tags that existed under that name and now get values
   * @param skipped variables that feed a tag of this connection already
   * @param remarks what a person should look at in tags that were made
   */
  public record Report(
      int created, int linked, int skipped, List<Rejected> rejected, List<Rejected> remarks) {
    public Report {
      rejected = List.copyOf(rejected);
      remarks = List.copyOf(remarks);
    }
  }

  /** A variable and what is to be said of it. */
  public record Rejected(String node, @Sentence String reason) {}

  /**
   * Imports nodes.
   *
   * @param asset where the tags belong; folders named like assets below it lead there
   * @param recursive take everything below the folders among the nodes
   */
  public Report run(int connection, List<String> nodes, AssetId asset, boolean recursive) {
    ConnectionRow row = connections.get(connection);
    AssetPlacement placement = new AssetPlacement(assets.tree(), asset);
    if (nodes.isEmpty()) {
      throw new InputException("nodes", "none is named", "choose folders or variables");
    }
    List<ServerNode> found =
        browsers.use(row, browser -> browser.variables(nodes, recursive, count -> true));
    return Objects.requireNonNull(
        transaction.execute(status -> new Batch(connection, placement).store(found)));
  }

  /** One import under way. */
  private final class Batch {
    private final int connection;
    private final AssetPlacement placement;
    private final Map<String, TagId> fed;
    private final Map<TagId, Integer> sources;
    private final Map<String, ServerNode> wanted = new LinkedHashMap<>();
    private final List<ConnectionStore.Item> items = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Rejected> remarks = new ArrayList<>();
    private int skipped;

    Batch(int connection, AssetPlacement placement) {
      this.connection = connection;
      this.placement = placement;
      this.fed = store.tagsByNode(connection);
      this.sources = store.connectionsByTag();
    }

    Report store(List<ServerNode> found) {
      found.forEach(this::sift);
      int linked = items.size();
      create();
      if (!items.isEmpty()) {
        connections.link(connection, items);
      }
      return new Report(items.size() - linked, linked, skipped, rejected, remarks);
    }

    private void sift(ServerNode node) {
      String name = String.join(".", node.path());
      if (fed.containsKey(node.nodeId())) {
        skipped++;
      } else if (node.refusal() != null) {
        reject(node, node.refusal());
      } else if (wanted.containsKey(name)) {
        reject(node, "another node here is named %s too".formatted(name));
      } else {
        Optional<Tag> existing = assets.tags().find(name);
        if (existing.isEmpty()) {
          wanted.put(name, node);
        } else {
          take(existing.get(), node);
        }
      }
    }

    /** A tag of that name exists: it is meant where nothing feeds it. */
    private void take(Tag tag, ServerNode node) {
      Integer source = sources.get(tag.id());
      if (source == null) {
        items.add(new ConnectionStore.Item(tag.id(), node.nodeId()));
      } else {
        reject(node, "the tag %s gets its values from connection %d".formatted(tag.name(), source));
      }
    }

    private void reject(ServerNode node, @Sentence String reason) {
      rejected.add(new Rejected(node.nodeId(), reason));
    }

    private void create() {
      List<ServerNode> nodes = new ArrayList<>(wanted.values());
      List<TagDraft> drafts = new ArrayList<>(nodes.size());
      for (Map.Entry<String, ServerNode> each : wanted.entrySet()) {
        ServerNode node = each.getValue();
        ImportedTraits traits = ImportedTraits.of(node);
        if (traits.note() != null) {
          remarks.add(new Rejected(node.nodeId(), traits.note()));
        }
        drafts.add(new TagDraft(each.getKey(), placement.of(node.path()), traits.traits()));
      }
      List<Tag> made = assets.createTags(drafts);
      for (int i = 0; i < nodes.size(); i++) {
        items.add(new ConnectionStore.Item(made.get(i).id(), nodes.get(i).nodeId()));
      }
    }
  }
}
