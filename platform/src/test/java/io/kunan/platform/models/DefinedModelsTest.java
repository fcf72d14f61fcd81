package io.kunan.platform.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a plant's file to a model that serves, by what a person can do. */
class DefinedModelsTest {
  private static final int HOURS = 40 * 24;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final TestClient engineer = server.as(Role.ENGINEER);
  private final String power = plant.code() + ".power";
  private final String load = plant.code() + ".load";
  private final Random noise = new Random(11);
  private final double[] loads = new double[HOURS + 30];

  DefinedModelsTest() {
    for (int hour = 1; hour < loads.length; hour++) {
      loads[hour] = 0.7 * loads[hour - 1] + noise.nextGaussian();
    }
  }

  /** What comes is told two hours before by the load. */
  private double power(int hour) {
    double told = hour < 2 ? 0 : loads[hour - 2];
    return 50 + 5 * Math.sin(2 * Math.PI * hour / 24) + 2 * told + 0.3 * noise.nextGaussian();
  }

  private void imported(Instant start) {
    StringBuilder lines = new StringBuilder("time,%s,%s\n".formatted(power, load));
    for (int hour = 0; hour < HOURS; hour++) {
      lines.append(
          "%s,%.3f,%.3f\n".formatted(start.plus(Duration.ofHours(hour)), power(hour), loads[hour]));
    }
    JsonNode one = engineer.upload("/api/imports", "plant.csv", lines.toString()).json();
    String path = "/api/imports/" + one.path("id").asLong();
    engineer.post(
        path + "/start",
        Map.of(
            "timeColumn", "time",
            "zone", "UTC",
            "columns", List.of(fresh(power, "MW"), fresh(load, "MW"))));
    await()
        .atMost(PATIENCE)
        .until(() -> engineer.get(path).json().path("state").asString().equals("DONE"));
  }

  private Map<String, Object> fresh(String name, String unit) {
    Map<String, String> label = Map.of("zh", name, "en", name);
    Map<String, Object> tag =
        Map.of("name", name, "assetId", plant.pot1().value(), "unit", unit, "label", label);
    return Map.of("column", name, "newTag", tag);
  }

  private Tag tag(String name) {
    return server.part(Assets.class).tags().find(name).orElseThrow();
  }

  private Map<String, Object> request() {
    return new HashMap<>(
        Map.of(
            "name",
            Map.of("zh", "两小时功率", "en", "Power in two hours"),
            "target",
            tag(power).id().value(),
            "inputs",
            List.of(tag(load).id().value()),
            "everySeconds",
            3600,
            "horizonRows",
            2,
            "trainedOverSeconds",
            60 * 86_400));
  }

  private JsonNode trained(int id) {
    long job = engineer.post("/api/models/" + id + "/train", Map.of()).json().path("id").asLong();
    JsonNode over =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    engineer
                        .get("/api/jobs")
                        .json()
                        .valueStream()
                        .filter(one -> one.path("id").asLong() == job)
                        .findFirst()
                        .orElseThrow(),
                one -> !Set.of("queued", "running").contains(one.path("state").asString()));
    assertThat(over.path("state").asString()).as(over.toString()).isEqualTo("done");
    return engineer.get("/api/models/" + id).json();
  }

  @Test
  void aFileOfLongAgoIsLearnedFromAndServesAsSoonAsThePlantSends() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(400));
    imported(start);
    var made = engineer.post("/api/models", request());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().path("code").asString()).isEqualTo(power + "/60min+2");
    assertThat(made.json().path("status").asString()).isEqualTo("untrained");

    int id = made.json().path("id").asInt();
    JsonNode model = trained(id);
    JsonNode version = model.path("versions").path(0);
    assertThat(version.at("/trainedOn/rows").asInt()).isEqualTo(HOURS);
    assertThat(version.at("/metrics/skill").asDouble()).isGreaterThan(0.4);
    assertThat(model.path("champion").asInt()).isEqualTo(1);
    assertThat(model.has("lastScoredAt")).as("nothing is forecast of long ago").isFalse();

    connected();
    server.part(Models.class).list().stream()
        .filter(one -> one.id() == id)
        .forEach(server.part(io.kunan.platform.models.internal.LiveScoring.class)::score);
    JsonNode live = engineer.get("/api/models/" + id + "/live").json();
    assertThat(live.path("predicted").valueStream().filter(JsonNode::isNumber).count())
        .as("both hours to come")
        .isEqualTo(2);
  }

  /** The plant sends its last two days. */
  private void connected() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    PointBatch.Builder points = PointBatch.builder(2 * 48);
    for (int hour = 0; hour < 48; hour++) {
      long at = Micros.of(now.minus(Duration.ofHours(48 - hour)));
      points.add(tag(power).id().value(), at, power(hour), Quality.GOOD);
      points.add(tag(load).id().value(), at, loads[hour], Quality.GOOD);
    }
    server.part(Ingest.class).past(points.build());
  }

  @Test
  void whatCannotBeAModelIsRefusedWithItsFieldAndARetiredOneComesBack() {
    plant.tag("unused", "MW");
    imported(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(400)));
    Map<String, Object> odd = request();
    odd.put("everySeconds", 90);
    assertThat(engineer.post("/api/models", odd).json().path("detail").asString())
        .contains("every");
    odd = request();
    odd.put("inputs", List.of(tag(power).id().value()));
    assertThat(engineer.post("/api/models", odd).status()).isEqualTo(400);
    odd = request();
    odd.put("name", Map.of("zh", "", "en", "x"));
    assertThat(engineer.post("/api/models", odd).json().path("detail").asString()).contains("name");
    TestClient stranger = server.as(Role.ENGINEER, Set.of(TestPlant.in(server).plant().value()));
    assertThat(stranger.post("/api/models", request()).status()).isEqualTo(404);

    int id = engineer.post("/api/models", request()).json().path("id").asInt();
    assertThat(engineer.post("/api/models", request()).status()).as("twice").isEqualTo(409);
    assertThat(stranger.delete("/api/models/" + id).status()).isEqualTo(404);
    assertThat(engineer.delete("/api/models/" + id).json().has("retiredAt")).isTrue();
    assertThat(codes("/api/models")).doesNotContain(power + "/60min+2");
    assertThat(codes("/api/models?retired=true")).contains(power + "/60min+2");
    assertThat(engineer.post("/api/models/" + id + "/train", Map.of()).status()).isEqualTo(409);
    assertThat(engineer.post("/api/models", request()).json().path("detail").asString())
        .contains("retired");
    engineer.post("/api/models/" + id + "/restore", Map.of());
    assertThat(codes("/api/models")).contains(power + "/60min+2");
  }

  private List<String> codes(String path) {
    return engineer.get(path).json().findValuesAsString("code");
  }
}
