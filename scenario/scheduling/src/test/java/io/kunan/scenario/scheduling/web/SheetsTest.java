package io.kunan.scenario.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A planner brings the tables of an own plant. */
class SheetsTest {
  private static final List<String> OTHERS = List.of("machines", "setups", "routes");
  private static final String SAID = "{\"orders\": {\"No.\": \"order\"}}";

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final int asset = plant.plant().value();
  private final TestClient planner = server.as(Role.ENGINEER, Set.of(asset));
  private final TestClient viewer = server.as(Role.VIEWER, Set.of(asset));
  private final String path = "/api/scheduling/" + asset;

  /** Orders of a given number, due so many days from now, under a header nobody knows. */
  private static String orders(int days, String... ids) {
    StringBuilder text = new StringBuilder("No.,due,route,family\r\n");
    for (String id : ids) {
      text.append(id).append(',').append(LocalDate.now().plusDays(days));
      text.append(",coil annealed,3003 1250\r\n");
    }
    return text.toString();
  }

  @Test
  void aLineThatCannotBeUsedIsToldAndNothingIsKeptBeforeItIsTaken() {
    JsonNode looked =
        sheets(false, SAID, OTHERS, orders(6, "A-1") + "A-2,soon,coil annealed,3003 1250\r\n")
            .json();
    assertThat(looked.path("orders").asInt()).isEqualTo(1);
    JsonNode fault = looked.path("faults").get(0);
    assertThat(fault.path("line").asInt()).isEqualTo(3);
    assertThat(fault.path("value").asString()).isEqualTo("soon");
    assertThat(looked.path("counted").path("NEW").asInt()).isEqualTo(1);
    assertThat(looked.path("after").path("lateOrders").asInt()).isZero();
    assertThat(looked.path("opened").asBoolean()).isFalse();
    assertThat(viewer.get(path + "/plan").status()).isEqualTo(404);
    assertThat(sheets(false, "", OTHERS, orders(6, "A-1")).json().path("orders").asInt())
        .as("what was said of the header is not kept either")
        .isZero();
  }

  @Test
  void newOrdersAloneAreReadWithTheTablesAndHeadersOfLastTime() {
    var taken = sheets(true, SAID, OTHERS, orders(6, "A-1", "A-2"));
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    JsonNode plan = viewer.get(path + "/plan").json();
    assertThat(plan.path("virtual").asBoolean()).isFalse();
    assertThat(plan.path("orders")).hasSize(2);
    plan.path("bars")
        .path("start")
        .forEach(
            start ->
                assertThat(start.asInt())
                    .as("nothing is planned into the past")
                    .isGreaterThanOrEqualTo(plan.path("now").asInt()));

    String next = orders(9, "A-2") + orders(6, "A-3").lines().skip(1).findFirst().orElseThrow();
    JsonNode looked = sheets(false, "", List.of(), next).json();
    assertThat(looked.path("faults")).isEmpty();
    assertThat(looked.path("tables")).hasSize(4);
    assertThat(looked.path("tables").get(0).path("keptFrom").asString()).isNotEmpty();
    assertThat(looked.path("changes").valueStream().map(c -> c.path("what").asString()))
        .containsExactly("DUE", "NEW", "GONE");
    assertThat(sheets(true, "", List.of(), next).json().path("opened").asBoolean()).isTrue();
    assertThat(viewer.get(path + "/plan").json().path("orders").get(1).path("id").asString())
        .isEqualTo("A-3");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThat(sheets(true, "", OTHERS, "order,due,route\r\n").status()).isEqualTo(400);
    assertThat(sheets(false, "{]", OTHERS, orders(6, "A-1")).body()).contains("write such as");
    assertThat(sheets(false, "{\"people\": {}}", OTHERS, orders(6, "A-1")).body())
        .contains("use one of machines");
    assertThat(sheets(false, "", OTHERS, "PK\u0003\u0004 and more").body())
        .contains("it is a workbook");
    assertThat(viewer.get("/api/scheduling/templates/orders.csv?chinese=true").body())
        .contains("工艺路线");
    assertThat(viewer.get("/api/scheduling/templates/people.csv").status()).isEqualTo(400);
    assertThat(viewer.get("/api/scheduling/templates").json()).hasSize(6);
  }

  private TestClient.Answer sheets(
      boolean take, String columns, List<String> kinds, String orders) {
    StringBuilder form = new StringBuilder();
    for (String kind : kinds) {
      String file = kind + ".csv\"\r\nContent-Type: text/csv";
      part(
          form,
          kind + "\"; filename=\"" + file,
          viewer.get("/api/scheduling/templates/" + kind + ".csv").body());
    }
    part(form, "orders\"; filename=\"orders.csv\"\r\nContent-Type: text/csv", orders);
    part(form, "columns\"", columns);
    return planner.send(
        planner
            .request(path + "/sheets?take=" + take)
            .POST(BodyPublishers.ofString(form + "--kunan--\r\n"))
            .header("Content-Type", "multipart/form-data; boundary=kunan"));
  }

  private static void part(StringBuilder form, String head, String text) {
    form.append("--kunan\r\nContent-Disposition: form-data; name=\"")
        .append(head)
        .append("\r\n\r\n")
        .append(text)
        .append("\r\n");
  }
}
