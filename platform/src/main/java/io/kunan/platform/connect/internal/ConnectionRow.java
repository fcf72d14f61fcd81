package io.kunan.platform.connect.internal;

import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import org.jspecify.annotations.Nullable;

/**
 * A connection as people set it up.
 *
 * @param settings without the password
 * @param password sealed; null without a user
 * @param enabled false keeps it from running whatever is wanted
 * @param wanted whether people want it to run
 */
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, never compared
public record ConnectionRow(
    int id,
    String name,
    ConnectionSettings settings,
    byte @Nullable [] password,
    boolean enabled,
    boolean wanted) {

  /** How people and the audit call it. */
  public String label() {
    return "connection %d %s".formatted(id, name);
  }

  ConnectionRow wanted(boolean running) {
    return new ConnectionRow(id, name, settings, password, enabled, running);
  }

  boolean isToRun() {
    return enabled && wanted;
  }
}
