package io.kunan.platform.connect.internal.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A device of a plant at a broker, by another way than that of the connector under test. */
public final class PlantClient implements AutoCloseable {
  private final Mqtt5AsyncClient client;
  private volatile CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /**
   * Connects.
   *
   * @param will what the broker sends when {@link #die} ends it; null is nothing
   */
  public PlantClient(
      Mosquitto broker,
      String clientId,
      @Nullable Mqtt5Publish will,
      BiConsumer<String, byte[]> onMessage)
      throws Exception {
    client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(clientId)
            .serverHost("127.0.0.1")
            .serverPort(broker.plainPort())
            .simpleAuth()
            .username(Mosquitto.USER)
            .password(Mosquitto.bytes(Mosquitto.PASSWORD))
            .applySimpleAuth()
            .willPublish(will)
            .buildAsync();
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        told -> onMessage.accept(told.getTopic().toString(), told.getPayloadAsBytes()));
    client.connect().get(10, TimeUnit.SECONDS);
  }

  public static Mqtt5Publish message(String topic, byte[] payload, int qos, boolean retained) {
    return Mqtt5Publish.builder()
        .topic(topic)
        .payload(payload)
        .qos(Objects.requireNonNull(MqttQos.fromCode(qos)))
        .retain(retained)
        .build();
  }

  public void subscribe(String filter) throws Exception {
    client.subscribeWith().topicFilter(filter).send().get(10, TimeUnit.SECONDS);
  }

  public void publish(String topic, byte[] payload, int qos, boolean retained) {
    last = client.publish(message(topic, payload, qos, retained));
  }

  /** Waits until the broker has the last message. */
  public void settle() throws Exception {
    last.get(20, TimeUnit.SECONDS);
  }

  /** Leaves without a word to the broker's clients but the will. */
  public void die() throws Exception {
    client
        .disconnectWith()
        .reasonCode(Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE)
        .send()
        .get(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    client.disconnect();
  }
}
