package io.kunan.scenario.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The floor reports, and the plan follows. */
class ReportsTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final int asset = plant.plant().value();
  private final TestClient planner = server.as(Role.ENGINEER, Set.of(asset));
  private final TestClient operator = server.as(Role.OPERATOR, Set.of(asset));
  private final TestClient viewer = server.as(Role.VIEWER, Set.of(asset));
  private final String path = "/api/scheduling/" + asset;
  private final Instant begin =
      Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.MINUTES);

  /** One machine, three orders of 60 minutes one after the other, begun six hours ago. */
  private JsonNode opened() {
    String orders = String.join(",", order(1), order(2), order(3));
    String file = "{\"resources\": [{\"id\": \"mill\"}], \"orders\": [" + orders + "]}";
    var opened = planner.post(path + "/plant?startsAt=" + begin, file);
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return plan();
  }

  private static String order(int id) {
    return """
        {"id": "%d", "due": %d, "operations":
          [{"name": "roll", "alternatives": [{"resource": "mill", "minutes": 60}]}]}
        """
        .formatted(id, 600 * id);
  }

  private JsonNode plan() {
    return viewer.get(path + "/plan").json();
  }

  private static List<Integer> starts(JsonNode plan) {
    return plan.path("bars").path("start").valueStream().map(JsonNode::asInt).toList();
  }

  private static Map<String, Object> report(String order, Instant start, String end) {
    return end.isEmpty()
        ? Map.of("order", order, "operation", 0, "start", start.toString())
        : Map.of("order", order, "operation", 0, "start", start.toString(), "end", end);
  }

  private JsonNode reported(Object... reports) {
    var answer = operator.post(path + "/actuals", Map.of("reports", List.of(reports)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void whatHappenedStaysAndWhatIsToComeMovesBehindIt() {
    JsonNode planned = opened();
    int now = planned.path("now").asInt();
    assertThat(starts(planned).getFirst())
        .as("a real plant is planned from now on")
        .isBetween(now - 1, now);

    JsonNode done =
        reported(report("1", begin.plusSeconds(3_600), begin.plusSeconds(9_000).toString()));
    assertThat(done.path("taken").asInt()).isEqualTo(1);
    JsonNode plan = plan();
    assertThat(starts(plan).getFirst()).isEqualTo(60);
    assertThat(plan.path("bars").path("end").get(0).asInt()).isEqualTo(150);
    assertThat(plan.path("draft").path("undo").asInt()).isEqualTo(1);

    Map<String, Object> late = report("2", begin.plusSeconds(5_400), "");
    JsonNode refused = reported(late).path("faults").get(0);
    assertThat(refused.path("reason").asString()).isEqualTo("mill was busy with order 1 then");
    assertThat(refused.path("line").asInt()).isEqualTo(1);

    reported(report("2", begin.plusSeconds(10_800), ""));
    assertThat(plan().path("bars").path("end").get(1).asInt())
        .as("it runs, three hours after its start")
        .isGreaterThanOrEqualTo(now);
    assertThat(viewer.get(path + "/actuals").json()).hasSize(2);

    var back = operator.delete(path + "/actuals/2/0");
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(viewer.get(path + "/actuals").json()).hasSize(1);
    assertThat(starts(plan()).get(1)).isGreaterThanOrEqualTo(now);
    assertThat(viewer.post(path + "/actuals", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aTableOfReportsIsReadLineByLine() {
    opened();
    String text =
        "order,operation,start,end,scrap\r\n1,roll,2020-01-01 08:00,,\r\n9,roll,2020-01-01,,\r\n";
    String form =
        "--kunan\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + text
            + "\r\n--kunan--\r\n";
    var answer =
        operator.send(
            operator
                .request(path + "/actuals/table")
                .POST(BodyPublishers.ofString(form))
                .header("Content-Type", "multipart/form-data; boundary=kunan"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode faults = answer.json().path("faults");
    assertThat(faults.get(0).path("line").asInt()).isEqualTo(3);
    assertThat(faults.get(0).path("value").asString()).isEqualTo("9");
    assertThat(answer.json().path("taken").asInt())
        .as("a start before the plan begins is taken as its beginning")
        .isEqualTo(1);
  }
}
