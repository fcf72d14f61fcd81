package io.kunan.platform.connect.internal.settings;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names of sessions at brokers: two installations must not throw each other out. */
public final class ClientIds {
  private ClientIds() {}

  static String orFresh(@Nullable String told) {
    return told == null || told.isBlank() ? fresh() : told.strip();
  }

  /** A name that nobody else has. */
  public static String fresh() {
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    return "kunan-" + HexFormat.of().formatHex(random);
  }
}
