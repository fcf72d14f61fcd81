package io.kunan.platform.connect.internal.settings;

import io.kunan.kernel.InputException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to MQTT, as people write it and as it is stored.
 *
 * @param version 3 for MQTT 3.1.1, else MQTT 5
 * @param clientId absent gets one
 * @param sessionHours how long the broker keeps messages for us, hours; absent is 24
 * @param qos 0 or 1; absent is 1
 * @param caCertificates PEM; absent takes the authorities of the Java runtime
 */
public record MqttOptions(
    @Nullable Integer version,
    @Nullable String clientId,
    @Nullable Integer sessionHours,
    @Nullable Integer qos,
    @Nullable @Size(max = 100_000) String caCertificates,
    @Size(max = 100) List<@Valid JsonMappingSettings> mappings) {
  private static final int SESSION_HOURS = 24;

  public MqttOptions {
    mappings = List.copyOf(Objects.requireNonNullElse(mappings, List.of()));
  }

  /** The options of settings. */
  public static MqttOptions of(ConnectionSettings.Mqtt settings) {
    BrokerSettings broker = settings.broker();
    return new MqttOptions(
        broker.version(),
        broker.clientId(),
        broker.sessionHours(),
        settings.qos(),
        broker.caCertificates(),
        settings.mappings());
  }

  /** The settings, checked. */
  public ConnectionSettings.Mqtt settings(String url, @Nullable String username) {
    int asked = Objects.requireNonNullElse(qos, 1);
    if (asked < 0 || asked > 1) {
      throw new InputException("qos", "QoS %d is not supported".formatted(asked), "use 0 or 1");
    }
    if (mappings.isEmpty()) {
      throw new InputException(
          "mappings", "there is none", "write at least one: a topic, a value, a name");
    }
    return new ConnectionSettings.Mqtt(
        new BrokerSettings(
            url,
            Objects.requireNonNullElse(version, 5),
            ClientIds.orFresh(clientId),
            Objects.requireNonNullElse(sessionHours, SESSION_HOURS),
            caCertificates,
            username,
            null),
        asked,
        mappings);
  }
}
