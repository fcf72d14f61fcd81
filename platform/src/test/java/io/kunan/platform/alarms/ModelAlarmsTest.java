package io.kunan.platform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModelAlarmsTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag target = plant.tag("bathTemperature", "°C");
  private final TestClient operator = server.as(Role.OPERATOR, Set.of(plant.plant().value()));

  private void judge(ModelCondition condition, double figure) {
    server
        .part(Alarms.class)
        .judge(
            condition,
            plant.code() + ".model",
            plant.line(),
            target.id(),
            new Text("槽温预测", "Bath forecast"),
            figure);
  }

  private JsonNode open() {
    return operator.get("/api/alarms").json().path("items");
  }

  @Test
  void aModelThatDriftsRaisesAnAlarmThatIsAcknowledgedLikeOthers() {
    judge(ModelCondition.DRIFT, 0);
    assertThat(open()).isEmpty();
    judge(ModelCondition.DRIFT, 2);
    judge(ModelCondition.DRIFT, 2);
    assertThat(open()).as("one, however often it is judged").hasSize(1);
    JsonNode alarm = open().path(0);
    assertThat(alarm.path("kind").asString()).isEqualTo("MODEL");
    assertThat(alarm.path("assetId").asInt()).isEqualTo(plant.line().value());
    assertThat(alarm.path("title").path("zh").asString()).isEqualTo("模型漂移：槽温预测");
    String path = "/api/alarms/%d/acknowledge".formatted(alarm.path("id").asLong());
    assertThat(operator.post(path, Map.of()).json().path("state").asString())
        .isEqualTo("ACTIVE_ACKED");
    judge(ModelCondition.DRIFT, 0);
    assertThat(open()).isEmpty();
  }

  @Test
  void eachConditionIsAnAlarmOfItsOwnAndItsRuleIsPeoplesToChange() {
    judge(ModelCondition.ENVELOPE, 1.4);
    judge(ModelCondition.SILENT, 7_200);
    assertThat(open().findValuesAsString("unit")).containsExactlyInAnyOrder("", "s");
    TestClient engineer = server.as(Role.ENGINEER, Set.of(plant.plant().value()));
    for (JsonNode rule : engineer.get("/api/alarm-rules").json()) {
      var off = (tools.jackson.databind.node.ObjectNode) rule;
      off.put("enabled", false);
      String path = "/api/alarm-rules/" + rule.path("id").asLong();
      assertThat(engineer.put(path, off).status()).isEqualTo(200);
    }
    judge(ModelCondition.ENVELOPE, 1.4);
    judge(ModelCondition.SILENT, 7_200);
    assertThat(open().findValuesAsString("state")).containsOnly("CLEARED_UNACKED");
  }

  @Test
  void aModelRuleCannotBeMadeByHand() {
    Map<String, Object> rule =
        Map.of(
            "id",
            0,
            "tagId",
            target.id().value(),
            "kind",
            "MODEL",
            "priority",
            2,
            "limit",
            1,
            "deadband",
            0,
            "delaySeconds",
            0,
            "enabled",
            true,
            "title",
            Map.of("zh", "x", "en", "x"));
    var answer = server.as(Role.ENGINEER).post("/api/alarm-rules", rule);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("remedy").asString()).contains("change the one there is");
  }
}
