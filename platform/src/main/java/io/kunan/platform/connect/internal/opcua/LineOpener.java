package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kunan.platform.connect.OpcUaEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.jspecify.annotations.Nullable;

/** Opens sessions: finds the endpoint that suits, shows certificate and user, connects. */
final class LineOpener {
  private static final long PATIENCE_SECONDS = 10;

  private final ClientIdentity identity;
  private final ServerTrust trust;

  /**
   * @param secrets folder of Kunan's certificate and of the trusted servers
   */
  LineOpener(Path secrets) throws IOException {
    this.identity = ClientIdentity.loadOrCreate(secrets);
    this.trust = new ServerTrust(secrets.resolve("opcua"));
  }

  ServerTrust trust() {
    return trust;
  }

  /**
   * Connects and waits until a session is active.
   *
   * @param onChange called when the session is lost or back
   */
  OpcUaLine open(OpcUaEndpoint endpoint, Runnable onChange)
      throws UaException, IOException, InterruptedException {
    EndpointDescription chosen = choose(endpoint, discover(endpoint.url()));
    OpcUaClient client = OpcUaClient.create(config(endpoint, chosen));
    try {
      client.connectAsync().get(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new OpcUaLine(client, onChange);
    } catch (ExecutionException | TimeoutException e) {
      var _ = client.disconnectAsync();
      throw asUaException(e);
    } catch (InterruptedException e) {
      var _ = client.disconnectAsync();
      throw e;
    }
  }

  /** The endpoints that a server offers. */
  List<EndpointDescription> discover(String url) throws UaException, InterruptedException {
    try {
      return DiscoveryClient.getEndpoints(url).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw asUaException(e);
    }
  }

  /** The offered endpoint of the wanted security, addressed as the person wrote it. */
  static EndpointDescription choose(OpcUaEndpoint endpoint, List<EndpointDescription> offered)
      throws UaException {
    String policy = policy(endpoint.security()).getUri();
    UserTokenType token =
        endpoint.username() == null ? UserTokenType.Anonymous : UserTokenType.UserName;
    List<EndpointDescription> secured =
        offered.stream().filter(each -> policy.equals(each.getSecurityPolicyUri())).toList();
    if (secured.isEmpty()) {
      throw new UaException(
          StatusCodes.Bad_SecurityPolicyRejected,
          "the server does not offer %s, only %s"
              .formatted(
                  endpoint.security().label(),
                  offered.stream()
                      .map(each -> shortName(each.getSecurityPolicyUri()))
                      .distinct()
                      .toList()));
    }
    // Servers list their own host name, which need not be known here: the written one counts.
    return secured.stream()
        .filter(each -> accepts(each, token))
        .max(Comparator.comparing(each -> each.getSecurityMode().getValue()))
        .map(
            each ->
                EndpointUtil.updateUrl(
                    each,
                    Objects.requireNonNull(EndpointUtil.getHost(endpoint.url())),
                    EndpointUtil.getPort(endpoint.url())))
        .orElseThrow(
            () ->
                new UaException(
                    StatusCodes.Bad_IdentityTokenRejected,
                    token == UserTokenType.Anonymous
                        ? "the server wants a user name"
                        : "the server takes no user name with this security"));
  }

  private OpcUaClientConfig config(OpcUaEndpoint endpoint, EndpointDescription chosen)
      throws IOException {
    CertificateValidator validator = trust.validator();
    return OpcUaClientConfig.builder()
        .setEndpoint(chosen)
        .setApplicationName(LocalizedText.english("Kunan"))
        .setApplicationUri(identity.applicationUri())
        .setProductUri("urn:kunan")
        .setKeyPair(identity.keys())
        .setCertificate(identity.certificate())
        .setCertificateChain(new X509Certificate[] {identity.certificate()})
        .setCertificateValidator(validator)
        .setIdentityProvider(user(endpoint, validator))
        .setRequestTimeout(uint(10_000))
        .setSessionTimeout(uint(120_000))
        .setKeepAliveInterval(uint(3_000))
        .setKeepAliveTimeout(uint(4_000))
        .build();
  }

  private static IdentityProvider user(OpcUaEndpoint endpoint, CertificateValidator validator) {
    String username = endpoint.username();
    String password = Objects.requireNonNullElse(endpoint.password(), "");
    if (username == null) {
      return new AnonymousProvider();
    }
    // Without message security nobody has vouched for the server, as in every OPC UA client: the
    // password is encrypted for whoever answers.
    return endpoint.security() == OpcUaEndpoint.Security.NONE
        ? new UsernameProvider(username, password)
        : new UsernameProvider(username, password, validator);
  }

  private static SecurityPolicy policy(OpcUaEndpoint.Security security) {
    return switch (security) {
      case NONE -> SecurityPolicy.None;
      case BASIC256SHA256 -> SecurityPolicy.Basic256Sha256;
    };
  }

  private static boolean accepts(EndpointDescription offered, UserTokenType token) {
    UserTokenPolicy[] policies = offered.getUserIdentityTokens();
    return policies != null
        && Arrays.stream(policies).anyMatch(policy -> policy.getTokenType() == token);
  }

  private static String shortName(@Nullable String policyUri) {
    return policyUri == null ? "?" : policyUri.substring(policyUri.indexOf('#') + 1);
  }

  private static UaException asUaException(Exception e) {
    Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
    return cause instanceof UaException ua
        ? ua
        : new UaException(StatusCodes.Bad_CommunicationError, Refusals.explain(e), cause);
  }
}
