package io.kunan.plant.potline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line seen by a real OPC UA client. */
class PotlineServerTest {
  private static final String NAMESPACE = "urn:kunan:plant:potline:tags";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static PotlineServer small(
      Path state, @Nullable Path security, @Nullable String user, Clock clock) throws IOException {
    return PotlineServer.start(
        new PotlineServer.Options(4, 1, 1, "127.0.0.1", 0, state, security, user, "secret"), clock);
  }

  private static PotlineServer small() throws IOException {
    return PotlineServer.start(PotlineServer.Options.fresh(4, 1), Clock.systemUTC());
  }

  private static OpcUaClient connect(String endpoint) throws UaException {
    OpcUaClient client = OpcUaClient.create(endpoint);
    client.connect();
    return client;
  }

  private static OpcUaClient connectSecurely(String endpoint, @Nullable String user)
      throws Exception {
    KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    X509Certificate certificate =
        new SelfSignedCertificateBuilder(keys)
            .setCommonName("test")
            .setApplicationUri("urn:kunan:test")
            .build();
    OpcUaClient client =
        OpcUaClient.create(
            endpoint,
            endpoints ->
                endpoints.stream()
                    .filter(
                        e ->
                            SecurityPolicy.Basic256Sha256.getUri().equals(e.getSecurityPolicyUri()))
                    .findFirst(),
            transport -> {},
            config ->
                config
                    .setApplicationUri("urn:kunan:test")
                    .setKeyPair(keys)
                    .setCertificate(certificate)
                    .setCertificateChain(new X509Certificate[] {certificate})
                    .setCertificateValidator(
                        new CertificateValidator.InsecureCertificateValidator())
                    .setIdentityProvider(
                        user == null
                            ? AnonymousProvider.INSTANCE
                            : new UsernameProvider(user, "secret")));
    client.connect();
    return client;
  }

  private static NodeId node(OpcUaClient client, String name) {
    return new NodeId(client.getNamespaceTable().getIndex(NAMESPACE), name);
  }

  private static DataValue read(OpcUaClient client, String name) throws UaException {
    return client.readValue(0, TimestampsToReturn.Both, node(client, name));
  }

  private static Object value(OpcUaClient client, String name) throws UaException {
    return Objects.requireNonNull(read(client, name).value().value(), name);
  }

  private static Instant time(DataValue value) {
    return Objects.requireNonNull(value.sourceTime(), "source time").getJavaInstant();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited %s", PATIENCE).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void variablesCarryUnitRangeAndStates() throws Exception {
    try (PotlineServer server = small()) {
      OpcUaClient client = connect(server.endpoint());
      var context = client.getStaticEncodingContext();
      var unit = (ExtensionObject) value(client, "L2.2001.R.EngineeringUnits");
      var range = (ExtensionObject) value(client, "L2.2001.TB.EURange");
      assertThat(((EUInformation) unit.decode(context)).getDisplayName().text()).isEqualTo("µΩ");
      assertThat(((Range) range.decode(context)).getHigh()).isEqualTo(1040.0);
      assertThat(value(client, "L2.2001.MODE.EnumStrings")).isInstanceOf(Object[].class);
      var children = client.getAddressSpace().browseNodes(node(client, "L2.2001"));
      assertThat(children).hasSize(16);
      assertThat(client.getAddressSpace().browseNodes(NodeIds.ObjectsFolder))
          .anyMatch(child -> "L2".equals(child.getBrowseName().name()));
      client.disconnect();
    }
  }

  @Test
  void valuesAreReadOnly() throws Exception {
    try (PotlineServer server = small()) {
      OpcUaClient client = connect(server.endpoint());
      var answer =
          client.writeValues(
              List.of(node(client, "L2.2001.DOSE")),
              List.of(DataValue.valueOnly(new Variant(1.0))));
      assertThat(answer.getFirst().isBad()).isTrue();
      client.disconnect();
    }
  }

  @Test
  void everySecondOfEveryTagArrivesWithItsTimeAndQuality() throws Exception {
    Map<String, List<DataValue>> received = new ConcurrentHashMap<>();
    try (PotlineServer server = small()) {
      OpcUaClient client = connect(server.endpoint());
      List<TagDescription> tags = PotlineTags.of(4);
      subscribe(client, tags, received);
      await(
          () ->
              received.size() == tags.size()
                  && received.values().stream().allMatch(list -> list.size() >= 5));
      client.disconnect();
    }
    for (List<DataValue> values : received.values()) {
      for (int i = 2; i < values.size(); i++) {
        Instant before = time(values.get(i - 1));
        Instant now = time(values.get(i));
        assertThat(now).isEqualTo(before.plusSeconds(1));
      }
    }
    assertThat(received.values().stream().map(List::getLast))
        .anyMatch(value -> value.statusCode().isGood())
        .anyMatch(value -> value.statusCode().isUncertain());
  }

  static void subscribe(
      OpcUaClient client, List<TagDescription> tags, Map<String, List<DataValue>> received)
      throws UaException {
    var subscription = new OpcUaSubscription(client, 1000.0);
    subscription.create();
    List<OpcUaMonitoredItem> items = new ArrayList<>();
    for (TagDescription tag : tags) {
      var item = OpcUaMonitoredItem.newDataItem(node(client, tag.name()));
      item.setSamplingInterval(1000.0);
      item.setQueueSize(uint(10));
      item.setFilter(new DataChangeFilter(DataChangeTrigger.StatusValueTimestamp, uint(0), 0.0));
      List<DataValue> list = new CopyOnWriteArrayList<>();
      item.setDataValueListener(
          (itself, value) -> {
            list.add(value);
            received.put(tag.name(), list);
          });
      items.add(item);
    }
    subscription.addMonitoredItems(items);
    subscription.synchronizeMonitoredItems();
  }

  @Test
  void encryptedConnectionsAndUsersWork(@TempDir Path folder) throws Exception {
    byte[] first;
    try (PotlineServer server =
        small(folder.resolve("state"), folder, "engineer", Clock.systemUTC())) {
      OpcUaClient client = connectSecurely(server.endpoint(), "engineer");
      assertThat(read(client, "L2.2001.V").statusCode().isBad()).isFalse();
      first = client.getConfig().getEndpoint().getServerCertificate().bytesOrEmpty();
      client.disconnect();
      assertThat(catchRefusal(server.endpoint())).isNotNull();
    }
    try (PotlineServer again =
        small(folder.resolve("state"), folder, "engineer", Clock.systemUTC())) {
      OpcUaClient client = connectSecurely(again.endpoint(), "engineer");
      assertThat(client.getConfig().getEndpoint().getServerCertificate().bytesOrEmpty())
          .isEqualTo(first);
      client.disconnect();
    }
  }

  private static @Nullable Exception catchRefusal(String endpoint) {
    try {
      OpcUaClient client = connectSecurely(endpoint, null);
      client.disconnect();
      return null;
    } catch (Exception e) {
      return e;
    }
  }

  @Test
  void aRestartedServerGoesOnWithTheSameLineOnTheSamePort(@TempDir Path folder) throws Exception {
    Path state = folder.resolve("line.state");
    int port;
    double beam;
    try (PotlineServer server = small(state, null, null, Clock.systemUTC())) {
      OpcUaClient client = connect(server.endpoint());
      await(() -> !isEmpty(client, "L2.2002.BEAM"));
      beam = (Double) value(client, "L2.2002.BEAM");
      port = Integer.parseInt(server.endpoint().replaceAll(".*:(\\d+)/.*", "$1"));
      client.disconnect();
    }
    assertThat(Files.size(state)).isPositive();
    var options = new PotlineServer.Options(4, 1, 1, "127.0.0.1", port, state, null, null, null);
    try (PotlineServer again = PotlineServer.start(options, Clock.systemUTC())) {
      OpcUaClient client = connect(again.endpoint());
      await(() -> !isEmpty(client, "L2.2002.BEAM"));
      assertThat((Double) value(client, "L2.2002.BEAM")).isBetween(beam - 5, beam + 5);
      client.disconnect();
    }
  }

  private static boolean isEmpty(OpcUaClient client, String name) {
    try {
      return read(client, name).value().isNull();
    } catch (UaException e) {
      return true;
    }
  }

  @Test
  void eventsArriveWithTheirFieldsAndStayReadable() throws Exception {
    List<Variant[]> received = new CopyOnWriteArrayList<>();
    try (PotlineServer server = small()) {
      OpcUaClient client = connect(server.endpoint());
      var subscription = new OpcUaSubscription(client, 500.0);
      subscription.create();
      var item = OpcUaMonitoredItem.newEventItem(NodeIds.Server, filter(client));
      item.setQueueSize(uint(100));
      item.setEventValueListener((itself, fields) -> received.add(fields));
      subscription.addMonitoredItem(item);
      subscription.synchronizeMonitoredItems();
      server.operations(operations -> operations.blockFeeders(2, 1, Duration.ofSeconds(5)));
      await(() -> !received.isEmpty());
      Variant[] fields = received.getFirst();
      assertThat(fields[0].value()).asString().startsWith("L2.");
      assertThat(Stream.of(PotEvent.Kind.values()).map(Enum::name))
          .contains(String.valueOf(fields[1].value()));
      assertThat((Integer) fields[2].value()).isBetween(2001, 2004);
      assertThat(fields[3].value()).isNotNull();
      assertThat(String.valueOf(fields[5].value())).startsWith("{").endsWith("}");
      var recent = (String[]) value(client, "L2.RecentEvents");
      assertThat(recent).anyMatch(line -> line.contains("\"id\":\"" + fields[0].value() + "\""));
      client.disconnect();
    }
  }

  private static EventFilter filter(OpcUaClient client) {
    var namespace = client.getNamespaceTable().getIndex(NAMESPACE);
    var type = new NodeId(namespace, "PotEventType");
    var fields =
        List.of("Id", "Kind", "Pot", "Start", "End", "Attributes").stream()
            .map(
                name ->
                    new SimpleAttributeOperand(
                        type,
                        new QualifiedName[] {new QualifiedName(namespace, name)},
                        AttributeId.Value.uid(),
                        null))
            .toArray(SimpleAttributeOperand[]::new);
    return new EventFilter(fields, new ContentFilter(null));
  }
}
