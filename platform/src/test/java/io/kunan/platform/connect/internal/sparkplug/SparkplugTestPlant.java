package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.kernel.TagId;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.CuttableCable;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.TestPlant;
import io.kunan.platform.connect.internal.BrokerConnectors;
import io.kunan.platform.connect.internal.broker.Mosquitto;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/** A plant with one Sparkplug edge node that has one device. */
final class SparkplugTestPlant implements TestPlant {
  static final String HOST = "kunan";
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final Mosquitto broker = new Mosquitto();
  private final CuttableCable cable = new CuttableCable(broker.securePort());
  private EdgeNodeSimulator edge;

  SparkplugTestPlant() throws Exception {
    begin();
  }

  Mosquitto broker() {
    return broker;
  }

  EdgeNodeSimulator edge() {
    return edge;
  }

  @Override
  public Connector connect(Path home, PointReceiver receiver, int... variables) throws Exception {
    Connector connector =
        new BrokerConnectors(home.resolve("buffers"), Clock.systemUTC())
            .connector(
                1,
                "test",
                new ConnectionSettings.Sparkplug(
                    Mosquitto.settings(cable.port(), 5, "kunan-test"), HOST, List.of("plant")),
                Mosquitto.PASSWORD,
                receiver);
    connector.setTags(
        Stream.concat(Arrays.stream(variables).boxed(), Stream.of(99))
            .map(
                number ->
                    new TagNode(
                        new TagId(number),
                        "plant/edge/d1/v" + number,
                        Map.of(),
                        Duration.ofSeconds(1)))
            .toList());
    return connector;
  }

  @Override
  public void send(int variable, double value, Instant sourceTime) {
    edge.send(variable, Metric.newBuilder().setDoubleValue(value), sourceTime);
  }

  @Override
  public void sendBad(int variable, Instant sourceTime) {
    edge.send(variable, Metric.newBuilder().setIsNull(true), sourceTime);
  }

  @Override
  public void sendWrongType(int variable, Instant sourceTime) {
    edge.send(variable, Metric.newBuilder().setStringValue("jammed"), sourceTime);
  }

  @Override
  public CuttableCable cable() {
    return cable;
  }

  @Override
  public void restart() throws Exception {
    edge.close();
    broker.stop();
    broker.start();
    begin();
  }

  private void begin() throws Exception {
    edge = new EdgeNodeSimulator(broker);
    edge.hold(IntStream.of(1, 2, 3), LONG_AGO);
    edge.connect();
  }

  @Override
  public void close() throws Exception {
    edge.close();
    cable.close();
    broker.close();
  }
}
