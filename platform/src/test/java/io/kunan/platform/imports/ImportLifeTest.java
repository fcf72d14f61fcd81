package io.kunan.platform.imports;

import static io.kunan.platform.imports.ImportsTest.fresh;
import static io.kunan.platform.imports.ImportsTest.mapping;
import static io.kunan.platform.imports.Uploads.ended;
import static io.kunan.platform.imports.Uploads.path;
import static io.kunan.platform.imports.Uploads.started;
import static io.kunan.platform.imports.Uploads.upload;
import static io.kunan.platform.imports.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files of real size, and what happens when an import is ended early. */
class ImportLifeTest {
  private static final Path STEEL =
      Path.of(System.getProperty("kunan.shared", "../shared"))
          .resolve("data/steel-energy-uci/steel_2018_m01_m09.csv.gz");

  private final TestServer server = TestServer.shared();
  private final TestClient engineer = server.as(Role.ENGINEER);
  private final TestPlant plant = TestPlant.in(server);

  @Test
  void nineMonthsOfASteelPlantComeInWithTheirMidnightsRepaired() throws Exception {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(STEEL).exists();
    }
    assumeThat(STEEL).as("folder %s with real data", STEEL).exists();
    JsonNode one = upload(engineer, "steel.csv.gz", Files.readAllBytes(STEEL)).json();
    assertThat(one.at("/preview/timeFormat").asString()).isEqualTo("d/M/yyyy H:mm");
    Map<String, Object> wish =
        Map.of(
            "timeColumn",
            "date",
            "zone",
            "Asia/Seoul",
            "columns",
            java.util.List.of(
                fresh("Usage_kWh", plant.code() + ".usage", plant.line().value(), "kWh"),
                fresh("Load_Type", plant.code() + ".load", plant.line().value(), "")));
    started(engineer, one, wish);
    JsonNode done = ended(engineer, one);
    assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("DONE");
    assertThat(done.at("/report/rows").asLong()).isEqualTo(26_208);
    assertThat(done.at("/report/points").asLong()).isEqualTo(2 * 26_208);
    assertThat(done.at("/report/rejected").asLong()).isZero();
    assertThat(done.at("/report/repaired").asLong()).isEqualTo(273);
    assertThat(done.at("/report/from").asString()).isEqualTo("2017-12-31T15:15:00Z");

    int usage = done.at("/mapping/columns/0/tagId").asInt();
    JsonNode figures =
        engineer
            .post(
                "/api/history/statistics",
                Map.of(
                    "tags",
                    java.util.List.of(usage),
                    "from",
                    "2017-12-31T15:00:00Z",
                    "to",
                    "2018-10-01T00:00:00Z"))
            .json();
    assertThat(figures.at("/0/count").asLong()).isEqualTo(26_208);
    assertThat(figures.at("/0/first").asDouble()).isEqualTo(3.17);
  }

  @Test
  void anImportIsCancelledWhileItRunsAndWhatIsStoredStays() throws Exception {
    String column = plant.code() + " level";
    JsonNode one = uploaded(engineer, "long.csv", rows(column, 600_000));
    started(
        engineer,
        one,
        mapping("UTC", fresh(column, plant.code() + ".level", plant.pot1().value(), "cm")));
    assertThat(engineer.post(path(one) + "/cancel", null).status()).isEqualTo(200);
    JsonNode end = ended(engineer, one);
    assertThat(end.get("state").asString()).isEqualTo("CANCELLED");
    assertThat(end.at("/report/rows").asLong()).isLessThan(600_000);
    assertThat(engineer.post(path(one) + "/cancel", null).status()).isEqualTo(409);
  }

  @Test
  void anImportCancelledWhileItWaitsForOthersIsOver() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Jobs jobs = server.part(Jobs.class);
    for (int i = 0; i < 2; i++) {
      jobs.start(JobKind.EXPORT, "in the way", Caller::seesAllSites, progress -> release.await());
    }
    try {
      String column = plant.code() + " waits";
      JsonNode one = uploaded(engineer, "waits.csv", rows(column, 10));
      JsonNode running =
          started(
              engineer,
              one,
              mapping("UTC", fresh(column, plant.code() + ".waits", plant.pot1().value(), "cm")));
      assertThat(running.get("state").asString()).isEqualTo("RUNNING");
      assertThat(engineer.post(path(one) + "/start", running.get("mapping").toString()).status())
          .as("it runs already")
          .isEqualTo(409);
      assertThat(engineer.delete(path(one)).status()).isEqualTo(409);
      assertThat(engineer.delete("/api/jobs/" + running.get("jobId").asLong()).status())
          .isEqualTo(200);
      assertThat(engineer.get(path(one)).json().get("state").asString()).isEqualTo("CANCELLED");
    } finally {
      release.countDown();
    }
  }

  @Test
  void whatRanWhenAServerEndedHasFailedWithASentence() throws Exception {
    String column = plant.code() + " cut";
    JsonNode one = uploaded(engineer, "cut.csv", rows(column, 10));
    server
        .part(JdbcClient.class)
        .sql("update imports.file_import set state = 'RUNNING' where id = :id")
        .param("id", one.get("id").asLong())
        .update();
    server.part(io.kunan.platform.imports.internal.ImportDesk.class).endWhatWasLeft();
    JsonNode now = engineer.get(path(one)).json();
    assertThat(now.get("state").asString()).isEqualTo("FAILED");
    assertThat(now.get("message").asString()).contains("the server stopped");
    started(
        engineer,
        one,
        mapping("UTC", fresh(column, plant.code() + ".cut", plant.pot1().value(), "cm")));
    assertThat(ended(engineer, one).at("/report/points").asLong()).isEqualTo(10);
  }

  @Test
  void theSameFileBroughtTwiceIsKeptOnceUntilBothAreDeleted() throws Exception {
    String rows = rows(plant.code() + " twice", 3);
    long before = kept();
    JsonNode first = uploaded(engineer, "one.csv", rows);
    JsonNode second = uploaded(engineer, "two.csv", rows);
    assertThat(kept()).isEqualTo(before + 1);
    engineer.delete(path(first));
    assertThat(engineer.put(path(second) + "/options", Map.of()).status()).isEqualTo(200);
    engineer.delete(path(second));
    assertThat(kept()).isEqualTo(before);
  }

  private long kept() throws IOException {
    try (Stream<Path> files = Files.list(server.home().imports())) {
      return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}")).count();
    }
  }

  private static String rows(String column, int count) {
    StringBuilder text = new StringBuilder("time," + column + "\n");
    Instant start = Instant.parse("2026-05-01T00:00:00Z");
    for (int i = 0; i < count; i++) {
      text.append(start.plusSeconds(i)).append(',').append(20 + i % 5).append('\n');
    }
    return text.toString();
  }
}
