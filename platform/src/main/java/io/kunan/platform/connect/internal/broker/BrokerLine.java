package io.kunan.platform.connect.internal.broker;

import io.kunan.kernel.Sentence;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An open session with a broker, whatever the version of MQTT. It does not come back by itself. */
public interface BrokerLine extends AutoCloseable {
  /** Why the session is over; null while it is open. */
  @Sentence
  @Nullable String ending();

  /**
   * Subscribes topic filters.
   *
   * @throws BrokerRefusal when the broker does not grant one
   */
  void subscribe(List<String> filters, int qos) throws BrokerRefusal, InterruptedException;

  /** Sends a message; done when the broker has it. */
  CompletableFuture<?> publish(String topic, byte[] payload, int qos, boolean retained);

  /** Ends the session in order; one that is lost already is left to its own. */
  @Override
  void close();
}
