package io.kunan.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kunan.engine.history.History;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A small plant with stream jobs of its own. */
public final class PlantStreams {
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  public final TestServer server = TestServer.shared();
  public final TestPlant plant = TestPlant.in(server);
  public final Tag voltage = plant.tag("V", "V");
  public final Tag current = plant.tag("I", "kA");
  public final TestClient engineer = server.as(Role.ENGINEER);

  /** Name of a tag of the first pot. */
  public String name(String quantity) {
    return plant.code() + ".P001." + quantity;
  }

  public Map<String, Object> resistance() {
    return Map.of(
        "kind",
        "calculation",
        "inputs",
        Map.of("v", name("V"), "i", name("I")),
        "expression",
        "to((v - 1.65) / i, 'µΩ')",
        "output",
        Map.of("tag", name("R"), "unit", "µΩ"));
  }

  public Map<String, Object> hot(Object limit) {
    return Map.of(
        "kind",
        "rule",
        "inputs",
        Map.of("v", name("V")),
        "value",
        "v",
        "above",
        limit,
        "hysteresis",
        0.2,
        "delay",
        "3s",
        "priority",
        2,
        "title",
        Map.of("zh", "电压高", "en", "Voltage high"));
  }

  public Map<String, Object> wish(String mode, Map<String, Object> definition) {
    return Map.of(
        "version",
        0,
        "name",
        Map.of("zh", plant.code(), "en", plant.code()),
        "mode",
        mode,
        "definition",
        definition);
  }

  /** Makes a job and waits until it runs. */
  public int start(String mode, Map<String, Object> definition) {
    var answer = engineer.post("/api/streams", wish(mode, definition));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    int id = answer.json().path("id").asInt();
    await().atMost(PATIENCE).until(() -> !stand(id).equals("STARTING"));
    return id;
  }

  public JsonNode job(int id) {
    return engineer.get("/api/streams/" + id).json();
  }

  public String stand(int id) {
    return job(id).path("state").path("stand").asString();
  }

  /** Points of a tag, one a second. */
  public PointBatch.Builder points(Tag tag, long fromSecond, double... values) {
    return points(PointBatch.builder(16), tag, fromSecond, values);
  }

  public static PointBatch.Builder points(
      PointBatch.Builder into, Tag tag, long fromSecond, double... values) {
    for (int i = 0; i < values.length; i++) {
      into.add(tag.id().value(), (fromSecond + i) * Micros.PER_SECOND, values[i], Quality.GOOD);
    }
    return into;
  }

  public void live(PointBatch.Builder points) {
    server.part(Ingest.class).live(points.build());
  }

  public void past(PointBatch.Builder points) {
    server.part(Ingest.class).past(points.build());
  }

  /** What is stored of a tag, by second; what could not be worked out is left out. */
  public Map<Long, Double> stored(String tag) {
    Map<Long, Double> found = new TreeMap<>();
    server
        .part(Assets.class)
        .tags()
        .find(tag)
        .ifPresent(
            known ->
                server
                    .part(History.class)
                    .scan(
                        List.of(new TagId(known.id().value())),
                        new TimeRange(0, 4_000_000_000L * Micros.PER_SECOND),
                        batch -> {
                          for (int i = 0; i < batch.size(); i++) {
                            if (!Double.isNaN(batch.value(i))) {
                              found.put(batch.time(i) / Micros.PER_SECOND, batch.value(i));
                            }
                          }
                          return true;
                        }));
    return found;
  }

  public List<JsonNode> openAlarms() {
    List<JsonNode> open = new ArrayList<>();
    engineer
        .get("/api/alarms?assetId=" + plant.pot1().value())
        .json()
        .path("items")
        .forEach(open::add);
    return open;
  }

  public List<JsonNode> events() {
    List<JsonNode> found = new ArrayList<>();
    engineer
        .get("/api/events?assetId=" + plant.pot1().value())
        .json()
        .path("items")
        .forEach(found::add);
    return found;
  }
}
