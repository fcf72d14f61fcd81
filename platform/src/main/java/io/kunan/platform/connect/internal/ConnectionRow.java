package io.kunan.platform.connect.internal;

import io.kunan.platform.connect.OpcUaEndpoint.Security;
import org.jspecify.annotations.Nullable;

/**
 * A connection as people set it up.
 *
 * @param password sealed; null without a user
 * @param enabled false keeps it from running whatever is wanted
 * @param wanted whether people want it to run
 */
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, never compared
public record ConnectionRow(
    int id,
    String name,
    String endpoint,
    Security security,
    @Nullable String username,
    byte @Nullable [] password,
    boolean enabled,
    boolean wanted) {

  /** How people and the audit call it. */
  public String label() {
    return "connection %d %s".formatted(id, name);
  }

  boolean isToRun() {
    return enabled && wanted;
  }
}
