package io.kunan.platform.web;

import io.kunan.kernel.InputException;
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

  private static final int LAST_PORT = 65_535;

  public ServerOptions {
    if (port < 0 || port > LAST_PORT) {
      throw new InputException(
          "--port",
          "%d is no port".formatted(port),
          "give one from 1 to %d, or 0 for any free one".formatted(LAST_PORT));
    }
  }
}
