package io.kunan.platform.connect.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.History;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.connect.ConnectorCompatibilityKit;
import io.kunan.platform.connect.internal.broker.Mosquitto;
import io.kunan.platform.connect.internal.broker.PlantClient;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestClient.Answer;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Connections over brokers as people set them up in the console. */
class BrokerConnectionsTest {
  private static Mosquitto broker;
  private final TestServer server = TestServer.shared();
  private final TestClient engineer = server.as(Role.ENGINEER);
  private final Assets assets = server.part(Assets.class);

  @BeforeAll
  static void startBroker() throws Exception {
    broker = new Mosquitto();
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @Test
  void anEngineerConnectsListensImportsAndSeesValues() throws Exception {
    Asset plant =
        assets.create(AssetDraft.of(null, AssetKind.PLANT, "mqtt-plant", Text.same("MQTT")));
    int id = create("mqtt", "MQTT", Map.of("mqtt", mqtt("/values/{signal}", "{pot}.{signal}")));
    assertThat(engineer.post(path(id, "/test"), null).json().path("ok").asBoolean()).isTrue();
    Answer early = engineer.get(path(id, "/browse"));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.body()).contains("start it");
    engineer.post(path(id, "/start"), null);

    try (PlantClient device = new PlantClient(broker, "pot", null, (topic, payload) -> {})) {
      ConnectorCompatibilityKit.await(
          "heard",
          () -> {
            device.publish("pots/M1", Mosquitto.bytes("{\"values\":{\"V\":4.1}}"), 1, false);
            return engineer.get(path(id, "/browse")).json().size() == 1;
          });
      device.publish("pots/M1", Mosquitto.bytes("4.1"), 1, false);
      JsonNode folder = engineer.get(path(id, "/browse")).json().get(0);
      assertThat(folder.path("displayName").asString()).isEqualTo("M1");
      Answer report =
          engineer.post(
              path(id, "/import"),
              Map.of(
                  "nodes",
                  List.of(folder.path("nodeId").asString()),
                  "assetId",
                  plant.id().value()));
      assertThat(report.json().path("created").asInt()).as(report.body()).isEqualTo(1);
      Tag volts = assets.tags().find("M1.V").orElseThrow();
      History history = server.part(History.class);
      ConnectorCompatibilityKit.await(
          "the value in the history",
          () -> {
            device.publish("pots/M1", Mosquitto.bytes("{\"values\":{\"V\":4.2}}"), 1, false);
            return history.last(List.of(volts.id())).stream()
                .anyMatch(point -> point.value() == 4.2);
          });
    }
    JsonNode rejected = engineer.get(path(id, "/rejected")).json();
    assertThat(rejected.path("total").asInt()).isEqualTo(1);
    assertThat(rejected.path("items").get(0).path("topic").asString()).isEqualTo("pots/M1");
    assertThat(rejected.path("items").get(0).path("reason").asString()).contains("/values");
    JsonNode shown = engineer.get("/api/connections/" + id).json();
    assertThat(shown.path("kind").asString()).isEqualTo("MQTT");
    assertThat(shown.path("securityPolicy").asString()).isEqualTo("TLS");
    assertThat(shown.path("mqtt").path("clientId").asString()).startsWith("kunan-");
    assertThat(shown.path("rejected").asInt()).isEqualTo(1);
    engineer.delete("/api/connections/" + id);
  }

  @Test
  void aSparkplugConnectionKeepsWhatWasWritten() {
    int id =
        create(
            "sparkplug",
            "SPARKPLUG",
            Map.of(
                "sparkplug",
                Map.of(
                    "hostId",
                    "kunan",
                    "groups",
                    List.of("g1"),
                    "caCertificates",
                    Mosquitto.certificate())));
    JsonNode shown = engineer.get("/api/connections/" + id).json();
    assertThat(shown.path("sparkplug").path("hostId").asString()).isEqualTo("kunan");
    assertThat(shown.path("sparkplug").path("groups").get(0).asString()).isEqualTo("g1");
    assertThat(engineer.post(path(id, "/test"), null).json().path("ok").asBoolean()).isTrue();
    Answer other =
        engineer.put(
            "/api/connections/" + id, Map.of("name", "x", "endpoint", "opc.tcp://plc:4840"));
    assertThat(other.status()).isEqualTo(409);
    engineer.delete("/api/connections/" + id);
  }

  @Test
  void refusesWhatCannotBe() {
    refused("MQTT", "http://broker", Map.of("mqtt", mqtt("/v", "{pot}")), "mqtt://host:1883");
    refused("MQTT", "mqtt://broker", Map.of(), "mappings");
    refused("MQTT", "mqtt://broker", Map.of("mqtt", mqtt("/v", "{line}")), "{line}");
    refused(
        "SPARKPLUG",
        "mqtts://broker",
        Map.of("sparkplug", Map.of("caCertificates", "no certificate")),
        "BEGIN CERTIFICATE");
    refused("SPARKPLUG", "mqtt://broker", Map.of("sparkplug", Map.of("hostId", "a/b")), "hostId");
  }

  private void refused(String kind, String endpoint, Map<String, Object> more, String words) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", "refused");
    body.put("kind", kind);
    body.put("endpoint", endpoint);
    Answer answer = engineer.post("/api/connections", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  private static Map<String, Object> mqtt(String value, String name) {
    return Map.of(
        "caCertificates",
        Mosquitto.certificate(),
        "mappings",
        List.of(
            Map.of(
                "topic",
                "pots/{pot}",
                "value",
                value,
                "timeFormat",
                "EPOCH_MS",
                "qualityFormat",
                "WORD",
                "name",
                name)));
  }

  private int create(String name, String kind, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", "broker " + name);
    body.put("kind", kind);
    body.put("endpoint", "mqtts://localhost:" + broker.securePort());
    body.put("username", Mosquitto.USER);
    body.put("password", Mosquitto.PASSWORD);
    Answer answer = engineer.post("/api/connections", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asInt();
  }

  private static String path(int id, String rest) {
    return "/api/connections/" + id + rest;
  }
}
