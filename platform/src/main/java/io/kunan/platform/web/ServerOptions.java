package io.kunan.platform.web;

import io.kunan.platform.home.Mode;
import java.time.Clock;

/**
 * How a server runs.
 *
 * @param host address to bind; loopback unless people of other machines shall come in
 * @param port TCP port, 0 for any free one
 * @param version of this build, shown to people
 * @param commit of this build, empty when not known
 */
public record ServerOptions(
    String host, int port, Mode mode, Clock clock, String version, String commit) {
  /** Port people expect. */
  public static final int USUAL_PORT = 8080;

  /** Loopback only. */
  public static final String LOOPBACK = "127.0.0.1";
}
