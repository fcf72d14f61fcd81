package io.kunan.platform.web.internal;

import io.kunan.kernel.Sentence;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Role;
import io.kunan.platform.web.SessionAuthority;
import io.kunan.platform.web.internal.EndpointRoles.Demand;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides who may call what, before a byte of the request's body is read. */
@Component
class EndpointGate implements AuthorizationManager<RequestAuthorizationContext> {
  private final EndpointRoles roles;

  EndpointGate(EndpointRoles roles) {
    this.roles = roles;
  }

  /**
   * A refusal that knows what would have been needed.
   *
   * @param reason for people
   */
  record Refused(@Sentence String reason) implements AuthorizationResult {
    @Override
    public boolean isGranted() {
      return false;
    }
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> login, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    return switch (roles.demandOf(request)) {
      case Demand.Nothing _ -> new AuthorizationDecision(true);
      case Demand.Login _ -> decide(login.get(), Role.VIEWER, request);
      case Demand.AtLeast(var role) -> decide(login.get(), role, request);
    };
  }

  private static AuthorizationResult decide(
      @Nullable Authentication login, Role needed, HttpServletRequest request) {
    if (login == null || !(login.getPrincipal() instanceof Caller caller)) {
      return new AuthorizationDecision(false);
    }
    boolean aboutSession = request.getRequestURI().startsWith("/api/session");
    if (!aboutSession && login.getAuthorities().contains(SessionAuthority.MUST_CHANGE_PASSWORD)) {
      return new Refused("Change your password first");
    }
    return caller.may(needed)
        ? new AuthorizationDecision(true)
        : new Refused("This needs the role " + needed);
  }
}
