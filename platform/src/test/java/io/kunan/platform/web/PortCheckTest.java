package io.kunan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kunan.kernel.InputException;
import io.kunan.platform.home.Mode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void aTakenPortIsToldAsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerOptions options = options(ServerOptions.LOOPBACK, taken.getLocalPort());
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> PortCheck.check(options))
          .withMessageContaining("is taken by another program");
    }
  }

  @Test
  void aLowPortNobodyAnswersAtMayNotBeOpened() {
    ServerOptions options = options(ServerOptions.LOOPBACK, 1);
    assertThat(PortCheck.refused(options, new BindException("权限不够")))
        .hasMessageContaining("port 1: may not be opened by this user")
        .hasMessageContaining("--port");
  }

  @Test
  void anAddressOfAnotherMachineIsNoTakenPort() {
    for (String host : new String[] {"192.0.2.1", "no such host"}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> PortCheck.check(options(host, 8080)))
          .withMessageContaining("“%s” is no address of this machine".formatted(host));
    }
  }

  @Test
  void thereAreNoPortsBeyondSixteenBits() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> options(ServerOptions.LOOPBACK, 70_000))
        .withMessageContaining("70000 is no port");
  }

  private static ServerOptions options(String host, int port) {
    return new ServerOptions(host, port, Mode.NORMAL, Clock.systemUTC(), "test", "");
  }
}
