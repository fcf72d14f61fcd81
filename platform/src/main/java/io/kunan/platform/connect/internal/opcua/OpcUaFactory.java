package io.kunan.platform.connect.internal.opcua;

import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.ServerCertificate;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import io.kunan.platform.connect.internal.life.ConnectorLife;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.jspecify.annotations.Nullable;

/** Makes what {@link io.kunan.platform.connect.OpcUaConnections} offers. */
public final class OpcUaFactory {
  private final LineOpener opener;
  private final Path buffers;
  private final Clock clock;

  public OpcUaFactory(Path secrets, Path buffers, Clock clock) throws IOException {
    this.opener = new LineOpener(secrets);
    this.buffers = buffers;
    this.clock = clock;
  }

  /** See {@link io.kunan.platform.connect.OpcUaConnections#connector}. */
  public Connector connector(
      int number, String name, OpcUaEndpoint endpoint, PointReceiver receiver, EventSink events)
      throws IOException {
    FlowMeter meter = new FlowMeter();
    PointFlow flow = PointFlow.open(name, receiver, buffers.resolve("" + number), meter, clock);
    OpcUaProtocol protocol =
        new OpcUaProtocol(number, endpoint, opener, flow, meter, events, clock);
    return new ConnectorLife<>(name, protocol, flow, meter, clock);
  }

  /** See {@link io.kunan.platform.connect.OpcUaConnections#test}. */
  public ConnectionTest test(OpcUaEndpoint endpoint) {
    String serverName = null;
    ServerCertificate certificate = null;
    try {
      EndpointDescription chosen = LineOpener.choose(endpoint, opener.discover(endpoint.url()));
      serverName = chosen.getServer().getApplicationName().text();
      certificate = certificate(endpoint, chosen);
      try (OpcUaLine line = opener.open(endpoint, () -> {})) {
        return new ConnectionTest(
            true,
            "connected; the server has %d namespaces"
                .formatted(line.client().getNamespaceTable().toArray().length),
            serverName,
            certificate);
      }
    } catch (UaException | IOException | RuntimeException e) {
      return new ConnectionTest(false, Refusals.explain(e), serverName, certificate);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ConnectionTest(false, "interrupted", serverName, certificate);
    }
  }

  private @Nullable ServerCertificate certificate(
      OpcUaEndpoint endpoint, EndpointDescription chosen) throws UaException, IOException {
    if (endpoint.security() == OpcUaEndpoint.Security.NONE) {
      return null;
    }
    X509Certificate shown =
        CertificateUtil.decodeCertificate(chosen.getServerCertificate().bytesOrEmpty());
    ServerCertificate described = opener.trust().describe(shown);
    if (!described.trusted()) {
      opener.trust().offer(shown);
    }
    return described;
  }

  /** See {@link io.kunan.platform.connect.OpcUaConnections#trust}. */
  public void trust(String thumbprint) throws IOException {
    opener.trust().trust(thumbprint);
  }

  /** See {@link io.kunan.platform.connect.OpcUaConnections#browse}. */
  public ServerBrowser browse(OpcUaEndpoint endpoint) {
    return NodeBrowser.open(opener, endpoint);
  }
}
