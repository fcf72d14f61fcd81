package io.kunan.platform.connect;

import io.kunan.kernel.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where an OPC UA server is and how Kunan shows itself to it.
 *
 * @param url such as opc.tcp://plc7:4840/path
 * @param security what protects the messages
 * @param username null for an anonymous session
 * @param password null or empty without a user
 */
public record OpcUaEndpoint(
    String url, Security security, @Nullable String username, @Nullable String password) {

  /** Protection of messages by OPC UA security policies. */
  public enum Security {
    /** Neither signed nor encrypted; a user's password is still encrypted where the server asks. */
    NONE,
    /** Signed and encrypted by certificates of both sides. */
    BASIC256SHA256;

    /** The policy of a name as people write it; refuses others. */
    public static Security of(String name) {
      return switch (name.strip().toUpperCase(java.util.Locale.ROOT)) {
        case "", "NONE" -> NONE;
        case "BASIC256SHA256" -> BASIC256SHA256;
        default ->
            throw new InputException(
                "securityPolicy", "“" + name + "” is not known", "use None or Basic256Sha256");
      };
    }

    /** The name as the OPC UA standard spells it. */
    public String label() {
      return this == NONE ? "None" : "Basic256Sha256";
    }
  }

  public OpcUaEndpoint {
    url = url.strip();
    try {
      URI uri = new URI(url);
      if (!"opc.tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getHost().isEmpty()) {
        throw malformed(url);
      }
    } catch (URISyntaxException e) {
      throw malformed(url);
    }
  }

  /** An endpoint without security and without a user. */
  public static OpcUaEndpoint open(String url) {
    return new OpcUaEndpoint(url, Security.NONE, null, null);
  }

  private static InputException malformed(String url) {
    return new InputException(
        "endpoint",
        "“" + url + "” is not the address of an OPC UA server",
        "write opc.tcp://host:port, with a path where the server has one");
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "OpcUaEndpoint[%s, %s, %s]".formatted(url, security, username);
  }
}
