package io.kunan.platform.identity.web;

import io.kunan.platform.identity.internal.Account;
import io.kunan.platform.identity.internal.AccountChanges;
import io.kunan.platform.identity.internal.Accounts;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

/** Accounts, for administrators. */
@RestController
@RequestMapping("/api/users")
@Requires(Role.ADMIN)
class UserEndpoints {
  private final Accounts accounts;
  private final AccountChanges changes;

  UserEndpoints(Accounts accounts, AccountChanges changes) {
    this.accounts = accounts;
    this.changes = changes;
  }

  record User(
      int id,
      String username,
      String displayName,
      Set<Role> roles,
      Set<Integer> sites,
      boolean enabled,
      @Nullable Instant lastLogin) {}

  record NewUser(
      @NotNull String username,
      @NotNull String displayName,
      @NotNull Set<Role> roles,
      @NotNull Set<Integer> sites,
      @NotNull String password) {}

  record UserChange(
      @NotNull String displayName,
      @NotNull Set<Role> roles,
      @NotNull Set<Integer> sites,
      @NotNull Boolean enabled) {}

  record NextPassword(@NotNull String next) {}

  @GetMapping
  List<User> list(Caller caller) {
    caller.requireAllSites();
    return accounts.list().stream().map(UserEndpoints::user).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  User create(@Valid @RequestBody NewUser fresh, Caller caller) {
    caller.requireAllSites();
    return get(
        changes.create(
            fresh.username(),
            fresh.displayName(),
            fresh.roles(),
            fresh.sites(),
            fresh.password(),
            true));
  }

  @PutMapping("/{id}")
  User change(@PathVariable int id, @Valid @RequestBody UserChange change, Caller caller) {
    caller.requireAllSites();
    changes.change(id, change.displayName(), change.roles(), change.sites(), change.enabled());
    return get(id);
  }

  @PutMapping("/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setPassword(@PathVariable int id, @Valid @RequestBody NextPassword password, Caller caller) {
    caller.requireAllSites();
    changes.setPassword(id, password.next(), true);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable int id, Caller caller) {
    caller.requireAllSites();
    changes.delete(id, caller.id());
  }

  private User get(int id) {
    return accounts
        .find(id)
        .map(UserEndpoints::user)
        .orElseThrow(() -> Refusal.notFound("User " + id));
  }

  private static User user(Account account) {
    return new User(
        account.id(),
        account.username(),
        account.displayName(),
        account.roles(),
        account.sites(),
        account.enabled(),
        account.lastLogin());
  }
}
