package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.TagId;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.CuttableCable;
import io.kunan.platform.connect.OpcUaConnections;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.TestPlant;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** A plant behind an OPC UA server. */
final class OpcUaTestPlant implements TestPlant {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final PlantServer server = new PlantServer();
  private final CuttableCable cable = new CuttableCable(server.port());

  OpcUaTestPlant() throws Exception {
    addVariables();
  }

  PlantServer server() {
    return server;
  }

  @Override
  public Connector connect(Path home, PointReceiver receiver, int... variables) throws Exception {
    OpcUaConnections connections =
        new OpcUaConnections(home.resolve("secrets"), home.resolve("buffers"), Clock.systemUTC());
    Connector connector =
        connections.connector(
            1,
            "test",
            OpcUaEndpoint.open("opc.tcp://127.0.0.1:" + cable.port() + "/plant"),
            receiver,
            event -> {});
    List<TagNode> tags =
        Stream.concat(Arrays.stream(variables).boxed(), Stream.of(99))
            .map(
                number ->
                    new TagNode(
                        new TagId(number),
                        PlantNamespace.id("v" + number),
                        Map.of(),
                        Duration.ofSeconds(1)))
            .toList();
    connector.setTags(tags);
    return connector;
  }

  @Override
  public void send(int variable, double value, Instant sourceTime) {
    set(variable, Variant.of(value), StatusCode.GOOD, sourceTime);
  }

  @Override
  public void sendBad(int variable, Instant sourceTime) {
    set(variable, Variant.NULL_VALUE, new StatusCode(StatusCodes.Bad_SensorFailure), sourceTime);
  }

  @Override
  public void sendWrongType(int variable, Instant sourceTime) {
    set(variable, Variant.of(new Double[] {1.0, 2.0}), StatusCode.GOOD, sourceTime);
  }

  private void set(int variable, Variant value, StatusCode status, Instant sourceTime) {
    server
        .plant()
        .set(
            "v" + variable, new DataValue(value, status, new DateTime(sourceTime), DateTime.now()));
  }

  @Override
  public CuttableCable cable() {
    return cable;
  }

  @Override
  public void restart() throws Exception {
    server.stop();
    server.start();
    addVariables();
  }

  private void addVariables() {
    IntStream.of(1, 2, 3)
        .forEach(
            number -> {
              server.plant().variable("v" + number);
              send(number, 0, LONG_AGO);
            });
  }

  @Override
  public void close() throws Exception {
    cable.close();
    server.close();
  }
}
