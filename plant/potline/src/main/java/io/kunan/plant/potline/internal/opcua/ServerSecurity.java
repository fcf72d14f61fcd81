package io.kunan.plant.potline.internal.opcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.HexFormat;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.KeyStoreCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The server's own certificate, self-signed, kept in a folder so that clients that trust it still
 * do after a restart. Certificates of clients are taken as they come: a training plant has nothing
 * to protect, and nothing can be written to it.
 */
final class ServerSecurity {
  static final String APPLICATION_URI = "urn:kunan:plant:potline";
  private static final CertificateValidator ANY_CLIENT = (chain, uri, hosts) -> {};

  private final CertificateManager manager;
  private final X509Certificate certificate;

  private ServerSecurity(CertificateManager manager, X509Certificate certificate) {
    this.manager = manager;
    this.certificate = certificate;
  }

  /**
   * The security of a server.
   *
   * @param folder where the certificate is kept, null to make one for this run only
   */
  static ServerSecurity open(@Nullable Path folder) throws IOException {
    try {
      CertificateStore store = folder == null ? new MemoryCertificateStore() : keyStore(folder);
      var quarantine = new MemoryCertificateQuarantine();
      var group =
          DefaultApplicationGroup.createAndInitialize(
              new MemoryTrustListManager(), store, new SelfSigned(), ANY_CLIENT);
      X509Certificate certificate =
          group.getCertificateChain(NodeIds.RsaSha256ApplicationCertificateType)
              .orElseThrow(() -> new IOException("the server has no certificate"))[0];
      return new ServerSecurity(new DefaultCertificateManager(quarantine, group), certificate);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the certificate of the potline cannot be opened in " + folder, e);
    }
  }

  private static CertificateStore keyStore(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path secret = folder.resolve("potline.secret");
    if (!Files.exists(secret)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secret, HexFormat.of().formatHex(random));
    }
    String password = Files.readString(secret).strip();
    return KeyStoreCertificateStore.createAndInitialize(
        new KeyStoreCertificateStore.Settings(
            folder.resolve("potline.pfx"), password::toCharArray, alias -> password.toCharArray()));
  }

  CertificateManager manager() {
    return manager;
  }

  X509Certificate certificate() {
    return certificate;
  }

  private static final class SelfSigned extends RsaSha256CertificateFactory {
    @Override
    protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keyPair) throws Exception {
      X509Certificate certificate =
          new SelfSignedCertificateBuilder(keyPair)
              .setCommonName("Kunan virtual potline")
              .setOrganization("Kunan")
              .setApplicationUri(APPLICATION_URI)
              .setValidityPeriod(Period.ofYears(10))
              .addDnsName("localhost")
              .addIpAddress("127.0.0.1")
              .build();
      return new X509Certificate[] {certificate};
    }
  }
}
