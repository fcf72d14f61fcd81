package io.kunan.platform.identity.internal;

import io.kunan.kernel.InputException;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Role;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes accounts, each with its entry in the audit trail. One enabled administrator always stays.
 */
@Component
@Transactional
public class AccountChanges {
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@-]{2,64}");

  private final Accounts accounts;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final Clock clock;

  AccountChanges(Accounts accounts, Passwords passwords, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens an account; whoever sets another's password makes one that only serves to change it. */
  public int create(
      String username,
      String displayName,
      Set<Role> roles,
      Set<Integer> sites,
      String password,
      boolean mustChange) {
    checkNames(username, displayName, roles);
    if (accounts.find(username).isPresent()) {
      throw Refusal.conflict("The user name %s is taken".formatted(username), "choose another one");
    }
    int id =
        accounts.insert(
            new Account(
                0,
                username,
                displayName,
                passwords.hash(password),
                roles,
                sites,
                true,
                mustChange,
                1,
                null),
            clock.instant());
    audit.record(
        "USER_CREATED",
        "user " + id + " " + username,
        Map.of("displayName", displayName, "roles", roles, "sites", sites));
    return id;
  }

  /** Changes what an account may do; its sessions go on with the new rights. */
  public void change(
      int id, String displayName, Set<Role> roles, Set<Integer> sites, boolean enabled) {
    Account before = get(id);
    checkNames(before.username(), displayName, roles);
    if (!enabled || !roles.contains(Role.ADMIN)) {
      keepAnAdministrator(before);
    }
    accounts.update(
        new Account(
            id,
            before.username(),
            displayName,
            before.passwordHash(),
            roles,
            sites,
            enabled,
            before.mustChange(),
            before.version(),
            before.lastLogin()));
    audit.record(
        "USER_CHANGED",
        object(before),
        Map.of("displayName", displayName, "roles", roles, "sites", sites, "enabled", enabled));
  }

  /** Sets a password; the sessions open with the old one end. */
  public Account setPassword(int id, String next, boolean mustChange) {
    Account before = get(id);
    Account after =
        new Account(
            id,
            before.username(),
            before.displayName(),
            passwords.hash(next),
            before.roles(),
            before.sites(),
            before.enabled(),
            mustChange,
            before.version() + 1,
            before.lastLogin());
    accounts.update(after);
    audit.record("PASSWORD_CHANGED", object(before), Map.of());
    return after;
  }

  /** Sets one's own password. */
  public Account changeOwnPassword(int id, String current, String next) {
    if (!passwords.fits(current, get(id).passwordHash())) {
      throw new InputException(
          "current", "is not your password", "type the one you logged in with");
    }
    if (current.equals(next)) {
      throw new InputException("next", "is the password you have", "choose another one");
    }
    return setPassword(id, next, false);
  }

  public void delete(int id, int caller) {
    Account account = get(id);
    if (id == caller) {
      throw Refusal.conflict("This is your own account", "let another administrator delete it");
    }
    keepAnAdministrator(account);
    accounts.delete(id);
    audit.record("USER_DELETED", object(account), Map.of());
  }

  private Account get(int id) {
    return accounts.find(id).orElseThrow(() -> Refusal.notFound("User " + id));
  }

  private void keepAnAdministrator(Account leaving) {
    boolean another =
        accounts.list().stream()
            .anyMatch(
                account ->
                    account.id() != leaving.id()
                        && account.enabled()
                        && account.roles().contains(Role.ADMIN));
    if (!another) {
      throw Refusal.conflict(
          "%s is the last administrator".formatted(leaving.username()),
          "make another administrator first");
    }
  }

  private static void checkNames(String username, String displayName, Set<Role> roles) {
    if (!USERNAME.matcher(username).matches()) {
      throw new InputException(
          "username",
          "“%s” cannot be used".formatted(username),
          "use 2 to 64 of the letters A–Z, a–z, 0–9 and . _ @ -");
    }
    if (displayName.isBlank()) {
      throw new InputException("displayName", "is empty", "give the person's name");
    }
    if (roles.isEmpty()) {
      throw new InputException("roles", "are empty", "give at least VIEWER");
    }
  }

  private static String object(Account account) {
    return "user " + account.id() + " " + account.username();
  }
}
