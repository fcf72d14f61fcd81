package io.kunan.platform.connect.web;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.internal.ConnectionRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connection with its health as the console shows it. */
@Schema(name = "Connection")
record ConnectionView(
    int id,
    String name,
    @Schema(allowableValues = {"OPC_UA"}) String kind,
    String endpoint,
    String securityPolicy,
    @Nullable String username,
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
    long buffered,
    @Sentence @Nullable String lastError,
    @Nullable Instant lastErrorAt,
    long reconnects) {

  static ConnectionView of(ConnectionRow row, ConnectorHealth health) {
    return new ConnectionView(
        row.id(),
        row.name(),
        "OPC_UA",
        row.endpoint(),
        row.security().label(),
        row.username(),
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
        health.buffered(),
        health.lastError(),
        health.lastErrorAt(),
        health.reconnects());
  }
}
