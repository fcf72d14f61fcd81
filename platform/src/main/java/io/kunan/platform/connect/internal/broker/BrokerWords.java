package io.kunan.platform.connect.internal.broker;

import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import io.kunan.kernel.Sentence;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What went wrong between us and a broker, in words that say what to do about it. */
public final class BrokerWords {
  private BrokerWords() {}

  /** A failure in words; looks through wrappers for the cause that a person can mend. */
  public static @Sentence String explain(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String told = ofCause(cause);
      if (told != null) {
        return told;
      }
      innermost = cause.getMessage() == null ? innermost : cause;
    }
    return firstLine(innermost.getMessage());
  }

  private static @Sentence @Nullable String ofCause(Throwable cause) {
    return switch (cause) {
      case BrokerRefusal e -> e.getMessage();
      case UnknownHostException e -> "there is no host named " + e.getMessage();
      case ConnectException e -> "nothing listens there: " + firstLine(e.getMessage());
      case TimeoutException e -> "the broker did not answer in time";
      case ConnectionClosedException e -> "the broker closed the connection";
      case CertificateException e ->
          "the broker's certificate is not trusted (%s): enter the certificate of its authority, and"
                  .formatted(firstLine(e.getMessage()))
              + " use the host name that stands in it";
      case Mqtt5ConnAckException e -> refused(e.getMqttMessage().getReasonCode().name());
      case Mqtt3ConnAckException e -> refused(e.getMqttMessage().getReturnCode().name());
      case Mqtt5DisconnectException e -> ended(e.getMqttMessage().getReasonCode().name());
      default -> null;
    };
  }

  private static @Sentence String refused(String code) {
    return switch (code) {
      case "BAD_USER_NAME_OR_PASSWORD" -> "the broker refuses the user or the password";
      case "NOT_AUTHORIZED" -> "the broker does not let this user in; compare user and password";
      case "UNSUPPORTED_PROTOCOL_VERSION" ->
          "the broker does not speak this version of MQTT; choose the other one";
      case "CLIENT_IDENTIFIER_NOT_VALID", "IDENTIFIER_REJECTED" ->
          "the broker refuses the client id; choose another one";
      default -> "the broker refuses the session: " + words(code);
    };
  }

  private static @Sentence String ended(String code) {
    return code.equals("SESSION_TAKEN_OVER")
        ? "another client with the same client id took the session over; choose another client id"
        : "the broker ended the session: " + words(code);
  }

  private static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "no reason given" : text.lines().findFirst().orElse("no reason given");
  }
}
