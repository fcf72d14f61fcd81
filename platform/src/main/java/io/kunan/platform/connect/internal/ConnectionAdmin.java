package io.kunan.platform.connect.internal;

import io.kunan.kernel.TagId;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PlantConnections;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of connections: each checked, stored, audited, and then carried out. */
@Component
public class ConnectionAdmin implements PlantConnections {
  private final ConnectionStore store;
  private final ConnectionSupervisor supervisor;
  private final Connectors connectors;
  private final BrowserPool browsers;
  private final PasswordSeal seal;
  private final AuditTrail audit;

  ConnectionAdmin(
      ConnectionStore store,
      ConnectionSupervisor supervisor,
      Connectors connectors,
      BrowserPool browsers,
      PasswordSeal seal,
      AuditTrail audit) {
    this.store = store;
    this.supervisor = supervisor;
    this.connectors = connectors;
    this.browsers = browsers;
    this.seal = seal;
    this.audit = audit;
  }

  /**
   * What people set up.
   *
   * @param settings without the password
   * @param password null keeps the one there is, as long as the user stays the same
   */
  public record Edit(
      String name, ConnectionSettings settings, @Nullable String password, boolean enabled) {
    public Edit {
      name = name.strip();
    }
  }

  /** The connection of a number. */
  public ConnectionRow get(int id) {
    return store.find(id).orElseThrow(() -> Refusal.notFound("connection " + id));
  }

  @Transactional
  public ConnectionRow create(Edit edit) {
    ConnectionRow fresh = row(0, edit, null, false);
    ConnectionRow stored = get(store.insert(fresh));
    record("CONNECTION_CREATED", stored);
    return stored;
  }

  @Transactional
  public ConnectionRow change(int id, Edit edit) {
    ConnectionRow before = get(id);
    requireSameKind(before.settings(), edit.settings());
    String user = edit.settings().username();
    boolean sameUser = user != null && user.equals(before.settings().username());
    ConnectionRow changed = row(id, edit, sameUser ? before.password() : null, before.wanted());
    store.update(changed);
    record("CONNECTION_CHANGED", changed);
    return changed;
  }

  private static void requireSameKind(ConnectionSettings before, ConnectionSettings after) {
    if (before.kind() != after.kind()) {
      throw Refusal.conflict(
          "the connection is of kind %s: its tags are named in that kind's way"
              .formatted(before.kind()),
          "make another connection of kind %s".formatted(after.kind()));
    }
  }

  @Transactional
  public void delete(int id) {
    ConnectionRow gone = get(id);
    store.delete(id);
    record("CONNECTION_DELETED", gone);
  }

  /** Wants a connection running or not. */
  @Transactional
  public ConnectionRow want(int id, boolean running) {
    ConnectionRow before = get(id);
    if (running && !before.enabled()) {
      throw Refusal.conflict(
          "%s is disabled".formatted(before.label()), "enable the connection, then start it");
    }
    ConnectionRow changed = before.wanted(running);
    store.update(changed);
    record(running ? "CONNECTION_STARTED" : "CONNECTION_STOPPED", changed);
    return changed;
  }

  @Override
  @Transactional
  public int ensure(String name, OpcUaEndpoint endpoint) {
    OpcUaEndpoint open =
        new OpcUaEndpoint(endpoint.url(), endpoint.security(), endpoint.username(), null);
    Edit edit = new Edit(name, new ConnectionSettings.OpcUa(open), endpoint.password(), true);
    ConnectionRow known = store.findByName(edit.name()).orElse(null);
    if (known == null) {
      return create(edit).id();
    }
    if (!known.settings().equals(edit.settings())
        || !Objects.equals(connectors.password(known), endpoint.password())
        || !known.enabled()) {
      change(known.id(), edit);
    }
    return known.id();
  }

  @Override
  @Transactional
  public void link(int id, Map<TagId, String> nodes) {
    Map<String, TagId> fed = store.tagsByNode(id);
    List<ConnectionStore.Item> fresh = new ArrayList<>();
    nodes.forEach(
        (tag, node) -> {
          if (!tag.equals(fed.get(node))) {
            fresh.add(new ConnectionStore.Item(tag, node));
          }
        });
    if (!fresh.isEmpty()) {
      store.deleteItems(fresh.stream().map(item -> item.tag().value()).toList());
      link(id, fresh);
    }
  }

  /** Feeds tags from nodes; neither is fed or feeds yet. */
  @Transactional
  public void link(int id, List<ConnectionStore.Item> items) {
    ConnectionRow connection = get(id);
    store.insertItems(id, items);
    audit.record("CONNECTION_TAGS_LINKED", connection.label(), Map.of("tags", items.size()));
    AfterCommit.run(() -> supervisor.reconcile(id));
  }

  @Override
  @Transactional
  public void start(int id) {
    if (!get(id).wanted()) {
      want(id, true);
    }
  }

  @Override
  public ConnectorHealth health(int id) {
    return supervisor.health(id);
  }

  /** Connects once, beside a running connection. */
  public ConnectionTest test(int id) {
    return connectors.test(get(id));
  }

  /** Trusts the certificate that the server showed at a test. */
  @Transactional
  public void trust(int id, String thumbprint) {
    ConnectionRow connection = get(id);
    try {
      connectors.trust(connection, thumbprint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.record("SERVER_TRUSTED", connection.label(), Map.of("thumbprint", thumbprint));
  }

  private ConnectionRow row(int id, Edit edit, byte @Nullable [] kept, boolean wanted) {
    if (edit.settings() instanceof ConnectionSettings.OverBroker overBroker) {
      BrokerConnectors.check(overBroker);
    }
    if (store.findByName(edit.name()).filter(other -> other.id() != id).isPresent()) {
      throw Refusal.conflict(
          "a connection named “%s” exists".formatted(edit.name()), "choose another name");
    }
    String password = edit.settings().username() == null ? null : edit.password();
    byte[] sealed = password == null || password.isEmpty() ? kept : seal.seal(password);
    return new ConnectionRow(id, edit.name(), edit.settings(), sealed, edit.enabled(), wanted);
  }

  private void record(String action, ConnectionRow row) {
    audit.record(
        action,
        row.label(),
        Map.of(
            "kind",
            row.settings().kind().name(),
            "endpoint",
            row.settings().endpoint(),
            "security",
            row.settings().security(),
            "user",
            Objects.requireNonNullElse(row.settings().username(), ""),
            "enabled",
            row.enabled()));
    AfterCommit.run(
        () -> {
          browsers.forget(row.id());
          supervisor.reconcile(row.id());
        });
  }
}
