package io.kunan.platform.connect.internal;

import io.kunan.kernel.TagId;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.OpcUaEndpoint.Security;
import io.kunan.platform.connect.PlantConnections;
import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of connections: each checked, stored, audited, and then carried out. */
@Component
public class ConnectionAdmin implements PlantConnections {
  private final ConnectionStore store;
  private final ConnectionSupervisor supervisor;
  private final BrowserPool browsers;
  private final PasswordSeal seal;
  private final AuditTrail audit;

  ConnectionAdmin(
      ConnectionStore store,
      ConnectionSupervisor supervisor,
      BrowserPool browsers,
      PasswordSeal seal,
      AuditTrail audit) {
    this.store = store;
    this.supervisor = supervisor;
    this.browsers = browsers;
    this.seal = seal;
    this.audit = audit;
  }

  /**
   * What people set up.
   *
   * @param password null keeps the one there is, as long as the user stays the same
   */
  public record Edit(
      String name,
      String endpoint,
      Security security,
      @Nullable String username,
      @Nullable String password,
      boolean enabled) {
    public Edit {
      name = name.strip();
      username = username == null || username.isBlank() ? null : username.strip();
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
    boolean sameUser = edit.username() != null && edit.username().equals(before.username());
    ConnectionRow changed = row(id, edit, sameUser ? before.password() : null, before.wanted());
    store.update(changed);
    record("CONNECTION_CHANGED", changed);
    return changed;
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
    ConnectionRow changed =
        new ConnectionRow(
            id,
            before.name(),
            before.endpoint(),
            before.security(),
            before.username(),
            before.password(),
            before.enabled(),
            running);
    store.update(changed);
    record(running ? "CONNECTION_STARTED" : "CONNECTION_STOPPED", changed);
    return changed;
  }

  @Override
  @Transactional
  public int ensure(String name, OpcUaEndpoint endpoint) {
    Edit edit =
        new Edit(
            name,
            endpoint.url(),
            endpoint.security(),
            endpoint.username(),
            endpoint.password(),
            true);
    ConnectionRow known = store.findByName(edit.name()).orElse(null);
    if (known == null) {
      return create(edit).id();
    }
    if (!supervisor.endpoint(known).equals(endpoint) || !known.enabled()) {
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
    return supervisor.opcUa().test(supervisor.endpoint(get(id)));
  }

  /** Trusts the certificate that the server showed at a test. */
  @Transactional
  public void trust(int id, String thumbprint) {
    ConnectionRow connection = get(id);
    try {
      supervisor.opcUa().trust(thumbprint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.record("SERVER_TRUSTED", connection.label(), Map.of("thumbprint", thumbprint));
  }

  private ConnectionRow row(int id, Edit edit, byte @Nullable [] kept, boolean wanted) {
    OpcUaEndpoint endpoint =
        new OpcUaEndpoint(edit.endpoint(), edit.security(), edit.username(), null);
    if (store.findByName(edit.name()).filter(other -> other.id() != id).isPresent()) {
      throw Refusal.conflict(
          "a connection named “%s” exists".formatted(edit.name()), "choose another name");
    }
    String password = edit.username() == null ? null : edit.password();
    byte[] sealed = password == null || password.isEmpty() ? kept : seal.seal(password);
    return new ConnectionRow(
        id,
        edit.name(),
        endpoint.url(),
        edit.security(),
        edit.username(),
        sealed,
        edit.enabled(),
        wanted);
  }

  private void record(String action, ConnectionRow row) {
    audit.record(
        action,
        row.label(),
        Map.of(
            "endpoint",
            row.endpoint(),
            "security",
            row.security().label(),
            "user",
            row.username() == null ? "" : row.username(),
            "enabled",
            row.enabled()));
    AfterCommit.run(
        () -> {
          browsers.forget(row.id());
          supervisor.reconcile(row.id());
        });
  }
}
