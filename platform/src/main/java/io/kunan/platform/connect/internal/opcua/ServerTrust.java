package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.InputException;
import io.kunan.platform.connect.ServerCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultClientCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.FileBasedCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.validation.ValidationCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that this installation trusts: a folder of certificates, of servers or of their
 * authorities. A certificate that is refused is kept beside it, so that a person can look at it and
 * trust it.
 */
final class ServerTrust {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTrust.class);

  /** Host names are not checked: plants reach their servers by addresses of their own. */
  private static final Set<ValidationCheck> CHECKS =
      Set.of(ValidationCheck.APPLICATION_URI, ValidationCheck.VALIDITY);

  private final Path trusted;
  private final CertificateQuarantine rejected;

  ServerTrust(Path folder) throws IOException {
    this.trusted = Files.createDirectories(folder.resolve("trusted"));
    this.rejected =
        FileBasedCertificateQuarantine.create(Files.createDirectories(folder.resolve("rejected")));
  }

  /** A validator over the certificates that are trusted now. */
  CertificateValidator validator() throws IOException {
    MemoryTrustListManager list = new MemoryTrustListManager();
    trustedCertificates().forEach(list::addTrustedCertificate);
    CertificateValidator byList = new DefaultClientCertificateValidator(list, CHECKS, rejected);
    return (chain, applicationUri, hosts) -> {
      try {
        byList.validateCertificateChain(chain, applicationUri, hosts);
      } catch (UaException e) {
        if (!isAboutTrust(e.getStatusCode())) {
          throw e;
        }
        throw new UaException(
            StatusCodes.Bad_CertificateUntrusted,
            "the server shows certificate " + thumbprint(chain.getFirst()),
            e);
      }
    };
  }

  /** With an empty trust list the library speaks of a failed check. */
  private static boolean isAboutTrust(StatusCode status) {
    return status.value() == StatusCodes.Bad_SecurityChecksFailed
        || status.value() == StatusCodes.Bad_CertificateUntrusted
        || status.value() == StatusCodes.Bad_CertificateChainIncomplete;
  }

  /** What is known of a server's certificate. */
  ServerCertificate describe(X509Certificate certificate) throws IOException {
    String print = thumbprint(certificate);
    return new ServerCertificate(
        print,
        certificate.getSubjectX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        trustedCertificates().stream().anyMatch(each -> thumbprint(each).equals(print)));
  }

  /** Trusts a certificate that was refused before. */
  void trust(String thumbprint) throws IOException {
    X509Certificate certificate =
        find(thumbprint)
            .orElseThrow(
                () ->
                    new InputException(
                        "thumbprint",
                        "no refused certificate has " + thumbprint,
                        "test the connection first and trust the certificate it shows"));
    try {
      Files.write(trusted.resolve(thumbprint(certificate) + ".der"), certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IOException("the certificate cannot be written", e);
    }
    rejected.removeRejectedCertificate(certificate);
  }

  private Optional<X509Certificate> find(String thumbprint) {
    return rejected.getRejectedCertificates().stream()
        .filter(each -> thumbprint(each).equalsIgnoreCase(thumbprint.strip()))
        .findFirst();
  }

  /** Keeps a certificate for a person to decide on. */
  void offer(X509Certificate certificate) {
    rejected.addRejectedCertificate(certificate);
  }

  private List<X509Certificate> trustedCertificates() throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> listed = Files.list(trusted)) {
      files = listed.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        certificates.addAll(CertificateUtil.decodeCertificates(in));
      } catch (UaException e) {
        LOG.warn("{} holds no certificate and is passed over", file, e);
      }
    }
    return certificates;
  }

  static String thumbprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK encodes certificates and knows SHA-1", e);
    }
  }
}
