package io.kunan.platform.identity.internal;

import io.kunan.platform.web.SessionAuthority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * A session keeps only whose it is. Rights are looked up at each request, so that a change of role,
 * a disabled account or a new password takes effect at once.
 */
@Component
public class SessionContexts implements SecurityContextRepository {
  private static final String OWNER = SessionContexts.class.getName();

  private final Accounts accounts;

  SessionContexts(Accounts accounts) {
    this.accounts = accounts;
  }

  private record Owner(int account, int version) implements java.io.Serializable {}

  /** Makes the session of a request that of an account. */
  public void open(Account account, HttpServletRequest request) {
    request.getSession(true).setAttribute(OWNER, new Owner(account.id(), account.version()));
    SecurityContextHolder.setContext(new SecurityContextImpl(authentication(account)));
  }

  /** Whose session it is, if it still counts. */
  public Optional<Account> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(OWNER) instanceof Owner owner
        ? accounts
            .find(owner.account())
            .filter(account -> account.enabled() && account.version() == owner.version())
        : Optional.empty();
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return find(holder.getRequest())
        .<SecurityContext>map(account -> new SecurityContextImpl(authentication(account)))
        .orElseGet(SecurityContextHolder::createEmptyContext);
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // Sessions are opened by a login alone.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }

  private static Authentication authentication(Account account) {
    List<GrantedAuthority> authorities =
        account.mustChange() ? List.of(SessionAuthority.MUST_CHANGE_PASSWORD) : List.of();
    return UsernamePasswordAuthenticationToken.authenticated(account.caller(), null, authorities);
  }
}
