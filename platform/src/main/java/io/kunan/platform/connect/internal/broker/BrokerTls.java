package io.kunan.platform.connect.internal.broker;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.kunan.kernel.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** By what the certificate of a broker is judged; its host name is always compared. */
public final class BrokerTls {
  private BrokerTls() {}

  /**
   * The settings of TLS.
   *
   * @param pem certificates of authorities, or the broker's own; null takes those of the runtime
   */
  static MqttClientSslConfig of(@Nullable String pem) {
    var config = MqttClientSslConfig.builder();
    return pem == null ? config.build() : config.trustManagerFactory(trust(pem)).build();
  }

  /** Refuses text that holds no certificate. */
  public static void check(String pem) {
    trust(pem);
  }

  private static TrustManagerFactory trust(String pem) {
    try {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      if (certificates.isEmpty()) {
        throw new GeneralSecurityException("no certificate in it");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : certificates) {
        store.setCertificateEntry("authority-" + number++, each);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory;
    } catch (GeneralSecurityException | IOException e) {
      throw new InputException(
          "caCertificates",
          "no certificate can be read from it (%s)".formatted(e.getMessage()),
          "paste the PEM text, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----",
          e);
    }
  }
}
