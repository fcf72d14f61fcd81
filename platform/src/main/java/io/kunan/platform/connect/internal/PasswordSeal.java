package io.kunan.platform.connect.internal;

import io.kunan.kernel.InputException;
import io.kunan.platform.home.HomeFolder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals the passwords of connections by AES-256-GCM with a key that lies in the home, so that
 * neither a copy of the database nor a backup of it tells them.
 */
@Component
public class PasswordSeal {
  private static final String KEY = "connect-key";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  PasswordSeal(HomeFolder home) {
    try {
      byte[] secret = home.secrets().getOrCreate(KEY).getBytes(StandardCharsets.UTF_8);
      key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(secret), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The sealed form: nonce and ciphertext. */
  public byte[] seal(String password) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(password.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM cannot fail to encrypt", e);
    }
  }

  /**
   * The password of a sealed form.
   *
   * @throws InputException when it was sealed with another key, as after copying a database without
   *     its home
   */
  public String open(byte[] sealed) {
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE);
      return new String(
          cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE, sealed.length - NONCE),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new InputException(
          "password",
          "it was sealed with the key of another home",
          "enter the password of the connection again",
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
