package io.kunan.platform.web.internal;

import io.kunan.platform.web.OpenToAll;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Knows which role each endpoint needs, and lets the server start only when each of ours says it.
 */
@Component
public class EndpointRoles implements SmartInitializingSingleton {
  private final RequestMappingHandlerMapping mapping;

  EndpointRoles(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  /** All endpoints. */
  public RequestMappingHandlerMapping mapping() {
    return mapping;
  }

  /** What an endpoint asks of its caller. */
  public sealed interface Demand {
    /** Nothing: anybody may call it. */
    record Nothing() implements Demand {}

    /** A role. */
    record AtLeast(Role role) implements Demand {}

    /** A login, for want of an endpoint that says more. */
    record Login() implements Demand {}
  }

  /** What the endpoint asks to which a request goes. */
  public Demand demandOf(HttpServletRequest request) {
    try {
      if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
        ServletRequestPathUtils.parseAndCache(request);
      }
      HandlerExecutionChain chain = mapping.getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method
          ? find(method).orElse(new Demand.Login())
          : new Demand.Login();
    } catch (Exception e) {
      // A wrong method or media type: whoever has logged in is told so by the dispatcher.
      return new Demand.Login();
    }
  }

  /** What a handler declares; the method's word before its controller's. */
  public static Optional<Demand> find(HandlerMethod handler) {
    if (handler.hasMethodAnnotation(OpenToAll.class)) {
      return Optional.of(new Demand.Nothing());
    }
    Requires own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
    Requires word =
        own != null
            ? own
            : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    return Optional.ofNullable(word).map(w -> new Demand.AtLeast(w.value()));
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> silent =
        mapping.getHandlerMethods().values().stream()
            .filter(handler -> handler.getBeanType().getName().startsWith("io.kunan."))
            .filter(handler -> find(handler).isEmpty())
            .map(HandlerMethod::getShortLogMessage)
            .sorted()
            .toList();
    if (!silent.isEmpty()) {
      throw new IllegalStateException(
          "these endpoints declare no role: %s. Maybe add @Requires(Role.…)".formatted(silent));
    }
  }
}
