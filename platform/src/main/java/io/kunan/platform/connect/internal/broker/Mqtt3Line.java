package io.kunan.platform.connect.internal.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAckReturnCode;
import io.kunan.kernel.Sentence;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A session of MQTT 3.1.1. */
final class Mqtt3Line implements BrokerLine {
  private final Mqtt3AsyncClient client;
  private final LineState state;

  private Mqtt3Line(Mqtt3AsyncClient client, LineState state) {
    this.client = client;
    this.state = state;
  }

  static BrokerLine open(BrokerOpening opening) throws BrokerRefusal, InterruptedException {
    LineState state = new LineState(opening);
    Mqtt3AsyncClient client = state.prepared(MqttClient.builder().useMqttVersion3()).buildAsync();
    client.publishes(
        MqttGlobalPublishFilter.ALL, told -> state.received(message(told)), state.thread(), true);
    try {
      BrokerOpening.await(client.connect(connect(opening, state)));
      return new Mqtt3Line(client, state);
    } catch (BrokerRefusal | InterruptedException e) {
      var _ = client.disconnect();
      throw e;
    }
  }

  private static Mqtt3Connect connect(BrokerOpening opening, LineState state) {
    Mqtt3ConnectBuilder connect =
        Mqtt3Connect.builder().keepAlive(LineState.KEEP_ALIVE).cleanSession(opening.fresh());
    String username = opening.broker().username();
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

  private static Mqtt3Publish publication(String topic, byte[] payload, int qos, boolean retained) {
    return Mqtt3Publish.builder()
        .topic(topic)
        .payload(payload)
        .qos(LineState.qos(qos))
        .retain(retained)
        .build();
  }

  private static BrokerMessage message(Mqtt3Publish told) {
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
    List<Mqtt3Subscription> wanted =
        filters.stream()
            .map(
                filter ->
                    Mqtt3Subscription.builder().topicFilter(filter).qos(LineState.qos(qos)).build())
            .toList();
    Mqtt3SubAck answer =
        BrokerOpening.await(
            client.subscribe(Mqtt3Subscribe.builder().addSubscriptions(wanted).build()));
    LineState.requireGranted(
        filters, answer.getReturnCodes().stream().map(Mqtt3SubAckReturnCode::isError).toList());
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
