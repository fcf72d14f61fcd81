package io.kunan.platform.identity.internal;

import io.kunan.kernel.InputException;
import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords are kept as Argon2id hashes (16 MB, two passes); the algorithm's name stands before
 * each hash, so that a later one can take over at the next login.
 */
@Component
public class Passwords {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  private final String nobody = hash("nobody-has-this-password");

  /**
   * The hash of a password that may be used.
   *
   * @throws InputException when it is too short or too long
   */
  public String hash(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new InputException(
          "password",
          "has %d characters".formatted(length),
          "choose one of %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    return String.valueOf(encoder.encode(password));
  }

  public boolean fits(String password, String hash) {
    return password.length() <= LONGEST * 2 && encoder.matches(password, hash);
  }

  /** Takes as long as a check does, so that nobody learns by the clock which names exist. */
  void pretendToCheck(String password) {
    fits(password, nobody);
  }
}
