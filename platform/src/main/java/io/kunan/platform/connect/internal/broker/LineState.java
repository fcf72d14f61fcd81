package io.kunan.platform.connect.internal.broker;

import com.hivemq.client.mqtt.MqttClientBuilderBase;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.internal.settings.BrokerSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lines of every version of MQTT have: their thread of messages and how they ended. */
final class LineState {
  private static final Logger LOG = LoggerFactory.getLogger(LineState.class);

  /** Silence after which the other side is asked for a sign of life, seconds. */
  static final int KEEP_ALIVE = 20;

  private final BrokerOpening opening;
  private final ExecutorService thread;
  private volatile @Sentence @Nullable String ending;

  LineState(BrokerOpening opening) {
    this.opening = opening;
    // Ends by itself when idle: the client may still have something to say after its end.
    ThreadPoolExecutor single =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("mqtt-" + opening.broker().clientId()).daemon().factory());
    single.allowCoreThreadTimeOut(true);
    this.thread = single;
  }

  /** Says where the broker is and by what its certificate is judged, and listens for the end. */
  <B extends MqttClientBuilderBase<B>> B prepared(B builder) {
    BrokerSettings broker = opening.broker();
    B prepared =
        builder
            .identifier(broker.clientId())
            .serverHost(broker.host())
            .serverPort(broker.port())
            .addDisconnectedListener(context -> ended(context.getCause()));
    return broker.isTls() ? prepared.sslConfig(BrokerTls.of(broker.caCertificates())) : prepared;
  }

  static MqttQos qos(int code) {
    return Objects.requireNonNull(MqttQos.fromCode(code));
  }

  byte[] password() {
    return Objects.requireNonNullElse(opening.broker().password(), "")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses when a filter was not granted. */
  static void requireGranted(List<String> filters, List<Boolean> refused) throws BrokerRefusal {
    int at = refused.indexOf(true);
    if (at >= 0) {
      throw new BrokerRefusal(
          "the broker does not let this user subscribe " + filters.get(at), null);
    }
  }

  ExecutorService thread() {
    return thread;
  }

  @Sentence
  @Nullable String ending() {
    return ending;
  }

  void ended(Throwable cause) {
    LOG.debug("{}: the session is over", opening.broker(), cause);
    ending = BrokerWords.explain(cause);
    opening.onChange().run();
  }

  void received(BrokerMessage message) {
    opening.messages().accept(message);
  }

  /** Waits for the end and for the messages under way, not for long. */
  void close(CompletableFuture<Void> disconnected) {
    try {
      disconnected.exceptionally(failure -> null).get(3, TimeUnit.SECONDS);
      thread.submit(() -> {}).get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("{}: messages were under way when the session ended", opening.broker());
    }
  }
}
