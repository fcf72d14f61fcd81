package io.kunan.platform.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModelsTest {
  private static final int DAYS = 30;

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag load = plant.tag("load", "MW");
  private final Tag target = plant.tag("power", "MW");
  private final Models models = server.part(Models.class);
  private final TestClient engineer = server.as(Role.ENGINEER);

  /** Hours of a plant with a daily pattern; the input tells what comes two hours later. */
  private void history(DoubleBinaryOperator power, int days) {
    Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Random noise = new Random(7);
    PointBatch.Builder points = PointBatch.builder(days * 24 * 4 * 2);
    double level = 0;
    double[] levels = new double[days * 24 + 4];
    for (int i = 0; i < levels.length; i++) {
      level = 0.7 * level + noise.nextGaussian();
      levels[i] = level;
    }
    for (int quarter = 0; quarter < days * 24 * 4; quarter++) {
      int hour = quarter / 4;
      Instant at = end.minus(Duration.ofDays(days)).plus(Duration.ofMinutes(15L * quarter));
      double daily = Math.sin(2 * Math.PI * hour / 24);
      points.add(load.id().value(), Micros.of(at), levels[hour + 2], Quality.GOOD);
      double value = power.applyAsDouble(daily, levels[hour]) + 2 * noise.nextGaussian();
      points.add(target.id().value(), Micros.of(at), value, Quality.GOOD);
    }
    server.part(Ingest.class).past(points.build());
  }

  private ModelDefinition definition(String name) {
    return new ModelDefinition(
        plant.code() + "." + name,
        new Text("功率预测", "Power forecast"),
        plant.pot1(),
        target.id(),
        List.of(load.id()),
        Duration.ofHours(1),
        2,
        Duration.ofDays(DAYS),
        ZoneOffset.UTC,
        1);
  }

  private Model trained(ModelDefinition definition) {
    Model model = models.ensure(definition);
    train(model);
    return model;
  }

  private void train(Model model) {
    JsonNode job = engineer.post(path(model) + "/train", Map.of()).json();
    assertThat(job.path("kind").asString()).isEqualTo("training");
    assertThat(end(job.path("id").asLong()).path("state").asString()).isEqualTo("done");
  }

  private JsonNode end(long job) {
    return await()
        .atMost(Duration.ofSeconds(60))
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
  }

  private static String path(Model model) {
    return "/api/models/" + model.id();
  }

  @Test
  void aModelIsLearnedBecomesChampionAndForecastsWhatIsStillToCome() {
    history((daily, level) -> 50 + 5 * daily + 2 * level, DAYS);
    Model model = trained(definition("champion"));

    JsonNode seen = engineer.get(path(model)).json();
    assertThat(seen.path("champion").asInt())
        .as(engineer.get(path(model) + "/versions/1/gate").body())
        .isEqualTo(1);
    assertThat(seen.path("target").path("quantity").asString()).isEqualTo("power");
    JsonNode version = seen.path("versions").path(0);
    assertThat(version.path("alias").asString()).isEqualTo("champion");
    assertThat(version.path("metrics").path("skill").asDouble()).isGreaterThan(0.3);
    assertThat(version.path("trainedOn").path("rows").asInt()).isEqualTo(DAYS * 24);
    assertThat(version.path("trainedOn").path("hash").asString()).hasSize(64);

    JsonNode backtest = engineer.get(path(model) + "/versions/1/backtest").json();
    assertThat(backtest.path("t").size()).isEqualTo(backtest.path("baseline").size());
    assertThat(backtest.path("errors").path("counts").valueStream().mapToInt(JsonNode::asInt).sum())
        .isEqualTo(backtest.path("t").size());
    assertThat(backtest.path("importance").path(0).path("unit").asString()).isEqualTo("MW");

    JsonNode live = engineer.get(path(model) + "/live?assetId=" + plant.line().value()).json();
    assertThat(live.path("explanation").size()).isBetween(1, 6);
    assertThat(live.path("envelope").path("distance").asDouble()).isPositive();
    long now = Instant.now().toEpochMilli();
    int forecast = 0;
    for (int i = 0; i < live.path("t").size(); i++) {
      if (!live.path("predicted").path(i).isNull()) {
        forecast++;
        assertThat(live.path("t").path(i).asLong()).as("time of a forecast").isGreaterThan(now);
        assertThat(live.path("actual").path(i).isNull()).isTrue();
        assertThat(live.path("low").path(i).asDouble())
            .isLessThanOrEqualTo(live.path("predicted").path(i).asDouble());
      }
    }
    assertThat(forecast).isEqualTo(2);

    JsonNode drift = engineer.get(path(model) + "/drift").json();
    assertThat(drift.path("rows").asInt()).isGreaterThanOrEqualTo(200);
    assertThat(drift.path("features").size()).isPositive();
    assertThat(drift.path("residual").path("limit").asDouble()).isEqualTo(5);
  }

  @Test
  void whatCannotBeForecastStaysAShadowAndIsNotPromotedForAnyReason() {
    Random noise = new Random(3);
    double[] walk = {0};
    history((_, _) -> walk[0] += noise.nextGaussian(), DAYS);
    Model model = trained(definition("walk"));

    JsonNode seen = engineer.get(path(model)).json();
    assertThat(seen.path("champion").isMissingNode()).isTrue();
    assertThat(seen.path("versions").path(0).path("alias").asString()).isEqualTo("shadow");

    JsonNode gate = engineer.get(path(model) + "/versions/1/gate").json();
    assertThat(gate.path("passed").asBoolean(true)).isFalse();
    var refused =
        engineer.post(path(model) + "/versions/1/promote", Map.of("reason", "looks good to me"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asString()).contains("naive guess").contains("MAE");
    assertThat(engineer.get(path(model)).json().path("champion").isMissingNode()).isTrue();
  }

  @Test
  void aVersionNoBetterThanTheChampionWaitsInTheShadow() {
    history((daily, level) -> 50 + 5 * daily + 2 * level, DAYS);
    Model model = trained(definition("twice"));
    train(model);
    JsonNode versions = engineer.get(path(model)).json().path("versions");
    assertThat(versions.path(0).path("alias").asString()).isEqualTo("shadow");
    assertThat(versions.path(1).path("alias").asString()).isEqualTo("champion");
    assertThat(versions.path(0).path("metrics")).isEqualTo(versions.path(1).path("metrics"));
    var refused = engineer.post(path(model) + "/versions/2/promote", Map.of("reason", "newer"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asString()).contains("champion");
    assertThat(models.versions(model.id()))
        .extracting(ModelVersion::fileHash)
        .as("the same rows give the same file")
        .hasSize(2)
        .containsOnly(models.versions(model.id()).getFirst().fileHash());
  }

  @Test
  void aHistoryTooShortEndsTheTrainingWithTheReason() {
    history((daily, _) -> daily, 1);
    Model model = models.ensure(definition("short"));
    JsonNode job = engineer.post(path(model) + "/train", Map.of()).json();
    JsonNode over = end(job.path("id").asLong());
    assertThat(over.path("state").asString()).isEqualTo("failed");
    assertThat(over.path("message").asString()).contains("rows");
    assertThat(engineer.get(path(model)).json().path("status").asString()).isEqualTo("untrained");
  }

  @Test
  void peopleOfOtherSitesDoNotFindItAndViewersDoNotTrain() {
    Model model = models.ensure(definition("hidden"));
    TestClient stranger = server.as(Role.ENGINEER, Set.of(TestPlant.in(server).plant().value()));
    assertThat(stranger.get(path(model)).status()).isEqualTo(404);
    assertThat(stranger.get(path(model) + "/live").status()).isEqualTo(404);
    assertThat(stranger.post(path(model) + "/train", Map.of()).status()).isEqualTo(404);
    assertThat(stranger.get("/api/models").json().findValuesAsString("code"))
        .doesNotContain(model.definition().code());
    TestClient viewer = server.as(Role.VIEWER, Set.of(plant.plant().value()));
    assertThat(viewer.get("/api/models").json().findValuesAsString("code"))
        .containsExactly(model.definition().code());
    assertThat(viewer.post(path(model) + "/train", Map.of()).status()).isEqualTo(403);
  }
}
