package io.kunan.platform.connect.internal.broker;

import io.kunan.platform.connect.internal.settings.BrokerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * Debian's mosquitto as a child process with a configuration of its own: TLS on one port, plain on
 * another, user and password on both, sessions kept over a restart.
 */
public final class Mosquitto implements AutoCloseable {
  public static final String USER = "kunan";
  public static final String PASSWORD = "a password of tests";

  private static final Identity IDENTITY = Identity.make();

  private final Path program = program();
  private final Path folder;
  private final int securePort = freePort();
  private final int plainPort = freePort();
  private Process process;

  /** A key and a certificate for the loopback address, one for all tests. */
  private record Identity(String key, String certificate) {
    static Identity make() {
      try {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        X509Certificate certificate =
            new SelfSignedCertificateBuilder(keys)
                .setCommonName("test broker")
                .setApplicationUri("urn:kunan:test:broker")
                .setValidityPeriod(Period.ofDays(30))
                .addDnsName("localhost")
                .addIpAddress("127.0.0.1")
                .build();
        return new Identity(
            pem("PRIVATE KEY", keys.getPrivate().getEncoded()),
            pem("CERTIFICATE", certificate.getEncoded()));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static String pem(String title, byte[] bytes) {
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
      return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(title, body, title);
    }
  }

  public Mosquitto() throws Exception {
    folder = Files.createTempDirectory("mosquitto");
    Files.writeString(folder.resolve("key.pem"), IDENTITY.key());
    Files.writeString(folder.resolve("certificate.pem"), IDENTITY.certificate());
    Files.writeString(folder.resolve("passwords"), passwordLine());
    Files.writeString(
        folder.resolve("mosquitto.conf"),
        """
        user root
        allow_anonymous false
        password_file %1$s/passwords
        persistence true
        persistence_location %1$s/
        max_queued_messages 0
        log_dest file %1$s/log
        listener %2$d 127.0.0.1
        listener %3$d 127.0.0.1
        certfile %1$s/certificate.pem
        keyfile %1$s/key.pem
        """
            .formatted(folder, plainPort, securePort));
    start();
  }

  /** Settings of a session over TLS, for a port that leads here. */
  public static BrokerSettings settings(int port, int version, String clientId) {
    return new BrokerSettings(
        "mqtts://localhost:" + port, version, clientId, 1, IDENTITY.certificate(), USER, null);
  }

  public static String certificate() {
    return IDENTITY.certificate();
  }

  public int securePort() {
    return securePort;
  }

  public int plainPort() {
    return plainPort;
  }

  public void start() throws Exception {
    process =
        new ProcessBuilder(program.toString(), "-c", folder.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "mosquitto did not start: " + Files.readString(folder.resolve("output")));
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Ends the broker in order: sessions and retained messages stand on disk. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  @Override
  public void close() throws Exception {
    stop();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), securePort), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path program() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/sbin";
    return Arrays.stream(path.split(":"))
        .map(each -> Path.of(each, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no mosquitto found for the tests of MQTT; install it"
                        + " (Debian: apt-get install mosquitto)"));
  }

  /** The form of mosquitto_passwd: PBKDF2 with SHA-512. */
  private static String passwordLine() throws GeneralSecurityException {
    byte[] salt = new byte[12];
    new SecureRandom().nextBytes(salt);
    int rounds = 101;
    byte[] hash =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
            .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, rounds, 512))
            .getEncoded();
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s:$7$%d$%s$%s%n"
        .formatted(USER, rounds, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes of a text. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
