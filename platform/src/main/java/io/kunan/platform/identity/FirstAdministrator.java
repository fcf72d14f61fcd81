package io.kunan.platform.identity;

import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.home.Mode;
import io.kunan.platform.home.Secrets;
import io.kunan.platform.identity.internal.AccountChanges;
import io.kunan.platform.identity.internal.Accounts;
import io.kunan.platform.identity.internal.Passwords;
import io.kunan.platform.web.Role;
import io.kunan.platform.web.ServerOptions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The first start of an installation makes the account {@code admin} with a random password, of
 * which only the hash is kept. A demo keeps the password itself in its secrets, to show it at every
 * start.
 */
@Component
public class FirstAdministrator implements SmartInitializingSingleton {
  /** Name of the account. */
  public static final String USERNAME = "admin";

  private static final String KEPT = "admin-password";
  private static final int PASSWORD_BYTES = 15;

  private final Accounts accounts;
  private final AccountChanges changes;
  private final Passwords passwords;
  private final HomeFolder home;
  private final boolean demo;
  private volatile @Nullable String fresh;

  FirstAdministrator(
      Accounts accounts,
      AccountChanges changes,
      Passwords passwords,
      HomeFolder home,
      ServerOptions options) {
    this.accounts = accounts;
    this.changes = changes;
    this.passwords = passwords;
    this.home = home;
    this.demo = options.mode() == Mode.DEMO;
  }

  /** The password to show now: that just made, or the one a demo keeps as long as it is valid. */
  public Optional<String> passwordToShow() {
    Optional<String> made = Optional.ofNullable(fresh);
    return demo ? made.or(() -> home.secrets().find(KEPT).filter(this::isValid)) : made;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!accounts.list().isEmpty()) {
      return;
    }
    String password = Secrets.random(PASSWORD_BYTES);
    changes.create(USERNAME, "Administrator", Set.of(Role.ADMIN), Set.of(), password, false);
    if (demo) {
      home.secrets().put(KEPT, password);
    }
    fresh = password;
  }

  private boolean isValid(String password) {
    return accounts
        .find(USERNAME)
        .filter(account -> passwords.fits(password, account.passwordHash()))
        .isPresent();
  }
}
