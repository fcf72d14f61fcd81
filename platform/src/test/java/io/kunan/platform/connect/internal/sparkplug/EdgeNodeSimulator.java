package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.platform.connect.internal.broker.Mosquitto;
import io.kunan.platform.connect.internal.broker.PlantClient;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * An edge node of a plant that behaves by the specification: births with aliases, data by alias,
 * sequence numbers, a will with the bdSeq of its birth, and a rebirth when asked.
 */
final class EdgeNodeSimulator implements AutoCloseable {
  private static final String TOPIC = "spBv1.0/plant/%s/edge%s";

  private final Mosquitto broker;
  private final Map<Integer, Metric> metrics = new TreeMap<>();
  private PlantClient client;
  private int seq;
  private int bdSeq = -1;
  private int births;

  EdgeNodeSimulator(Mosquitto broker) {
    this.broker = broker;
  }

  /** Connects with a will and is born. */
  void connect() throws Exception {
    bdSeq++;
    client =
        new PlantClient(
            broker,
            "edge-" + bdSeq,
            PlantClient.message(topic("NDEATH", ""), death(), 1, false),
            (topic, payload) -> bear());
    client.subscribe("spBv1.0/plant/NCMD/edge");
    bear();
    client.settle();
  }

  /** Births of the node and of its device. */
  synchronized void bear() {
    births++;
    seq = 0;
    publish(
        "NBIRTH",
        "",
        Payload.newBuilder()
            .addMetrics(bdSeqMetric())
            .addMetrics(
                Metric.newBuilder()
                    .setName("Node Control/Rebirth")
                    .setDatatype(DataType.Boolean_VALUE)
                    .setBooleanValue(false)));
    Payload.Builder device = Payload.newBuilder();
    metrics.forEach(
        (number, metric) ->
            device.addMetrics(
                metric.toBuilder()
                    .setName("v" + number)
                    .setAlias(number)
                    .setDatatype(DataType.Double_VALUE)));
    publish("DBIRTH", "/d1", device);
  }

  synchronized int births() {
    return births;
  }

  /** Has these variables, values zero, for the first birth. */
  void hold(IntStream variables, Instant at) {
    variables.forEach(
        number ->
            metrics.put(
                number,
                Metric.newBuilder().setDoubleValue(0).setTimestamp(at.toEpochMilli()).build()));
  }

  /** Sends a value by alias; the next birth tells it too. */
  synchronized void send(int number, Metric.Builder value, Instant at) {
    Metric metric = value.setTimestamp(at.toEpochMilli()).build();
    if (!metric.getIsHistorical()) {
      metrics.put(number, metric);
    }
    publish("DDATA", "/d1", Payload.newBuilder().addMetrics(metric.toBuilder().setAlias(number)));
  }

  /** Messages that nobody gets. */
  synchronized void lose(int messages) {
    seq = (seq + messages) & 0xFF;
  }

  synchronized void killDevice(Instant at) {
    publish("DDEATH", "/d1", Payload.newBuilder().setTimestamp(at.toEpochMilli()));
  }

  /** The death of an earlier session comes late. */
  void dieLate() {
    bdSeq--;
    client.publish(topic("NDEATH", ""), death(), 1, false);
    bdSeq++;
  }

  void die() throws Exception {
    client.die();
  }

  void settle() throws Exception {
    client.settle();
  }

  private void publish(String type, String device, Payload.Builder payload) {
    Payload ready =
        (payload.hasTimestamp() ? payload : payload.setTimestamp(System.currentTimeMillis()))
            .setSeq(seq)
            .build();
    seq = (seq + 1) & 0xFF;
    client.publish(topic(type, device), ready.toByteArray(), 0, false);
  }

  private static String topic(String type, String device) {
    return TOPIC.formatted(type, device);
  }

  private byte[] death() {
    return Payload.newBuilder().addMetrics(bdSeqMetric()).build().toByteArray();
  }

  private Metric bdSeqMetric() {
    return Metric.newBuilder()
        .setName("bdSeq")
        .setDatatype(DataType.Int64_VALUE)
        .setLongValue(bdSeq)
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
