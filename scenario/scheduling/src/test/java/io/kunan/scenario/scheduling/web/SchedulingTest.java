package io.kunan.scenario.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantGenerator;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A planner's day over the whole server. */
class SchedulingTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final int asset = plant.plant().value();
  private final TestClient planner = server.as(Role.ENGINEER, Set.of(asset));
  private final TestClient viewer = server.as(Role.VIEWER, Set.of(asset));
  private final String path = "/api/scheduling/" + asset;

  private JsonNode generated() {
    var body = Map.of("assetId", asset, "orders", 60, "days", 6, "seed", 3);
    var answer = planner.post("/api/scheduling", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return viewer.get(path + "/plan").json();
  }

  /** The last bar of the plan: it has not begun and nothing follows it. */
  private static int lastBar(JsonNode plan) {
    int last = 0;
    JsonNode starts = plan.path("bars").path("start");
    for (int v = 0; v < starts.size(); v++) {
      last = starts.get(v).asInt() > starts.get(last).asInt() ? v : last;
    }
    return last;
  }

  private Map<String, Object> move(JsonNode plan, int bar, int minute) {
    JsonNode order = plan.path("orders").get(plan.path("bars").path("order").get(bar).asInt());
    int resource = plan.path("bars").path("resource").get(bar).asInt();
    return Map.of(
        "revision",
        plan.path("draft").path("revision").asLong(),
        "order",
        order.path("id").asString(),
        "operation",
        bar - order.path("first").asInt(),
        "resource",
        plan.path("resources").get(resource).path("id").asString(),
        "minute",
        minute);
  }

  @Test
  void aGeneratedPlantHasAPlanAtOnce() {
    JsonNode plan = generated();
    assertThat(plan.path("virtual").asBoolean()).isTrue();
    assertThat(plan.path("orders")).hasSize(60);
    int bars = plan.path("bars").path("start").size();
    assertThat(bars).isGreaterThan(300);
    assertThat(plan.path("bars").path("family").size()).isEqualTo(bars);
    assertThat(plan.path("draft").path("version").asInt()).isEqualTo(1);
    JsonNode listed = viewer.get("/api/scheduling").json();
    assertThat(listed.get(0).path("operations").asInt()).isEqualTo(bars);
  }

  @Test
  void aDraggedBarMovesAndCanBeTakenBack() {
    JsonNode plan = generated();
    int bar = lastBar(plan);
    int start = plan.path("bars").path("start").get(bar).asInt();
    var moved = planner.post(path + "/moves", move(plan, bar, start + 100_000));
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    JsonNode changed = moved.json().path("bars").get(0);
    assertThat(changed.path("place").asInt()).isEqualTo(bar);
    assertThat(changed.path("start").asInt()).isGreaterThanOrEqualTo(start + 100_000);
    assertThat(moved.json().path("draft").path("undo").asInt()).isEqualTo(1);

    assertThat(planner.post(path + "/moves", move(plan, bar, start + 200_000)).status())
        .as("of a plan that somebody changed meanwhile")
        .isEqualTo(409);
    assertThat(planner.post(path + "/undo", null).json().path("redo").asInt()).isEqualTo(1);
    assertThat(viewer.get(path + "/plan").json().path("bars")).isEqualTo(plan.path("bars"));
    assertThat(planner.post(path + "/redo", null).json().path("undo").asInt()).isEqualTo(1);
    assertThat(viewer.post(path + "/undo", null).status()).isEqualTo(403);
  }

  @Test
  void aBarThatCannotBeThereIsRefusedWithTheReason() {
    JsonNode plan = generated();
    int bar = lastBar(plan);
    int now = plan.path("now").asInt();
    var early = planner.post(path + "/moves", move(plan, bar, now + 1));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().path("title").asString())
        .containsPattern("it is not ready before \\d\\d-\\d\\d \\d\\d:\\d\\d");
    var wrong = new java.util.HashMap<>(move(plan, bar, now + 50_000));
    wrong.put("resource", "CC1");
    assertThat(planner.post(path + "/moves", wrong).json().path("title").asString())
        .contains("cannot run on CC1");
    wrong.remove("minute");
    assertThat(planner.post(path + "/moves", wrong).status()).isEqualTo(400);
  }

  @Test
  void aRunBettersTheDraftAndAVersionOfItIsPutInForce() {
    JsonNode plan = generated();
    assertThat(planner.post(path + "/run", Map.of("seconds", 1)).status()).isEqualTo(202);
    JsonNode run = viewer.get(path + "/run").json();
    while (!Set.of("done", "failed").contains(run.path("job").path("state").asString())) {
      LockSupport.parkNanos(20_000_000);
      run = viewer.get(path + "/run").json();
    }
    assertThat(run.path("job").path("state").asString()).isEqualTo("done");
    JsonNode better = viewer.get(path + "/plan").json();
    assertThat(better.path("figures").path("objective").asDouble())
        .isLessThanOrEqualTo(plan.path("figures").path("objective").asDouble() + 1e-6);

    assertThat(viewer.get(path + "/dispatch").status()).as("nothing in force").isEqualTo(409);
    JsonNode kept = planner.post(path + "/versions", Map.of("note", "better")).json();
    assertThat(kept.path("version").asInt()).isEqualTo(2);
    var published = planner.post(path + "/versions/2/publish", null);
    assertThat(published.json().path("state").asString()).isEqualTo("PUBLISHED");
    JsonNode lines = viewer.get(path + "/dispatch?resource=HM1").json();
    assertThat(lines).hasSize(60);
    assertThat(lines.get(0).path("sequence").asInt()).isEqualTo(1);
    assertThat(viewer.get(path + "/dispatch.csv").body()).contains("\"HM1\",1,");
    planner.post(path + "/versions/1/publish", null);
    assertThat(viewer.get(path + "/versions").json().get(0).path("state").asString())
        .isEqualTo("SUPERSEDED");
  }

  @Test
  void explainsPromisesAndMends() {
    JsonNode plan = generated();
    String order = plan.path("orders").get(30).path("id").asString();
    JsonNode why = viewer.get(path + "/orders/" + order + "/why").json();
    assertThat(why.path("end").asInt()).isEqualTo(plan.path("orders").get(30).path("end").asInt());
    assertThat(viewer.get(path + "/orders/none/why").status()).isEqualTo(404);
    assertThat(viewer.get(path + "/load").json().path("whole")).isNotEmpty();

    var wish = Map.of("like", order, "id", "NEW", "due", 20_000, "take", true);
    JsonNode promise = planner.post(path + "/promise", wish).json();
    assertThat(promise.path("end").asInt()).isPositive();
    assertThat(viewer.get(path + "/plan").json().path("orders")).hasSize(61);

    int from = plan.path("now").asInt() + 10;
    var stop = Map.of("resource", "HM1", "from", from, "to", from + 600, "seconds", 0.5);
    JsonNode repair = planner.post(path + "/repair", stop).json();
    assertThat(repair.path("moved").path("operations").asInt())
        .isLessThan(plan.path("bars").path("start").size());
  }

  @Test
  void whatIfsStandSideBySideWithTheLastPlan() {
    JsonNode plan = generated();
    int bar = lastBar(plan);
    int start = plan.path("bars").path("start").get(bar).asInt();
    planner.post(path + "/moves", move(plan, bar, start + 50_000));
    planner.post(path + "/versions", Map.of("note", "much later"));
    planner.post(path + "/undo", null);

    JsonNode sides = viewer.get(path + "/comparison?versions=2").json();
    assertThat(sides.path("plans")).hasSize(3);
    JsonNode last = sides.path("plans").get(0);
    assertThat(last.path("version").path("version").asInt()).as("the newest").isEqualTo(2);
    JsonNode draft = sides.path("plans").get(1);
    assertThat(draft.path("version").isMissingNode() || draft.path("version").isNull()).isTrue();
    assertThat(draft.path("movedOperations").asInt()).isPositive();
    assertThat(draft.path("figures").path("onTimePercent").asDouble())
        .isGreaterThanOrEqualTo(last.path("figures").path("onTimePercent").asDouble());
    assertThat(draft.path("inProcess").path("meanTonnes").asDouble()).isPositive();
    JsonNode first = sides.path("orders").get(0);
    assertThat(first.path("ends")).hasSize(3);
    assertThat(first.path("ends").get(0).asInt() - first.path("ends").get(1).asInt())
        .as("the order that was moved differs most")
        .isGreaterThan(40_000);
    assertThat(viewer.get(path + "/comparison?versions=9").status()).isEqualTo(404);
    assertThat(viewer.get(path + "/comparison?versions=1,1,1,1,1,1,1").status()).isEqualTo(400);
  }

  @Test
  void takesAPlantFileAndNamesWhatIsWrongInIt() {
    String text = PlantFile.text(PlantGenerator.generate(20, 3, 1));
    assertThat(planner.post(path + "/plant", text).status()).isEqualTo(201);
    var wrong = planner.post(path + "/plant", text.replace("\"due\"", "\"dew\""));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("orders[0].dew");
  }
}
