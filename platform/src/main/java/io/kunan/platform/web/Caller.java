package io.kunan.platform.web;

import java.util.Comparator;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person on whose behalf a request runs. An endpoint gets it as a parameter of this type.
 *
 * @param id number of the account
 * @param username name at the login
 * @param displayName name shown to others
 * @param roles at least one
 * @param sites numbers of the plants the person is confined to; empty for all
 */
public record Caller(
    int id, String username, String displayName, Set<Role> roles, Set<Integer> sites)
    implements AuthenticatedPrincipal {
  public Caller {
    roles = Set.copyOf(roles);
    sites = Set.copyOf(sites);
  }

  @Override
  public String getName() {
    return username;
  }

  /** Whether one of the person's roles includes {@code needed}. */
  public boolean may(Role needed) {
    return roles.stream().anyMatch(role -> role.includes(needed));
  }

  /** Whether the person sees the whole installation. */
  public boolean seesAllSites() {
    return sites.isEmpty();
  }

  /** Refuses with 403 what concerns the whole installation to those confined to sites. */
  public void requireAllSites() {
    if (!seesAllSites()) {
      throw Refusal.forbidden(
          "This concerns the whole installation", "ask somebody who may see all sites");
    }
  }

  /** The highest of the person's roles. */
  public Role highestRole() {
    return roles.stream().max(Comparator.naturalOrder()).orElse(Role.VIEWER);
  }
}
