package io.kunan.platform.identity.internal;

import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people in. */
@Component
public class Logins {
  private static final int LONGEST_NAME = 64;

  private final Accounts accounts;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final LoginThrottle throttle;

  Logins(
      Accounts accounts,
      Passwords passwords,
      AuditTrail audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.throttle = new LoginThrottle(clock);
  }

  /**
   * The account of somebody who knows its password.
   *
   * @throws Refusal 401 when they do not, 429 when they have to wait
   */
  public Account login(String username, String password, String address) {
    Duration wait = throttle.waitFor(username, address);
    if (wait.isPositive()) {
      throw new Refusal(
          HttpStatus.TOO_MANY_REQUESTS,
          "There were too many wrong logins",
          "try again in %d s".formatted(wait.toSeconds() + 1));
    }
    Optional<Account> account = accounts.find(username).filter(Account::enabled);
    if (account.isEmpty()) {
      passwords.pretendToCheck(password);
    }
    if (account.filter(known -> passwords.fits(password, known.passwordHash())).isEmpty()) {
      throw failed(username, address);
    }
    throttle.succeeded(username);
    Account known = account.get();
    transaction.executeWithoutResult(
        _ -> {
          accounts.loggedIn(known.id(), clock.instant());
          audit.recordAs(known.username(), "LOGIN", object(known), Map.of("address", address));
        });
    return known;
  }

  /** Tells the trail that somebody left. */
  public void logout() {
    transaction.executeWithoutResult(_ -> audit.record("LOGOUT", "session", Map.of()));
  }

  private Refusal failed(String username, String address) {
    throttle.failed(username, address);
    String name = username.substring(0, Math.min(LONGEST_NAME, username.length()));
    transaction.executeWithoutResult(
        _ -> audit.recordAs(name, "LOGIN_FAILED", "session", Map.of("address", address)));
    return new Refusal(
        HttpStatus.UNAUTHORIZED,
        "The user name or the password is wrong",
        "try again, or ask an administrator for a new password");
  }

  private static String object(Account account) {
    return "user " + account.id() + " " + account.username();
  }
}
