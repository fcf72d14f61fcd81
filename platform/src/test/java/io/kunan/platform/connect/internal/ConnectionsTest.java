package io.kunan.platform.connect.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.History;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.AssetScope;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PlantConnections;
import io.kunan.platform.connect.PlantEvent;
import io.kunan.platform.connect.internal.opcua.PlantNamespace;
import io.kunan.platform.connect.internal.opcua.PlantServer;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.Events;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestClient.Answer;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Connections as people set them up in the console. */
class ConnectionsTest {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static PlantServer plant;
  private final TestServer server = TestServer.shared();
  private final TestClient engineer = server.as(Role.ENGINEER);
  private final Assets assets = server.part(Assets.class);
  private final ConnectionSupervisor supervisor = server.part(ConnectionSupervisor.class);

  @BeforeAll
  static void startPlant() throws Exception {
    plant = new PlantServer();
    PlantNamespace nodes = plant.plant();
    for (String line : List.of("A1", "A2", "A3")) {
      nodes.folder(line, "");
      nodes.folder(line + "/" + line + ".P1", line);
      nodes.variable(line + "/" + line + ".P1/V", line + "/" + line + ".P1", NodeIds.Double, 4.0);
      nodes.analog(line + "/" + line + ".P1/V", "V", 3.5, 5);
      nodes.variable(line + "/" + line + ".P1/M", line + "/" + line + ".P1", NodeIds.Int32, 1);
      nodes.states(line + "/" + line + ".P1/M", "Off", "Auto");
      nodes.variable(line + "/I", line, NodeIds.Float, 500f);
      nodes.analog(line + "/I", "furlongs", 0, 600);
      nodes.variable(line + "/Rods", line, NodeIds.Double, new Double[] {1.0});
    }
  }

  @AfterAll
  static void stopPlant() throws Exception {
    plant.close();
  }

  @Test
  void anEngineerConnectsBrowsesImportsAndSeesValues() {
    Asset line = line("A1");
    Asset pot = pot(line, "P1");
    int id = create(Map.of());
    assertThat(engineer.post(path(id, "/test"), null).json().path("ok").asBoolean()).isTrue();
    assertThat(names(engineer.get(path(id, "/browse")), "browseName")).contains("A1", "A2");

    JsonNode report = importLine(id, "A1", line);
    assertThat(report.path("created").asInt()).isEqualTo(3);
    assertThat(report.path("rejected").get(0).path("reason").asString()).contains("array");
    assertThat(report.path("remarks").get(0).path("reason").asString()).contains("furlongs");
    Tag volts = assets.tags().find("A1.A1.P1.V").orElseThrow();
    assertThat(volts.asset()).isEqualTo(pot.id());
    assertThat(volts.unit()).isEqualTo("V");
    assertThat(volts.traits().high()).isEqualTo(5.0);
    assertThat(assets.tags().find("A1.A1.P1.M").orElseThrow().traits().states()).hasSize(2);
    assertThat(assets.tags().find("A1.I").orElseThrow().asset()).isEqualTo(line.id());

    Answer again = engineer.post(path(id, "/import"), order("A1", line));
    assertThat(again.json().path("skipped").asInt()).isEqualTo(3);
    assertThat(again.json().path("created").asInt()).isZero();

    assertThat(engineer.post(path(id, "/start"), null).status()).isEqualTo(200);
    send("A1/A1.P1/V", 4.25);
    History history = server.part(History.class);
    await(
        "the value in the history",
        () -> history.last(List.of(volts.id())).stream().anyMatch(point -> point.value() == 4.25));
    // the first value may come before the round that made its subscription is over
    await(
        "running",
        () ->
            engineer
                .get("/api/connections/" + id)
                .json()
                .path("actual")
                .asString()
                .equals("RUNNING"));
    JsonNode shown = engineer.get("/api/connections/" + id).json();
    assertThat(shown.path("tags").asInt()).isEqualTo(3);
    assertThat(shown.path("newestAgeSeconds").asDouble()).isLessThan(20);
    JsonNode tags = engineer.get(path(id, "/tags?query=p1.v")).json();
    assertThat(tags.path("total").asInt()).isEqualTo(1);
    assertThat(tags.path("items").get(0).path("tagId").asInt()).isEqualTo(volts.id().value());
    assertThat(tags.path("items").get(0).path("stale").asBoolean()).isFalse();

    assertThat(engineer.post(path(id, "/stop"), null).json().path("actual").asString())
        .isEqualTo("STOPPED");
    assertThat(engineer.delete("/api/connections/" + id).status()).isEqualTo(204);
    assertThat(engineer.get("/api/connections/" + id).status()).isEqualTo(404);
  }

  @Test
  void whatIsWantedRunsAgainAfterARestartOfTheServer() {
    Asset line = line("A2");
    int id = create(Map.of());
    importLine(id, "A2", line);
    engineer.post(path(id, "/start"), null);
    await("running", () -> supervisor.health(id).actual().name().equals("RUNNING"));
    supervisor.stop();
    assertThat(supervisor.health(id).actual().name()).isEqualTo("STOPPED");
    supervisor.start();
    await("running again", () -> supervisor.health(id).actual().name().equals("RUNNING"));

    Tag current = assets.tags().find("A2.I").orElseThrow();
    assets.deleteTag(current.id());
    await("the tag is gone here too", () -> supervisor.health(id).tags() == 2);
    engineer.delete("/api/connections/" + id);
  }

  @Test
  void passwordsAreSealedAndNeverShown() {
    int id =
        create(
            Map.of(
                "securityPolicy",
                "Basic256Sha256",
                "username",
                PlantServer.USER,
                "password",
                PlantServer.PASSWORD));
    byte[] stored =
        server
            .part(JdbcClient.class)
            .sql("SELECT password FROM connect.connection WHERE id = ?")
            .param(id)
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(PlantServer.PASSWORD);
    assertThat(engineer.get("/api/connections/" + id).body()).doesNotContain("secret");

    JsonNode refused = engineer.post(path(id, "/test"), null).json();
    assertThat(refused.path("ok").asBoolean()).isFalse();
    String thumbprint = refused.path("certificate").path("thumbprint").asString();
    assertThat(refused.path("detail").asString()).contains(thumbprint);
    JsonNode trusted = engineer.post(path(id, "/trust"), Map.of("thumbprint", thumbprint)).json();
    assertThat(trusted.path("ok").asBoolean()).isTrue();

    Map<String, Object> renamed =
        Map.of(
            "name",
            "renamed " + id,
            "endpoint",
            plant.url(),
            "securityPolicy",
            "Basic256Sha256",
            "username",
            PlantServer.USER);
    assertThat(engineer.put("/api/connections/" + id, renamed).status()).isEqualTo(200);
    assertThat(engineer.post(path(id, "/test"), null).json().path("ok").asBoolean())
        .as("the password was kept")
        .isTrue();
    assertThat(server.as(Role.ADMIN).get("/api/audit?size=200").body())
        .contains("SERVER_TRUSTED", "CONNECTION_CHANGED")
        .doesNotContain("\"" + PlantServer.PASSWORD + "\"");
    engineer.delete("/api/connections/" + id);
  }

  @Test
  void refusesWhatCannotBe() {
    int id = create(Map.of());
    String name = engineer.get("/api/connections/" + id).json().path("name").asString();
    assertThat(
            engineer
                .post("/api/connections", Map.of("name", name, "endpoint", plant.url()))
                .status())
        .isEqualTo(409);
    Answer http = engineer.post("/api/connections", Map.of("name", "x", "endpoint", "http://plc"));
    assertThat(http.status()).isEqualTo(400);
    assertThat(http.body()).contains("opc.tcp://host:port");
    assertThat(
            engineer
                .post(
                    "/api/connections",
                    Map.of("name", "x", "endpoint", plant.url(), "securityPolicy", "Basic128"))
                .status())
        .isEqualTo(400);
    assertThat(engineer.post(path(id, "/import"), order("A3", 987654)).status()).isEqualTo(404);
    assertThat(server.as(Role.VIEWER).get("/api/connections").status()).isEqualTo(200);
    assertThat(server.as(Role.VIEWER).post(path(id, "/start"), null).status()).isEqualTo(403);
    Asset line = line("A3");
    assertThat(
            server
                .as(Role.ENGINEER, Set.of(line.id().value()))
                .post(path(id, "/start"), null)
                .status())
        .isEqualTo(403);
    engineer.delete("/api/connections/" + id);
  }

  @Test
  void partsOfTheProductSetUpConnectionsAndEventsFindTheirAsset() {
    Asset line = line("A4");
    Asset pot = pot(line, "A4.P7");
    PlantConnections connections = server.part(PlantConnections.class);
    int id = connections.ensure("demo", OpcUaEndpoint.open(plant.url()));
    assertThat(connections.ensure("demo", OpcUaEndpoint.open(plant.url()))).isEqualTo(id);
    Tag tag =
        assets
            .createTags(
                List.of(new TagDraft("A4.P7.V", pot.id(), TagTraits.of("V", Text.same("V"), "V"))))
            .getFirst();
    Map<TagId, String> nodes = Map.of(tag.id(), "nsu=urn:x;s=A4.P7.V");
    connections.link(id, nodes);
    connections.link(id, nodes);
    assertThat(connections.health(id).tags()).isEqualTo(1);

    Instant start = Instant.parse("2026-11-20T06:00:00Z");
    EventQueue queue = server.part(EventQueue.class);
    queue.accept(event(id, "nsu=urn:x;s=A4.P7", "?", start, null));
    queue.accept(event(id, "nsu=urn:x;s=A4.P7", "?", start, start.plusSeconds(60)));
    queue.accept(event(id, "nsu=urn:x;s=nothing", "nothing", start, null));
    EventQuery query =
        new EventQuery(AssetScope.at(List.of(pot.id().value())), "TAP", null, null, 0, 10);
    Events events = server.part(Events.class);
    await(
        "the event with its end",
        () -> events.list(query).stream().anyMatch(each -> each.end() != null));
    assertThat(events.list(query)).hasSize(1);
    engineer.delete("/api/connections/" + id);
  }

  private static PlantEvent event(
      int connection, String source, String sourceName, Instant start, @Nullable Instant end) {
    return new PlantEvent(
        connection, "tap-1", source, sourceName, "TAP", start, end, 100, "tap", Map.of("kg", "1"));
  }

  private int create(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", "plant " + NAMES.incrementAndGet());
    body.put("endpoint", plant.url());
    Answer answer = engineer.post("/api/connections", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asInt();
  }

  private JsonNode importLine(int id, String line, Asset asset) {
    Answer answer = engineer.post(path(id, "/import"), order(line, asset));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static Map<String, Object> order(String line, Asset asset) {
    return order(line, asset.id().value());
  }

  private static Map<String, Object> order(String line, int asset) {
    return Map.of("nodes", List.of(PlantNamespace.id(line)), "assetId", asset, "recursive", true);
  }

  private static String path(int id, String rest) {
    return "/api/connections/" + id + rest;
  }

  private static List<String> names(Answer answer, String field) {
    return answer.json().valueStream().map(each -> each.path(field).asString()).toList();
  }

  private Asset line(String code) {
    return assets.create(AssetDraft.of(null, AssetKind.PLANT, "connect-" + code, Text.same(code)));
  }

  private Asset pot(Asset line, String code) {
    return assets.create(AssetDraft.of(line.id(), AssetKind.EQUIPMENT, code, Text.same(code)));
  }

  private static void send(String name, double value) {
    DateTime now = new DateTime(Instant.now());
    plant.plant().set(name, new DataValue(Variant.of(value), StatusCode.GOOD, now, now));
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for: " + what).isBefore(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
