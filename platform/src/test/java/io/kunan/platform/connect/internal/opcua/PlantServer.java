package io.kunan.platform.connect.internal.opcua;

import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** A small OPC UA server for tests; can be stopped and started again on the same port. */
public final class PlantServer implements AutoCloseable {
  public static final String USER = "kunan";
  public static final String PASSWORD = "secret";

  private static final String APPLICATION = "urn:kunan:test:plant";

  private final int port;
  private OpcUaServer server;
  private PlantNamespace plant;

  public PlantServer() throws Exception {
    // Kits connect more often in a second than any plant does.
    Stack.ConnectionLimits.RATE_LIMIT_ENABLED = false;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    start();
  }

  public String url() {
    return "opc.tcp://127.0.0.1:" + port + "/plant";
  }

  public int port() {
    return port;
  }

  public PlantNamespace plant() {
    return plant;
  }

  public int sessions() {
    return server.getSessionManager().getCurrentSessionCount().intValue();
  }

  public int subscriptions() {
    return server.getSubscriptions().size();
  }

  /** Drops every subscription behind the back of the sessions. */
  public void dropSubscriptions() {
    server
        .getSubscriptions()
        .values()
        .forEach(
            subscription ->
                subscription
                    .getSession()
                    .getSubscriptionManager()
                    .removeSubscription(subscription.getId()));
  }

  /** Starts with an empty address space. */
  public void start() throws Exception {
    MemoryCertificateQuarantine quarantine = new MemoryCertificateQuarantine();
    DefaultApplicationGroup group =
        DefaultApplicationGroup.createAndInitialize(
            new MemoryTrustListManager(),
            new MemoryCertificateStore(),
            new Certificates(),
            new CertificateValidator.InsecureCertificateValidator());
    X509Certificate certificate =
        group.getCertificateChain(group.getSupportedCertificateTypeIds().getFirst())
            .orElseThrow()[0];
    server =
        new OpcUaServer(
            OpcUaServerConfig.builder()
                .setApplicationName(LocalizedText.english("test plant"))
                .setApplicationUri(APPLICATION)
                .setProductUri(APPLICATION)
                .setCertificateManager(new DefaultCertificateManager(quarantine, group))
                .setIdentityValidator(
                    new CompositeValidator(
                        AnonymousIdentityValidator.INSTANCE,
                        new UsernameIdentityValidator(
                            told ->
                                USER.equals(told.getUsername())
                                    && PASSWORD.equals(told.getPassword()))))
                .setEndpoints(
                    Set.of(
                        endpoint(certificate, SecurityPolicy.None, MessageSecurityMode.None),
                        endpoint(
                            certificate,
                            SecurityPolicy.Basic256Sha256,
                            MessageSecurityMode.SignAndEncrypt)))
                .build(),
            profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
    plant = new PlantNamespace(server);
    plant.startup();
    server.startup().get(20, TimeUnit.SECONDS);
  }

  public void stop() throws Exception {
    plant.shutdown();
    server.shutdown().get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    stop();
  }

  private EndpointConfig endpoint(
      X509Certificate certificate, SecurityPolicy policy, MessageSecurityMode mode) {
    return EndpointConfig.newBuilder()
        .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
        .setBindAddress("127.0.0.1")
        .setBindPort(port)
        // A name that only the server knows, as in most plants.
        .setHostname("plant-internal-name")
        .setPath("/plant")
        .setCertificate(certificate)
        .setSecurityPolicy(policy)
        .setSecurityMode(mode)
        .addTokenPolicies(
            OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS,
            OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME)
        .build();
  }

  private static final class Certificates extends RsaSha256CertificateFactory {
    @Override
    protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) throws Exception {
      return new X509Certificate[] {
        new SelfSignedCertificateBuilder(keys)
            .setCommonName("test plant")
            .setApplicationUri(APPLICATION)
            .addDnsName("localhost")
            .build()
      };
    }
  }
}
