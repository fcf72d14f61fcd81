package io.kunan.platform.connect.internal.broker;

import io.kunan.platform.connect.internal.settings.BrokerSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a session with a broker is opened.
 *
 * @param fresh forget a session from before and keep none
 * @param will what the broker tells others when we are gone without a word; null is nothing
 * @param messages gets every message, in order, on one thread
 * @param onChange called when the session is over
 */
public record BrokerOpening(
    BrokerSettings broker,
    boolean fresh,
    @Nullable Will will,
    Consumer<BrokerMessage> messages,
    Runnable onChange) {
  private static final long PATIENCE_SECONDS = 10;

  /** A retained message at QoS 1. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Will(String topic, byte[] payload) {}

  /** Connects and waits until the session is open. */
  public BrokerLine open() throws BrokerRefusal, InterruptedException {
    return broker.version() == 5 ? Mqtt5Line.open(this) : Mqtt3Line.open(this);
  }

  /** Waits for an answer of the broker. */
  static <T> T await(CompletableFuture<T> answer) throws BrokerRefusal, InterruptedException {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw new BrokerRefusal(BrokerWords.explain(e), e);
    }
  }
}
