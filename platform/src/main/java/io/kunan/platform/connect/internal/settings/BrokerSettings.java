package io.kunan.platform.connect.internal.settings;

import io.kunan.kernel.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an MQTT broker is and how Kunan shows itself to it.
 *
 * @param url mqtt://host:1883, or mqtts://host:8883 for TLS
 * @param version 3 for MQTT 3.1.1, 5 for MQTT 5
 * @param clientId name of the session at the broker; two clients of one name throw each other out
 * @param sessionHours how long the broker is to keep messages for us while we are away, hours
 * @param caCertificates PEM certificates by which the broker's is judged; null takes those of the
 *     Java runtime
 * @param username null for a session without a user
 * @param password null without a user
 */
public record BrokerSettings(
    String url,
    int version,
    String clientId,
    int sessionHours,
    @Nullable String caCertificates,
    @Nullable String username,
    @Nullable String password) {
  /** A year: MQTT counts seconds in 32 bit. */
  private static final int LONGEST_SESSION = 8_760;

  public BrokerSettings {
    url = url.strip();
    caCertificates = caCertificates == null || caCertificates.isBlank() ? null : caCertificates;
    check(url);
    if (version != 3 && version != 5) {
      throw new InputException(
          "version", "MQTT %d is not known".formatted(version), "use 3 (MQTT 3.1.1) or 5 (MQTT 5)");
    }
    if (sessionHours < 0 || sessionHours > LONGEST_SESSION) {
      throw new InputException(
          "sessionHours",
          "%d h is no length of a session".formatted(sessionHours),
          "use 0 … %d".formatted(LONGEST_SESSION));
    }
    clientId = clientId.strip();
    if (clientId.isEmpty() || clientId.length() > 64) {
      throw new InputException(
          "clientId", "“%s” is no client id".formatted(clientId), "use 1 … 64 characters");
    }
  }

  private static void check(String url) {
    try {
      URI uri = new URI(url);
      boolean known = "mqtt".equals(uri.getScheme()) || "mqtts".equals(uri.getScheme());
      if (known && uri.getHost() != null && (uri.getPath() == null || uri.getPath().isEmpty())) {
        return;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new InputException(
        "endpoint",
        "“" + url + "” is not the address of an MQTT broker",
        "write mqtt://host:1883, or mqtts://host:8883 for TLS");
  }

  public boolean isTls() {
    return url.startsWith("mqtts:");
  }

  public String host() {
    return Objects.requireNonNull(URI.create(url).getHost());
  }

  public int port() {
    int told = URI.create(url).getPort();
    return told > 0 ? told : isTls() ? 8883 : 1883;
  }

  /** The same with the user's password. */
  public BrokerSettings withPassword(@Nullable String secret) {
    return new BrokerSettings(
        url, version, clientId, sessionHours, caCertificates, username, secret);
  }

  /** The same under another name, for a session beside the running one. */
  public BrokerSettings withClientId(String other) {
    return new BrokerSettings(url, version, other, 0, caCertificates, username, password);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "BrokerSettings[%s, MQTT %d, %s, %s]".formatted(url, version, clientId, username);
  }
}
