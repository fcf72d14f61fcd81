package io.kunan.platform.web;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;

/** Tells in one sentence why a port cannot be opened, whatever language the system speaks. */
final class PortCheck {
  private static final int FIRST_OPEN_TO_ALL = 1024;
  private static final int ANSWER_MS = 500;

  private PortCheck() {}

  static void check(ServerOptions options) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(address(options));
    } catch (BindException e) {
      throw refused(options, e);
    } catch (IOException e) {
      throw unknownHost(options, e);
    }
  }

  /** Why the system refused to open the port. */
  static InputException refused(ServerOptions options, Exception cause) {
    try {
      InetSocketAddress address = address(options);
      if (!isHere(address.getAddress())) {
        return unknownHost(options, cause);
      }
      if (options.port() < FIRST_OPEN_TO_ALL && !answers(address)) {
        return new InputException(
            "port " + options.port(),
            "may not be opened by this user",
            "ports below %d are the administrator's: give another with --port N"
                .formatted(FIRST_OPEN_TO_ALL),
            cause);
      }
    } catch (IOException e) {
      return unknownHost(options, e);
    }
    return new InputException(
        "port " + options.port(),
        "is taken by another program",
        "stop that one, or give another with --port N (--port 0 takes any free one)",
        cause);
  }

  private static InetSocketAddress address(ServerOptions options) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(options.host()), options.port());
  }

  private static boolean isHere(InetAddress address) throws IOException {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  private static boolean answers(InetSocketAddress address) {
    try (Socket knock = new Socket()) {
      knock.connect(address, ANSWER_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InputException unknownHost(ServerOptions options, Exception cause) {
    return new InputException(
        "--host",
        "“%s” is no address of this machine".formatted(options.host()),
        "give %s, 0.0.0.0 or a name of this machine".formatted(ServerOptions.LOOPBACK),
        cause);
  }
}
