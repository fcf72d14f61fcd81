package io.kunan.platform.connect.internal.opcua;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * Kunan's own certificate towards OPC UA servers, made once for a home and kept in its secrets: a
 * PKCS #12 file and its password, both readable by the owner only.
 *
 * @param applicationUri name of this installation, also inside the certificate
 */
record ClientIdentity(KeyPair keys, X509Certificate certificate, String applicationUri) {
  private static final String ALIAS = "kunan";

  /** Loads the identity of a folder or makes it. */
  static ClientIdentity loadOrCreate(Path folder) throws IOException {
    Path store = folder.resolve("opcua-client.p12");
    Path password = folder.resolve("opcua-client.password");
    try {
      if (Files.exists(store) && Files.exists(password)) {
        return load(store, Files.readString(password).strip().toCharArray());
      }
      Files.createDirectories(folder);
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      String secret = HexFormat.of().formatHex(random);
      writePrivately(password, secret.getBytes(StandardCharsets.UTF_8));
      create(store, secret.toCharArray());
      return load(store, secret.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "the OPC UA certificate in %s cannot be used; move the files away to make a new one"
              .formatted(folder),
          e);
    }
  }

  private static ClientIdentity load(Path store, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keyStore.load(in, password);
    }
    X509Certificate certificate = (X509Certificate) keyStore.getCertificate(ALIAS);
    PrivateKey key = (PrivateKey) keyStore.getKey(ALIAS, password);
    if (certificate == null || key == null) {
      throw new GeneralSecurityException("no key named " + ALIAS);
    }
    return new ClientIdentity(
        new KeyPair(certificate.getPublicKey(), key),
        certificate,
        CertificateUtil.getSanUri(certificate).orElse("urn:kunan"));
  }

  private static void create(Path store, char[] password)
      throws IOException, GeneralSecurityException {
    KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    String host = hostName();
    X509Certificate certificate = certify(keys, host);
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    keyStore.load(null, password);
    keyStore.setKeyEntry(ALIAS, keys.getPrivate(), password, new Certificate[] {certificate});
    createPrivately(store);
    try (OutputStream out = Files.newOutputStream(store)) {
      keyStore.store(out, password);
    }
  }

  private static X509Certificate certify(KeyPair keys, String host)
      throws GeneralSecurityException {
    try {
      return new SelfSignedCertificateBuilder(keys)
          .setCommonName("Kunan@" + host)
          .setOrganization("Kunan")
          .setApplicationUri("urn:%s:kunan:%s".formatted(host, UUID.randomUUID()))
          .setValidityPeriod(Period.ofYears(10))
          .addDnsName(host)
          .build();
    } catch (GeneralSecurityException e) {
      throw e;
    } catch (Exception e) {
      throw new GeneralSecurityException("the certificate could not be made", e);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static void writePrivately(Path file, byte[] bytes) throws IOException {
    createPrivately(file);
    Files.write(file, bytes);
  }

  private static void createPrivately(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }
}
