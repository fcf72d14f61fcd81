package io.kunan.platform.web.internal;

import io.kunan.platform.web.Problems;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The walls around the API: login, roles, CSRF and the headers that bind a browser to this host.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  // Styles are set by the component library and the charts at run time, hence 'unsafe-inline' there
  // and nowhere else.
  private static final String CONTENT_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "worker-src 'self' blob:",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  @Bean
  CsrfTokenRepository csrfTokens() {
    return CookieCsrfTokenRepository.withHttpOnlyFalse();
  }

  /** What a login does to the session: another number and another CSRF token than before. */
  @Bean
  SessionAuthenticationStrategy freshSession(CsrfTokenRepository csrfTokens) {
    return new CompositeSessionAuthenticationStrategy(
        List.of(
            new ChangeSessionIdAuthenticationStrategy(),
            new CsrfAuthenticationStrategy(csrfTokens)));
  }

  @Bean
  SecurityFilterChain walls(
      HttpSecurity http,
      EndpointGate gate,
      Problems problems,
      SecurityContextRepository sessions,
      CsrfTokenRepository csrfTokens) {
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
        .headers(SecurityConfiguration::headers)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(
                        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers("/api/**", "/v3/**")
                    .access(gate)
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, _) ->
                            problems.write(
                                request,
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "You are not logged in",
                                "this needs a login",
                                "log in"))
                    .accessDeniedHandler(denied(problems)))
        .build();
  }

  private static AccessDeniedHandler denied(Problems problems) {
    return (request, response, denial) -> {
      if (denial instanceof CsrfException) {
        problems.write(
            request,
            response,
            HttpStatus.FORBIDDEN,
            "The request carries no valid CSRF token",
            "the header X-XSRF-TOKEN must repeat the cookie XSRF-TOKEN",
            "load the page again");
        return;
      }
      String reason =
          denial instanceof AuthorizationDeniedException known
                  && known.getAuthorizationResult() instanceof EndpointGate.Refused refused
              ? refused.reason()
              : "You may not do this";
      problems.write(
          request, response, HttpStatus.FORBIDDEN, reason, reason, "ask an administrator");
    };
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
        .crossOriginOpenerPolicy(
            policy ->
                policy.policy(
                    org.springframework.security.web.header.writers
                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN));
  }
}
