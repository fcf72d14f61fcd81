package io.kunan.benchmark.opcua;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * A plant in a process of its own: n tags at 1 Hz, a tenth of them every 100 ms, and a ledger of
 * what was sent. Ends when its input ends or says so: it stops making values, lets the last ones go
 * out, closes its sessions.
 */
public final class EnduranceServer {
  static final String READY = "ready";
  private static final int PHASES = 10;

  private EnduranceServer() {}

  /**
   * @param args port, number of tags, file of the ledger
   */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    try (Ledger ledger = Ledger.create(Path.of(args[2]))) {
      OpcUaServer server = server(port);
      EnduranceNamespace plant = new EnduranceNamespace(server, Integer.parseInt(args[1]), ledger);
      plant.startup();
      ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
      AtomicInteger step = new AtomicInteger();
      clock.scheduleAtFixedRate(
          () -> {
            int now = step.getAndIncrement();
            plant.tell(now / PHASES, now % PHASES, PHASES);
          },
          0,
          1_000 / PHASES,
          TimeUnit.MILLISECONDS);
      server.startup().get(30, TimeUnit.SECONDS);
      System.out.write((READY + "\n").getBytes(StandardCharsets.US_ASCII));
      System.out.flush();
      awaitEndOfInput();
      clock.shutdown();
      clock.awaitTermination(5, TimeUnit.SECONDS);
      // Longer than the publishing interval: what has been handed to an item is on its way then.
      TimeUnit.MILLISECONDS.sleep(1_500);
      server.shutdown().get(10, TimeUnit.SECONDS);
    }
    System.exit(0);
  }

  /** Waits for a line or for the death of whoever started this process. */
  private static void awaitEndOfInput() throws IOException {
    System.in.readNBytes(1);
  }

  private static OpcUaServer server(int port) {
    EndpointConfig endpoint =
        EndpointConfig.newBuilder()
            .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
            .setBindAddress("127.0.0.1")
            .setBindPort(port)
            .setHostname("127.0.0.1")
            .setPath("/endurance")
            .setSecurityPolicy(SecurityPolicy.None)
            .setSecurityMode(MessageSecurityMode.None)
            .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
            .build();
    return new OpcUaServer(
        OpcUaServerConfig.builder()
            .setApplicationName(LocalizedText.english("endurance"))
            .setApplicationUri("urn:kunan:endurance:server")
            .setProductUri("urn:kunan:endurance:server")
            .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
            .setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
            .setEndpoints(Set.of(endpoint))
            .build(),
        profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
  }
}
