package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Sentence;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;

/** What went wrong between us and an OPC UA server, in words that say what to do about it. */
final class Refusals {
  private static final @Sentence Map<Long, String> WORDS =
      Map.ofEntries(
          Map.entry(StatusCodes.Bad_NodeIdUnknown, "the server does not know this node any more"),
          Map.entry(StatusCodes.Bad_NodeIdInvalid, "the node id is not valid on this server"),
          Map.entry(
              StatusCodes.Bad_AttributeIdInvalid, "the node has no value; it is not a variable"),
          Map.entry(StatusCodes.Bad_NotReadable, "the server does not let this value be read"),
          Map.entry(
              StatusCodes.Bad_UserAccessDenied,
              "the server refuses this to the user of the connection"),
          Map.entry(
              StatusCodes.Bad_IdentityTokenRejected, "the server refuses the user or the password"),
          Map.entry(
              StatusCodes.Bad_IdentityTokenInvalid, "the server refuses the user or the password"),
          Map.entry(
              StatusCodes.Bad_CertificateUntrusted,
              "a certificate is not trusted: trust the server's in the connection, and Kunan's on"
                  + " the server"),
          Map.entry(
              StatusCodes.Bad_SecurityChecksFailed,
              "the security check failed: let the server trust Kunan's certificate, and compare the"
                  + " clocks"),
          Map.entry(
              StatusCodes.Bad_CertificateTimeInvalid,
              "a certificate has run out or is not valid yet; compare the clocks"),
          Map.entry(StatusCodes.Bad_TooManySessions, "the server has no session left for us"),
          Map.entry(
              StatusCodes.Bad_TooManyMonitoredItems,
              "the server takes no more monitored items; ask for fewer tags"),
          Map.entry(StatusCodes.Bad_TooManySubscriptions, "the server takes no more subscriptions"),
          Map.entry(StatusCodes.Bad_Timeout, "the server did not answer in time"),
          Map.entry(StatusCodes.Bad_ConnectionClosed, "the server closed the connection"),
          Map.entry(StatusCodes.Bad_ConnectionRejected, "the server rejected the connection"),
          Map.entry(StatusCodes.Bad_NoCommunication, "the server has lost the device behind it"),
          Map.entry(StatusCodes.Bad_SensorFailure, "the instrument has failed"),
          Map.entry(StatusCodes.Bad_OutOfService, "the instrument is out of service"));

  private Refusals() {}

  /** A status code in words. */
  static @Sentence String explain(StatusCode status) {
    long code = status.value() & 0xFFFF_0000L;
    String words = WORDS.get(code);
    return words != null
        ? words
        : StatusCodes.lookup(code)
            .map(found -> "the server says " + found[0])
            .orElseGet(() -> "the server says 0x%08X".formatted(status.value()));
  }

  /** A failure in words; looks through wrappers for the cause that a person can mend. */
  static @Sentence String explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words =
          switch (cause) {
            case UnknownHostException e -> "there is no host named " + e.getMessage();
            case ConnectException e -> "nothing listens there: " + firstLine(e.getMessage());
            case TimeoutException e -> "the server did not answer in time";
            default -> null;
          };
      if (words != null) {
        return words;
      }
    }
    return UaException.extract(failure)
        .map(e -> explain(e.getStatusCode()) + detail(e))
        .orElseGet(() -> firstLine(failure.getMessage()));
  }

  private static String detail(UaException e) {
    String message = e.getMessage();
    return message == null || message.startsWith("status=") ? "" : " (" + firstLine(message) + ")";
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "no reason given" : text.lines().findFirst().orElse("no reason given");
  }
}
