package io.kunan.platform.identity.internal;

import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param passwordHash with the name of its algorithm before it
 * @param sites numbers of plants; empty for all
 * @param mustChange whether the password was set by somebody else and only serves to choose one
 * @param version rises with each change that ends the sessions open before it
 */
public record Account(
    int id,
    String username,
    String displayName,
    String passwordHash,
    Set<Role> roles,
    Set<Integer> sites,
    boolean enabled,
    boolean mustChange,
    int version,
    @Nullable Instant lastLogin) {
  public Account {
    roles = Set.copyOf(roles);
    sites = Set.copyOf(sites);
  }

  /** The person as endpoints know them. */
  public Caller caller() {
    return new Caller(id, username, displayName, roles, sites);
  }
}
