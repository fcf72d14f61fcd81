package io.kunan.platform.connect.web;

import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.OpcUaEndpoint.Security;
import io.kunan.platform.connect.internal.ConnectionAdmin;
import io.kunan.platform.connect.internal.ConnectionRow;
import io.kunan.platform.connect.internal.ConnectionStore;
import io.kunan.platform.connect.internal.ConnectionSupervisor;
import io.kunan.platform.web.Caller;
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
  private final ConnectionSupervisor supervisor;
  private final SiteAccess sites;

  ConnectionEndpoints(
      ConnectionStore store,
      ConnectionAdmin admin,
      ConnectionSupervisor supervisor,
      SiteAccess sites) {
    this.store = store;
    this.admin = admin;
    this.supervisor = supervisor;
    this.sites = sites;
  }

  /**
   * A connection as people write it.
   *
   * @param kind OPC_UA, the only one there is
   * @param securityPolicy None or Basic256Sha256
   * @param password absent keeps the one there is
   */
  record ConnectionEdit(
      @NotBlank @Size(max = 100) String name,
      @Nullable String kind,
      @NotBlank @Size(max = 500) String endpoint,
      @Nullable String securityPolicy,
      @Nullable @Size(max = 200) String username,
      @Nullable @Size(max = 500) String password,
      @Nullable Boolean enabled) {
    ConnectionAdmin.Edit checked() {
      return new ConnectionAdmin.Edit(
          name,
          endpoint,
          Security.of(Objects.requireNonNullElse(securityPolicy, "")),
          username,
          password,
          enabled == null || enabled);
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
  List<ConnectionView> list() {
    return store.list().stream().map(this::view).toList();
  }

  @GetMapping("/{id}")
  @Requires(Role.VIEWER)
  ConnectionView get(@PathVariable int id) {
    return view(admin.get(id));
  }

  @PostMapping
  @Requires(Role.ENGINEER)
  @ResponseStatus(HttpStatus.CREATED)
  ConnectionView create(@Valid @RequestBody ConnectionEdit body, Caller caller) {
    sites.requireAllSites(caller);
    return view(admin.create(body.checked()));
  }

  @PutMapping("/{id}")
  @Requires(Role.ENGINEER)
  ConnectionView change(
      @PathVariable int id, @Valid @RequestBody ConnectionEdit body, Caller caller) {
    sites.requireAllSites(caller);
    return view(admin.change(id, body.checked()));
  }

  @DeleteMapping("/{id}")
  @Requires(Role.ENGINEER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable int id, Caller caller) {
    sites.requireAllSites(caller);
    admin.delete(id);
  }

  @PostMapping("/{id}/start")
  @Requires(Role.ENGINEER)
  ConnectionView start(@PathVariable int id, Caller caller) {
    sites.requireAllSites(caller);
    return view(admin.want(id, true));
  }

  @PostMapping("/{id}/stop")
  @Requires(Role.ENGINEER)
  ConnectionView stop(@PathVariable int id, Caller caller) {
    sites.requireAllSites(caller);
    return view(admin.want(id, false));
  }

  @PostMapping("/{id}/test")
  @Requires(Role.ENGINEER)
  ConnectionTest test(@PathVariable int id, Caller caller) {
    sites.requireAllSites(caller);
    return admin.test(id);
  }

  @PostMapping("/{id}/trust")
  @Requires(Role.ENGINEER)
  ConnectionTest trust(
      @PathVariable int id, @Valid @RequestBody ConnectionTrust body, Caller caller) {
    sites.requireAllSites(caller);
    admin.trust(id, body.thumbprint());
    return admin.test(id);
  }

  private ConnectionView view(ConnectionRow row) {
    return ConnectionView.of(row, supervisor.health(row.id()));
  }
}
