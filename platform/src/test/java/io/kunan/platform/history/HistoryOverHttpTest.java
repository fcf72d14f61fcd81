package io.kunan.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.engine.history.History;
import io.kunan.engine.history.Remark;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryOverHttpTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag tag = plant.tag("volts", "V");

  /** Two hours of seconds on a line from 0 to 7199, bad for one minute. */
  private void fill() {
    PointBatch.Builder points = PointBatch.builder(7200);
    for (int i = 0; i < 7200; i++) {
      short quality = i >= 3600 && i < 3660 ? Quality.BAD : Quality.GOOD;
      points.add(tag.id().value(), Micros.of(START.plusSeconds(i)), i, quality);
    }
    server.part(Ingest.class).past(points.build());
  }

  private Map<String, Object> asked(int seconds, Object... more) {
    var body = new java.util.HashMap<String, Object>();
    body.put("tags", List.of(tag.id().value()));
    body.put("from", START.toString());
    body.put("to", START.plusSeconds(seconds).toString());
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return body;
  }

  @Test
  void aLineIsReducedToThePixelsAndBrokenWhereTheMeasurementWasBad() {
    fill();
    var answer =
        server.as(Role.VIEWER).post("/api/history/plot", asked(7200, "pixels", 100)).json();
    var line = answer.path("series").path(0);
    assertThat(line.path("t").size()).isBetween(100, 402);
    assertThat(line.path("v").valueStream().anyMatch(node -> node.isNull())).isTrue();
    assertThat(line.path("v").valueStream().mapToDouble(node -> node.asDouble(0)).max())
        .hasValue(7199);
  }

  @Test
  void figuresAreWeightedByTimeAndTellTheShareOfGoodTime() {
    fill();
    var answer = server.as(Role.VIEWER).post("/api/history/statistics", asked(7200)).json().path(0);
    assertThat(answer.path("count").asLong()).isEqualTo(7140);
    assertThat(answer.path("max").asDouble()).isEqualTo(7199);
    assertThat(answer.path("goodShare").asDouble()).isEqualTo(7140.0 / 7200, within(0.001));
  }

  @Test
  void anExportNamesTheTagAndKeepsEveryPoint() {
    fill();
    String csv =
        server
            .as(Role.VIEWER)
            .get(
                "/api/history/export?tags=%d&from=%s&to=%s"
                    .formatted(tag.id().value(), START, START.plusSeconds(60)))
            .body();
    assertThat(csv.lines()).hasSize(61);
    assertThat(csv).contains(tag.name() + ",2026-03-01T00:00:59Z,59.0,0,V");
  }

  @Test
  void everyAnswerComesInTheUnitAskedFor() {
    fill();
    TestClient client = server.as(Role.VIEWER);
    var figures = client.post("/api/history/statistics", asked(7200, "unit", "mV")).json().path(0);
    assertThat(figures.path("unit").asString()).isEqualTo("mV");
    assertThat(figures.path("max").asDouble()).isEqualTo(7_199_000);
    assertThat(figures.path("count").asLong()).isEqualTo(7140);
    var line =
        client
            .post("/api/history/plot", asked(60, "pixels", 100, "unit", "kV"))
            .json()
            .at("/series/0");
    assertThat(line.path("unit").asString()).isEqualTo("kV");
    assertThat(line.path("v").valueStream().mapToDouble(node -> node.asDouble(0)).max().orElse(0))
        .isEqualTo(0.060, within(1e-9));
    var hours =
        client.post(
            "/api/history/buckets", asked(3600, "every", "1h", "statistic", "last", "unit", "mV"));
    assertThat(hours.json().at("/series/0/v/0").asDouble()).isEqualTo(3_599_000);
    String points = "/api/history/export?tags=%d&from=%s&to=%s&unit=mV";
    String csv =
        client.get(points.formatted(tag.id().value(), START, START.plusSeconds(60))).body();
    assertThat(csv).contains(tag.name() + ",2026-03-01T00:00:59Z,59000.0,0,mV");
    String minutes =
        client
            .get(
                (points + "&every=1m&statistic=max")
                    .formatted(tag.id().value(), START, START.plusSeconds(60)))
            .body();
    assertThat(minutes).isEqualTo("time,%s [mV]\n%s,59000.0\n".formatted(tag.name(), START));
  }

  @Test
  void aUnitOfAnotherDimensionIsRefusedWithThoseAllowed() {
    TestClient client = server.as(Role.VIEWER);
    var answer = client.post("/api/history/plot", asked(60, "pixels", 10, "unit", "kA"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("where").asString()).isEqualTo("unit");
    assertThat(answer.json().path("detail").asString()).contains(tag.name()).contains("kA");
    assertThat(answer.json().path("remedy").asString()).isEqualTo("use one of V kV mV");
    var unknown = client.post("/api/history/plot", asked(60, "pixels", 10, "unit", "furlong"));
    assertThat(unknown.json().path("detail").asString()).contains("furlong");
    var export =
        client.get(
            "/api/history/export?tags=%d&from=%s&to=%s&unit=t"
                .formatted(tag.id().value(), START, START.plusSeconds(60)));
    assertThat(export.status()).isEqualTo(400);
  }

  @Test
  void badQuestionsAreRefusedWithTheFieldAndWhatIsAllowed() {
    TestClient client = server.as(Role.VIEWER);
    var answer = client.post("/api/history/buckets", asked(60, "every", "fortnight"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("every").contains("fortnight").contains("1m");
    assertThat(client.post("/api/history/plot", asked(60, "pixels", 0)).status()).isEqualTo(400);
  }

  @Test
  void aTagOutsideAPersonsSitesDoesNotExistForThatPerson() {
    fill();
    TestPlant other = TestPlant.in(server);
    TestClient stranger = server.as(Role.ENGINEER, Set.of(other.plant().value()));
    assertThat(stranger.post("/api/history/statistics", asked(60)).status()).isEqualTo(404);
    assertThat(stranger.get("/api/live/values?tags=" + tag.id().value()).status()).isEqualTo(404);
  }

  @Test
  void aCorrectedPointTellsWhoWhenWhyAndWhatStoodThere() {
    fill();
    PointBatch.Builder points = PointBatch.builder(1);
    points.add(tag.id().value(), Micros.of(START.plusSeconds(60)), 4.2, Quality.GOOD);
    server.part(History.class).correct(points.build(), new Remark("wang", "wrong range"));
    points.add(tag.id().value(), Micros.of(START.plusSeconds(3600)), 4.3, Quality.GOOD);
    server.part(Ingest.class).past(points.build());
    TestClient client = server.as(Role.VIEWER);
    var answer = client.post("/api/history/corrections", asked(7200, "unit", "mV")).json();
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    for (var one : answer.path("items")) {
      if (one.path("who").asString().equals("wang")) {
        assertThat(one.path("why").asString()).isEqualTo("wrong range");
        assertThat(one.path("oldValue").asDouble()).isEqualTo(60_000);
        assertThat(one.path("newValue").asDouble()).isEqualTo(4_200, within(1e-9));
        assertThat(one.path("time").asDouble()).isEqualTo(START.toEpochMilli() + 60_000.0);
        assertThat(Instant.parse(one.path("at").asString())).isAfter(START);
      } else {
        // What simply arrived anew names nobody; a bad measurement has no value.
        assertThat(one.path("who").asString()).isEmpty();
        assertThat(one.path("oldValue").isNull()).isTrue();
      }
    }
    assertThat(client.post("/api/history/corrections", asked(30)).json().path("total").asInt())
        .isZero();
  }
}
