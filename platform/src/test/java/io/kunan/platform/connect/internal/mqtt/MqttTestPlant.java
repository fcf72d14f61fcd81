package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.CuttableCable;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.TestPlant;
import io.kunan.platform.connect.internal.BrokerConnectors;
import io.kunan.platform.connect.internal.broker.Mosquitto;
import io.kunan.platform.connect.internal.broker.PlantClient;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings.QualityFormat;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings.TimeFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plant whose devices send JSON to a broker. */
final class MqttTestPlant implements TestPlant {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final int version;
  private final Mosquitto broker = new Mosquitto();
  private final CuttableCable cable = new CuttableCable(broker.securePort());
  private PlantClient device;

  /**
   * @param version of MQTT that the connector speaks
   */
  MqttTestPlant(int version) throws Exception {
    this.version = version;
    begin();
  }

  ConnectionSettings.Mqtt settings() {
    return new ConnectionSettings.Mqtt(
        Mosquitto.settings(cable.port(), version, "kunan-test"),
        1,
        List.of(
            new JsonMappingSettings(
                "plant/{tag}",
                "/v",
                "/t",
                TimeFormat.EPOCH_US,
                "/q",
                QualityFormat.WORD,
                "pot.{tag}")));
  }

  @Override
  public Connector connect(Path home, PointReceiver receiver, int... variables) throws Exception {
    Connector connector =
        new BrokerConnectors(home.resolve("buffers"), Clock.systemUTC())
            .connector(1, "test", settings(), Mosquitto.PASSWORD, receiver);
    connector.setTags(
        Stream.concat(Arrays.stream(variables).boxed(), Stream.of(99))
            .map(
                number ->
                    new TagNode(
                        new TagId(number), "pot.v" + number, Map.of(), Duration.ofSeconds(1)))
            .toList());
    return connector;
  }

  @Override
  public void send(int variable, double value, Instant sourceTime) {
    publish(variable, String.valueOf(value), "GOOD", sourceTime, false);
  }

  @Override
  public void sendBad(int variable, Instant sourceTime) {
    publish(variable, "null", "BAD", sourceTime, false);
  }

  @Override
  public void sendWrongType(int variable, Instant sourceTime) {
    publish(variable, "[1,2]", "GOOD", sourceTime, false);
  }

  private void publish(int variable, String value, String quality, Instant at, boolean retained) {
    String payload = "{\"v\":%s,\"q\":\"%s\",\"t\":%d}".formatted(value, quality, Micros.of(at));
    publish("plant/v" + variable, payload, retained);
  }

  void publish(String topic, String payload, boolean retained) {
    device.publish(topic, Mosquitto.bytes(payload), 1, retained);
  }

  PlantClient device() {
    return device;
  }

  @Override
  public CuttableCable cable() {
    return cable;
  }

  @Override
  public void restart() throws Exception {
    device.close();
    broker.stop();
    broker.start();
    begin();
  }

  private void begin() throws Exception {
    device = new PlantClient(broker, "device", null, (topic, payload) -> {});
    IntStream.of(1, 2, 3).forEach(number -> publish(number, "0", "GOOD", LONG_AGO, true));
    device.settle();
  }

  @Override
  public void close() throws Exception {
    device.close();
    cable.close();
    broker.close();
  }
}
