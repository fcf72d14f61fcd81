package io.kunan.platform.connect.internal.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.internal.settings.BrokerSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A session of MQTT 5. */
final class Mqtt5Line implements BrokerLine {
  private final Mqtt5AsyncClient client;
  private final LineState state;

  private Mqtt5Line(Mqtt5AsyncClient client, LineState state) {
    this.client = client;
    this.state = state;
  }

  static BrokerLine open(BrokerOpening opening) throws BrokerRefusal, InterruptedException {
    LineState state = new LineState(opening);
    Mqtt5AsyncClient client = state.prepared(MqttClient.builder().useMqttVersion5()).buildAsync();
    client.publishes(
        MqttGlobalPublishFilter.ALL, told -> state.received(message(told)), state.thread(), true);
    try {
      BrokerOpening.await(client.connect(connect(opening, state)));
      return new Mqtt5Line(client, state);
    } catch (BrokerRefusal | InterruptedException e) {
      var _ = client.disconnect();
      throw e;
    }
  }

  private static Mqtt5Connect connect(BrokerOpening opening, LineState state) {
    BrokerSettings broker = opening.broker();
    Mqtt5ConnectBuilder connect =
        Mqtt5Connect.builder()
            .keepAlive(LineState.KEEP_ALIVE)
            .cleanStart(opening.fresh())
            .sessionExpiryInterval(
                opening.fresh() ? 0 : TimeUnit.HOURS.toSeconds(broker.sessionHours()));
    String username = broker.username();
    if (username != null) {
      connect =
          connect.simpleAuth().username(username).password(state.password()).applySimpleAuth();
    }
    BrokerOpening.Will will = opening.will();
    if (will != null) {
      connect = connect.willPublish(publication(will.topic(), will.payload(), 1, true));
    }
    return connect.build();
  }

  private static Mqtt5Publish publication(String topic, byte[] payload, int qos, boolean retained) {
    return Mqtt5Publish.builder()
        .topic(topic)
        .payload(payload)
        .qos(LineState.qos(qos))
        .retain(retained)
        .build();
  }

  private static BrokerMessage message(Mqtt5Publish told) {
    return new BrokerMessage(
        told.getTopic().toString(),
        told.getPayloadAsBytes(),
        told.isRetain(),
        told.getQos() == MqttQos.AT_MOST_ONCE ? () -> {} : told::acknowledge);
  }

  @Override
  public @Sentence @Nullable String ending() {
    return state.ending();
  }

  @Override
  public void subscribe(List<String> filters, int qos) throws BrokerRefusal, InterruptedException {
    List<Mqtt5Subscription> wanted =
        filters.stream()
            .map(
                filter ->
                    Mqtt5Subscription.builder().topicFilter(filter).qos(LineState.qos(qos)).build())
            .toList();
    Mqtt5SubAck answer =
        BrokerOpening.await(
            client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(wanted).build()));
    LineState.requireGranted(
        filters, answer.getReasonCodes().stream().map(Mqtt5SubAckReasonCode::isError).toList());
  }

  @Override
  public CompletableFuture<?> publish(String topic, byte[] payload, int qos, boolean retained) {
    return client.publish(publication(topic, payload, qos, retained));
  }

  @Override
  public void close() {
    state.close(client.disconnect());
  }
}
