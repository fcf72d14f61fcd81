package io.kunan.platform.connect.internal.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.platform.connect.ConnectionTest;
import io.kunan.platform.connect.OpcUaConnections;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.OpcUaEndpoint.Security;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.ServerCertificate;
import io.kunan.platform.connect.ServerNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityAndBrowseTest {
  private static PlantServer server;
  @TempDir Path home;
  private OpcUaConnections connections;

  @BeforeAll
  static void startPlant() throws Exception {
    server = new PlantServer();
    PlantNamespace plant = server.plant();
    plant.folder("Line1", "");
    plant.folder("Line1/Pot001", "Line1");
    plant.folder("Line1/Pot002", "Line1");
    plant.variable("Line1/Pot001/Voltage", "Line1/Pot001", NodeIds.Double, 4.1);
    plant.analog("Line1/Pot001/Voltage", "V", 3.5, 5.0);
    plant.variable("Line1/Pot001/Mode", "Line1/Pot001", NodeIds.Int32, 1);
    plant.states("Line1/Pot001/Mode", "Off", "Manual", "Auto");
    plant.variable("Line1/Pot001/Note", "Line1/Pot001", NodeIds.String, "x");
    plant.variable("Line1/Pot002/Rods", "Line1/Pot002", NodeIds.Double, new Double[] {1.0});
    plant.variable("Line1/Current", "Line1", NodeIds.Float, 500f);
  }

  @AfterAll
  static void stopPlant() throws Exception {
    server.close();
  }

  @BeforeEach
  void connections() throws Exception {
    connections =
        new OpcUaConnections(home.resolve("secrets"), home.resolve("buffers"), Clock.systemUTC());
  }

  @Test
  void wantsTheServerTrustedBeforeASecuredSession() throws Exception {
    OpcUaEndpoint endpoint =
        new OpcUaEndpoint(
            server.url(), Security.BASIC256SHA256, PlantServer.USER, PlantServer.PASSWORD);

    ConnectionTest first = connections.test(endpoint);
    assertThat(first.ok()).isFalse();
    ServerCertificate shown = Objects.requireNonNull(first.certificate());
    assertThat(first.detail()).contains("not trusted", shown.thumbprint());
    assertThat(shown.trusted()).isFalse();

    connections.trust(shown.thumbprint());
    ConnectionTest second = connections.test(endpoint);
    assertThat(second.detail()).contains("connected");
    assertThat(second.ok()).isTrue();
    assertThat(second.serverName()).isEqualTo("test plant");
    assertThat(Objects.requireNonNull(second.certificate()).trusted()).isTrue();
  }

  @Test
  void keepsItsCertificateToItselfAndAcrossStarts() throws Exception {
    Path secrets = home.resolve("secrets");
    ClientIdentity first = ClientIdentity.loadOrCreate(secrets);
    assertThat(ClientIdentity.loadOrCreate(secrets).certificate()).isEqualTo(first.certificate());
    assertThat(first.applicationUri()).startsWith("urn:");
    for (String file : List.of("opcua-client.p12", "opcua-client.password")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void saysWhyItCannotConnect() {
    assertThat(connections.test(new OpcUaEndpoint(server.url(), Security.NONE, "kunan", "wrong")))
        .satisfies(
            test -> {
              assertThat(test.ok()).isFalse();
              assertThat(test.detail()).containsAnyOf("user", "password");
              assertThat(test.serverName()).isEqualTo("test plant");
            });
    assertThat(connections.test(OpcUaEndpoint.open("opc.tcp://127.0.0.1:1/x")).detail())
        .contains("nothing listens there");
    assertThat(connections.test(OpcUaEndpoint.open("opc.tcp://no-such-host.invalid:4840")).detail())
        .contains("no host named");
    assertThatThrownBy(() -> OpcUaEndpoint.open("http://plc"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("opc.tcp://host:port");
  }

  @Test
  void browsesOneLevelWithUnitRangeStatesAndRefusals() {
    try (ServerBrowser browser = connections.browse(OpcUaEndpoint.open(server.url()))) {
      assertThat(browser.children(null))
          .extracting(ServerNode::browseName)
          .contains("Line1", "Server");
      List<ServerNode> pot = browser.children(PlantNamespace.id("Line1/Pot001"));
      assertThat(pot)
          .extracting(ServerNode::browseName)
          .containsExactlyInAnyOrder("Voltage", "Mode", "Note");
      ServerNode voltage = named(pot, "Voltage");
      assertThat(voltage.nodeId()).isEqualTo(PlantNamespace.id("Line1/Pot001/Voltage"));
      assertThat(voltage.dataType()).isEqualTo("Double");
      assertThat(voltage.unit()).isEqualTo("V");
      assertThat(voltage.low()).isEqualTo(3.5);
      assertThat(voltage.high()).isEqualTo(5.0);
      assertThat(named(pot, "Mode").states()).containsExactly("Off", "Manual", "Auto");
      assertThat(named(pot, "Note").refusal()).contains("text");
      assertThatThrownBy(() -> browser.children(PlantNamespace.id("nowhere")))
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void findsAllVariablesBelowAFolder() {
    try (ServerBrowser browser = connections.browse(OpcUaEndpoint.open(server.url()))) {
      List<String> line = List.of(PlantNamespace.id("Line1"));
      List<ServerNode> all = browser.variables(line, true, found -> true);
      assertThat(all)
          .extracting(node -> String.join(".", node.path()))
          .containsExactlyInAnyOrder(
              "Line1.Current",
              "Line1.Pot001.Voltage",
              "Line1.Pot001.Mode",
              "Line1.Pot001.Note",
              "Line1.Pot002.Rods");
      assertThat(named(all, "Rods").refusal()).contains("array");
      assertThat(browser.variables(line, false, found -> true))
          .extracting(ServerNode::browseName)
          .containsExactly("Current");
      assertThat(
              browser.variables(
                  List.of(PlantNamespace.id("Line1/Pot001/Voltage")), false, found -> true))
          .extracting(ServerNode::browseName)
          .containsExactly("Voltage");
    }
  }

  private static ServerNode named(List<ServerNode> nodes, String name) {
    return nodes.stream().filter(each -> each.browseName().equals(name)).findFirst().orElseThrow();
  }
}
