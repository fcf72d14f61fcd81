package io.kunan.platform.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a number which stands in the answer's header, in problems and in the log. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestIdFilter extends OncePerRequestFilter {
  private static final String ATTRIBUTE = RequestIdFilter.class.getName();
  private static final String MDC_KEY = "request";

  /** The number of a request under way. */
  public static String idOf(HttpServletRequest request) {
    return Objects.requireNonNullElse((String) request.getAttribute(ATTRIBUTE), "unknown");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = UUID.randomUUID().toString();
    request.setAttribute(ATTRIBUTE, id);
    response.setHeader("X-Request-Id", id);
    try (var context = MDC.putCloseable(MDC_KEY, id)) {
      Objects.requireNonNull(context);
      chain.doFilter(request, response);
    }
  }
}
