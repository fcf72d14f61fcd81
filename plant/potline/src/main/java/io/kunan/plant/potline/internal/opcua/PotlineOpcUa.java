package io.kunan.plant.potline.internal.opcua;

import static org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS;
import static org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME;

import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.TagDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.jspecify.annotations.Nullable;

/** A running OPC UA server with the tags and events of a line. */
public final class PotlineOpcUa implements AutoCloseable {
  private static final String PATH = "/kunan/potline";

  private final OpcUaServer server;
  private final PotlineNamespace namespace;
  private final String endpoint;

  private PotlineOpcUa(OpcUaServer server, PotlineNamespace namespace, String endpoint) {
    this.server = server;
    this.namespace = namespace;
    this.endpoint = endpoint;
  }

  /**
   * How a server is reached.
   *
   * @param bind address, 127.0.0.1 for this machine only
   * @param port 0 for a free one
   * @param folder for the certificate, null for one that lasts for this run
   * @param user name of the only user, null to let everybody read
   * @param password of the user
   */
  public record Access(
      String bind,
      int port,
      @Nullable Path folder,
      @Nullable String user,
      @Nullable String password) {}

  /**
   * Starts a server.
   *
   * @throws IOException when the port is taken or the certificate cannot be opened
   */
  public static PotlineOpcUa start(List<TagDescription> tags, Access access) throws IOException {
    int port = access.port() == 0 ? freePort(access.bind()) : access.port();
    ServerSecurity security = ServerSecurity.open(access.folder());
    var server =
        new OpcUaServer(
            config(access, port, security),
            profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
    var namespace = new PotlineNamespace(server, tags);
    namespace.startup();
    try {
      server.startup().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the OPC UA server started", e);
    } catch (ExecutionException e) {
      throw new IOException(
          "the OPC UA server cannot listen on %s:%d".formatted(access.bind(), port), e.getCause());
    }
    return new PotlineOpcUa(
        server, namespace, "opc.tcp://%s:%d%s".formatted(access.bind(), port, PATH));
  }

  private static OpcUaServerConfig config(Access access, int port, ServerSecurity security) {
    return OpcUaServerConfig.builder()
        .setApplicationUri(ServerSecurity.APPLICATION_URI)
        .setApplicationName(LocalizedText.english("Kunan virtual potline"))
        .setProductUri(ServerSecurity.APPLICATION_URI)
        .setBuildInfo(
            new BuildInfo(
                ServerSecurity.APPLICATION_URI,
                "Kunan",
                "virtual potline",
                OpcUaServer.SDK_VERSION,
                "",
                DateTime.now()))
        .setEndpoints(endpoints(access, port, security.certificate()))
        .setCertificateManager(security.manager())
        .setIdentityValidator(identity(access))
        .build();
  }

  private static IdentityValidator identity(Access access) {
    String user = access.user();
    return user == null
        ? AnonymousIdentityValidator.INSTANCE
        : new UsernameIdentityValidator(
            asked ->
                user.equals(asked.getUsername())
                    && String.valueOf(access.password()).equals(asked.getPassword()));
  }

  private static Set<EndpointConfig> endpoints(
      Access access, int port, X509Certificate certificate) {
    EndpointConfig.Builder base =
        EndpointConfig.newBuilder()
            .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
            .setBindAddress(access.bind())
            .setBindPort(port)
            .setHostname(access.bind())
            .setPath(PATH)
            .setCertificate(certificate)
            .addTokenPolicies(
                access.user() == null ? USER_TOKEN_POLICY_ANONYMOUS : USER_TOKEN_POLICY_USERNAME);
    var all = new LinkedHashSet<EndpointConfig>();
    all.add(
        base.copy()
            .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
            .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
            .build());
    all.add(
        base.copy()
            .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
            .setSecurityMode(MessageSecurityMode.Sign)
            .build());
    EndpointConfig.Builder open =
        base.copy()
            .setSecurityPolicy(SecurityPolicy.None)
            .setSecurityMode(MessageSecurityMode.None);
    if (loopback(access.bind())) {
      all.add(open.copy().build());
    }
    all.add(open.copy().setPath(PATH + "/discovery").build());
    return all;
  }

  private static boolean loopback(String bind) {
    return bind.equals("localhost") || bind.startsWith("127.") || bind.equals("::1");
  }

  private static int freePort(String bind) throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getByName(bind))) {
      return probe.getLocalPort();
    }
  }

  /** Address that clients connect to. */
  public String endpoint() {
    return endpoint;
  }

  /** Sends one second of all tags, in the order of the tags. */
  public void publish(long micros, double[] values, short[] qualities) {
    namespace.publish(micros, values, qualities);
  }

  /** Sends an event. */
  public void publish(PotEvent event) throws UaException {
    namespace.publish(event);
  }

  @Override
  public void close() {
    namespace.shutdown();
    try {
      server.shutdown().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the OPC UA server did not stop cleanly", e.getCause());
    }
  }
}
