package io.kunan.platform.connect.internal.settings;

import io.kunan.kernel.InputException;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to Sparkplug B, as people write it and as it is stored.
 *
 * @param version 3 for MQTT 3.1.1, else MQTT 5
 * @param clientId absent gets one
 * @param caCertificates PEM; absent takes the authorities of the Java runtime
 * @param hostId name of this host application, for edge nodes whose primary host it is; absent
 *     sends no STATE
 * @param groups groups to listen to; absent is all
 */
public record SparkplugOptions(
    @Nullable Integer version,
    @Nullable String clientId,
    @Nullable @Size(max = 100_000) String caCertificates,
    @Nullable @Size(max = 64) String hostId,
    @Nullable @Size(max = 100) List<String> groups) {

  /** The options of settings. */
  public static SparkplugOptions of(ConnectionSettings.Sparkplug settings) {
    BrokerSettings broker = settings.broker();
    return new SparkplugOptions(
        broker.version(),
        broker.clientId(),
        broker.caCertificates(),
        settings.hostId(),
        settings.groups());
  }

  /** The settings, checked. */
  public ConnectionSettings.Sparkplug settings(String url, @Nullable String username) {
    List<String> wanted = groups == null ? List.of() : groups;
    wanted.forEach(group -> requireId("groups", group));
    String host = hostId == null || hostId.isBlank() ? null : hostId.strip();
    if (host != null) {
      requireId("hostId", host);
    }
    return new ConnectionSettings.Sparkplug(
        new BrokerSettings(
            url,
            Objects.requireNonNullElse(version, 5),
            ClientIds.orFresh(clientId),
            0,
            caCertificates,
            username,
            null),
        host,
        wanted);
  }

  private static void requireId(String field, String id) {
    if (id.isBlank() || id.matches(".*[/+#].*")) {
      throw new InputException(
          field, "“%s” is no Sparkplug id".formatted(id), "use text without /, + and #");
    }
  }
}
