package io.kunan.platform.connect.web;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.internal.ConnectionRow;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.connect.internal.settings.MqttOptions;
import io.kunan.platform.connect.internal.settings.SparkplugOptions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its health as the console shows it.
 *
 * @param securityPolicy of OPC UA, or whether TLS protects the way to a broker
 * @param mqtt what is particular to MQTT; absent for other kinds
 * @param sparkplug what is particular to Sparkplug B; absent for other kinds
 * @param rejected messages, or values in them, that could not be used
 */
@Schema(name = "Connection")
record ConnectionView(
    int id,
    String name,
    ConnectionSettings.Kind kind,
    String endpoint,
    String securityPolicy,
    @Nullable String username,
    @Nullable MqttOptions mqtt,
    @Nullable SparkplugOptions sparkplug,
    boolean enabled,
    @Schema(allowableValues = {"RUNNING", "STOPPED"}) String desired,
    ConnectorHealth.Actual actual,
    @Sentence String detail,
    int tags,
    int staleTags,
    double rate,
    @Nullable Double newestAgeSeconds,
    @Nullable Double ageP99Seconds,
    long received,
    long lost,
    long rejected,
    long buffered,
    @Sentence @Nullable String lastError,
    @Nullable Instant lastErrorAt,
    long reconnects) {

  static ConnectionView of(ConnectionRow row, ConnectorHealth health) {
    ConnectionSettings settings = row.settings();
    return new ConnectionView(
        row.id(),
        row.name(),
        settings.kind(),
        settings.endpoint(),
        settings.security(),
        settings.username(),
        settings instanceof ConnectionSettings.Mqtt mqtt ? MqttOptions.of(mqtt) : null,
        settings instanceof ConnectionSettings.Sparkplug own ? SparkplugOptions.of(own) : null,
        row.enabled(),
        row.wanted() ? "RUNNING" : "STOPPED",
        health.actual(),
        health.detail(),
        health.tags(),
        health.staleTags(),
        health.rate(),
        health.newestAgeSeconds(),
        health.ageP99Seconds(),
        health.received(),
        health.lost(),
        health.rejected(),
        health.buffered(),
        health.lastError(),
        health.lastErrorAt(),
        health.reconnects());
  }
}
