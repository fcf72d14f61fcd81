package io.kunan.platform.web;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a session may or must do besides its person's roles. */
public final class SessionAuthority {
  /** The password was set by somebody else: until it is changed only the session itself answers. */
  public static final GrantedAuthority MUST_CHANGE_PASSWORD =
      new SimpleGrantedAuthority("MUST_CHANGE_PASSWORD");

  private SessionAuthority() {}
}
