package io.kunan.platform.identity.web;

import io.kunan.kernel.Text;
import io.kunan.platform.home.Mode;
import io.kunan.platform.identity.internal.Account;
import io.kunan.platform.identity.internal.AccountChanges;
import io.kunan.platform.identity.internal.Logins;
import io.kunan.platform.identity.internal.SessionContexts;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.OpenToAll;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.platform.web.ServerOptions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Login, logout, and who is logged in. */
@RestController
@RequestMapping("/api/session")
class SessionEndpoints {
  private static final Text DEMO_BANNER =
      new Text("演示：数据来自虚拟工厂，并非真实生产。", "Demonstration: the data come from a virtual plant.");

  private final Logins logins;
  private final AccountChanges changes;
  private final SessionContexts sessions;
  private final SessionAuthenticationStrategy freshSession;
  private final ServerOptions options;

  SessionEndpoints(
      Logins logins,
      AccountChanges changes,
      SessionContexts sessions,
      SessionAuthenticationStrategy freshSession,
      ServerOptions options) {
    this.logins = logins;
    this.changes = changes;
    this.sessions = sessions;
    this.freshSession = freshSession;
    this.options = options;
  }

  record Login(@NotNull String username, @NotNull String password) {}

  record PasswordChange(@NotNull String current, @NotNull String next) {}

  record SessionUser(
      int id, String username, String displayName, Set<Role> roles, Set<Integer> sites) {}

  record Session(
      SessionUser user,
      boolean mustChangePassword,
      @Schema(allowableValues = {"demo", "normal"}) String mode,
      @Nullable Text banner,
      String version,
      boolean virtualPlant) {}

  @OpenToAll
  @PostMapping
  Session login(
      @Valid @RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
    Account account = logins.login(login.username(), login.password(), request.getRemoteAddr());
    sessions.open(account, request);
    freshSession.onAuthentication(
        Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()),
        request,
        response);
    return session(account);
  }

  @Requires(Role.VIEWER)
  @GetMapping
  Session current(HttpServletRequest request) {
    return session(sessions.find(request).orElseThrow());
  }

  @Requires(Role.VIEWER)
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(HttpServletRequest request) {
    logins.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Changes one's own password; other sessions of the account end, this one goes on. */
  @Requires(Role.VIEWER)
  @PutMapping("/password")
  Session changePassword(
      @Valid @RequestBody PasswordChange change, Caller caller, HttpServletRequest request) {
    Account account = changes.changeOwnPassword(caller.id(), change.current(), change.next());
    sessions.open(account, request);
    return session(account);
  }

  private Session session(Account account) {
    boolean demo = options.mode() == Mode.DEMO;
    return new Session(
        new SessionUser(
            account.id(),
            account.username(),
            account.displayName(),
            account.roles(),
            account.sites()),
        account.mustChange(),
        demo ? "demo" : "normal",
        demo ? DEMO_BANNER : null,
        options.version(),
        demo);
  }
}
