package io.kunan.platform.connect.web;

import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.OpcUaEndpoint.Security;
import io.kunan.platform.connect.internal.ConnectionAdmin;
import io.kunan.platform.connect.internal.ConnectionRow;
import io.kunan.platform.connect.internal.ConnectionStore;
import io.kunan.platform.connect.internal.ConnectionTags;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.connect.internal.settings.ConnectionSettings.Kind;
import io.kunan.platform.connect.internal.settings.MqttOptions;
import io.kunan.platform.connect.internal.settings.SparkplugOptions;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connections: how they are, and changes of them. */
@RestController
@RequestMapping("/api/connections")
class ConnectionEndpoints {
  private final ConnectionStore store;
  private final ConnectionAdmin admin;
  private final ConnectionTags tags;

  ConnectionEndpoints(ConnectionStore store, ConnectionAdmin admin, ConnectionTags tags) {
    this.store = store;
    this.admin = admin;
    this.tags = tags;
  }

  /**
   * A connection as people write it.
   *
   * @param kind absent is OPC_UA; stays what it is
   * @param securityPolicy of OPC UA: None or Basic256Sha256; for brokers the endpoint says it
   * @param password absent keeps the one there is
   * @param mqtt what is particular to MQTT
   * @param sparkplug what is particular to Sparkplug B; absent takes the defaults
   */
  record ConnectionEdit(
      @NotBlank @Size(max = 100) String name,
      @Nullable Kind kind,
      @NotBlank @Size(max = 500) String endpoint,
      @Nullable String securityPolicy,
      @Nullable @Size(max = 200) String username,
      @Nullable @Size(max = 500) String password,
      @Nullable Boolean enabled,
      @Nullable @Valid MqttOptions mqtt,
      @Nullable @Valid SparkplugOptions sparkplug) {
    ConnectionAdmin.Edit checked() {
      return new ConnectionAdmin.Edit(name, settings(), password, enabled == null || enabled);
    }

    private ConnectionSettings settings() {
      String user = username == null || username.isBlank() ? null : username.strip();
      return switch (Objects.requireNonNullElse(kind, Kind.OPC_UA)) {
        case OPC_UA ->
            new ConnectionSettings.OpcUa(
                new OpcUaEndpoint(
                    endpoint,
                    Security.of(Objects.requireNonNullElse(securityPolicy, "")),
                    user,
                    null));
        case MQTT ->
            Objects.requireNonNullElseGet(
                    mqtt, () -> new MqttOptions(null, null, null, null, null, List.of()))
                .settings(endpoint, user);
        case SPARKPLUG ->
            Objects.requireNonNullElseGet(
                    sparkplug, () -> new SparkplugOptions(null, null, null, null, null))
                .settings(endpoint, user);
      };
    }
  }

  /**
   * Which certificate to trust.
   *
   * @param thumbprint as the test of the connection showed it
   */
  record ConnectionTrust(@NotBlank String thumbprint) {}

  @GetMapping
  @Requires(Role.VIEWER)
  List<ConnectionView> list(Caller caller) {
    return store.list().stream()
        .filter(row -> tags.isVisible(row.id(), caller))
        .map(row -> view(row, caller))
        .toList();
  }

  @GetMapping("/{id}")
  @Requires(Role.VIEWER)
  ConnectionView get(@PathVariable int id, Caller caller) {
    return view(visible(id, caller), caller);
  }

  @PostMapping
  @Requires(Role.ENGINEER)
  @ResponseStatus(HttpStatus.CREATED)
  ConnectionView create(@Valid @RequestBody ConnectionEdit body, Caller caller) {
    caller.requireAllSites();
    return view(admin.create(body.checked()), caller);
  }

  @PutMapping("/{id}")
  @Requires(Role.ENGINEER)
  ConnectionView change(
      @PathVariable int id, @Valid @RequestBody ConnectionEdit body, Caller caller) {
    caller.requireAllSites();
    return view(admin.change(id, body.checked()), caller);
  }

  @DeleteMapping("/{id}")
  @Requires(Role.ENGINEER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable int id, Caller caller) {
    caller.requireAllSites();
    admin.delete(id);
  }

  @PostMapping("/{id}/start")
  @Requires(Role.ENGINEER)
  ConnectionView start(@PathVariable int id, Caller caller) {
    caller.requireAllSites();
    return view(admin.want(id, true), caller);
  }

  @PostMapping("/{id}/stop")
  @Requires(Role.ENGINEER)
  ConnectionView stop(@PathVariable int id, Caller caller) {
    caller.requireAllSites();
    return view(admin.want(id, false), caller);
  }

  @PostMapping("/{id}/test")
  @Requires(Role.ENGINEER)
  ConnectionTest test(@PathVariable int id, Caller caller) {
    caller.requireAllSites();
    return admin.test(id);
  }

  @PostMapping("/{id}/trust")
  @Requires(Role.ENGINEER)
  ConnectionTest trust(
      @PathVariable int id, @Valid @RequestBody ConnectionTrust body, Caller caller) {
    caller.requireAllSites();
    admin.trust(id, body.thumbprint());
    return admin.test(id);
  }

  private ConnectionRow visible(int id, Caller caller) {
    if (!tags.isVisible(id, caller)) {
      throw Refusal.notFound("Connection " + id);
    }
    return admin.get(id);
  }

  private ConnectionView view(ConnectionRow row, Caller caller) {
    return ConnectionView.of(row, tags.health(row.id(), caller));
  }
}
