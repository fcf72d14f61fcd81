package io.kunan.platform.imports;

import static io.kunan.platform.imports.Uploads.ended;
import static io.kunan.platform.imports.Uploads.path;
import static io.kunan.platform.imports.Uploads.started;
import static io.kunan.platform.imports.Uploads.upload;
import static io.kunan.platform.imports.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.History;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportsTest {
  private final TestServer server = TestServer.shared();
  private final TestClient engineer = server.as(Role.ENGINEER);
  private final TestPlant plant = TestPlant.in(server);
  private String current = "";

  @BeforeEach
  void aColumnNoOtherTestUses() {
    current = plant.code() + " current (kA)";
  }

  private String lines() {
    return """
        time;%s;mode;note
        2026-03-01 23:30;500,5;run;a
        2026-03-01 23:45;5x1;run;b
        2026-03-01 0:00;501,5;stop;c
        2026-03-02 0:15;;run;d
        not a time;1,0;run;e
        2026-03-02 0:45;502,5;run
        2026-03-02 1:00;503,5;run;g
        2026-03-02 1:15;504,5;run;h
        2026-03-02 1:30;505,5;trip;i
        2026-03-02 1:45;506,5;run;j
        """
        .formatted(current);
  }

  @Test
  void aFileIsLookedAtMappedReadAndReported() throws Exception {
    Tag amperes = plant.tag("lineCurrent", "A");
    JsonNode one = uploaded(engineer, "line.csv", lines());
    assertThat(one.get("state").asString()).isEqualTo("PREVIEW");
    JsonNode preview = one.get("preview");
    assertThat(preview.get("separator").asString()).isEqualTo(";");
    assertThat(preview.get("decimalComma").asBoolean()).isTrue();
    assertThat(preview.get("timeColumn").asString()).isEqualTo("time");
    assertThat(preview.get("columns").findValuesAsString("kind"))
        .containsExactly("TIME", "NUMBER", "TEXT", "TEXT");
    assertThat(preview.at("/columns/1/unit").asString()).isEqualTo("kA");
    assertThat(preview.at("/rows/0/1").asString()).isEqualTo("500,5");

    JsonNode running =
        started(
            engineer,
            one,
            mapping(
                "Asia/Shanghai",
                to(current, amperes, "kA"),
                fresh("mode", plant.code() + ".mode", plant.pot2().value(), "")));
    assertThat(running.get("state").asString()).isIn("RUNNING", "DONE");
    JsonNode done = ended(engineer, one);
    assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("DONE");
    JsonNode report = done.get("report");
    assertThat(report.get("rows").asLong()).isEqualTo(10);
    assertThat(report.get("repaired").asLong()).isEqualTo(1);
    assertThat(report.get("rejects").findValuesAsString("line")).containsExactly("3", "6", "7");
    assertThat(report.at("/rejects/0/reason").asString()).contains("5x1");
    assertThat(report.get("points").asLong()).isEqualTo(6 + 8);
    assertThat(values(amperes))
        .containsExactly(500_500.0, 501_500.0, 503_500.0, 504_500.0, 505_500.0, 506_500.0);
    assertThat(report.get("from").asString()).isEqualTo("2026-03-01T15:30:00Z");

    Tag mode = server.part(Assets.class).tags().find(plant.code() + ".mode").orElseThrow();
    assertThat(mode.traits().states())
        .extracting(TagTraits.State::zh)
        .containsExactly("run", "stop", "trip");
    assertThat(values(mode)).containsExactly(0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 2.0, 0.0);

    String csv = engineer.get(path(one) + "/rejects.csv").body();
    assertThat(csv.lines().toList()).hasSize(4).element(1).asString().startsWith("3,");
  }

  @Test
  void importingAgainChangesNothingAndTheMappingIsRemembered() throws Exception {
    JsonNode one = uploaded(engineer, "a.csv", lines());
    started(
        engineer,
        one,
        mapping("UTC", fresh(current, plant.code() + ".again", plant.pot1().value(), "kA")));
    JsonNode first = ended(engineer, one);
    Tag tag = server.part(Assets.class).tags().find(plant.code() + ".again").orElseThrow();
    List<Double> stored = values(tag);
    assertThat(stored).hasSize(6);

    JsonNode second = uploaded(engineer, "b.csv", lines());
    JsonNode remembered = second.get("mapping");
    assertThat(remembered.at("/columns/0/tagId").asInt()).isEqualTo(tag.id().value());
    assertThat(second.at("/preview/timeFormat").asString())
        .isEqualTo(first.at("/mapping/timeFormat").asString());
    started(engineer, second, remembered.toString());
    JsonNode again = ended(engineer, second);
    assertThat(again.at("/report/points").asLong()).isEqualTo(6);
    assertThat(values(tag)).isEqualTo(stored);

    started(engineer, one, remembered.toString());
    assertThat(ended(engineer, one).get("state").asString()).isEqualTo("DONE");
    assertThat(values(tag)).isEqualTo(stored);
    assertThat(engineer.get("/api/imports").json().findValuesAsString("fileName"))
        .contains("a.csv", "b.csv");
  }

  @Test
  void whatIsSaidOfTheFileIsTriedAtOnce() {
    JsonNode one = uploaded(engineer, "x.csv", lines());
    var looked = engineer.put(path(one) + "/options", Map.of("separator", "|"));
    assertThat(looked.json().at("/preview/columns")).hasSize(1);
    assertThat(looked.json().at("/preview/timeTrouble").asString()).contains("no column");
    assertThat(engineer.put(path(one) + "/options", Map.of("timeColumn", "none")).status())
        .isEqualTo(400);
    var wrong = engineer.put(path(one) + "/options", Map.of("zone", "Mars/Base"));
    assertThat(wrong.json().get("where").asString()).isEqualTo("zone");
    var back = engineer.put(path(one) + "/options", Map.of());
    assertThat(back.json().at("/preview/columns")).hasSize(4);
    assertThat(back.json().at("/options").has("separator")).isFalse();
  }

  @Test
  void aMappingThatCannotWorkIsRefusedWithItsColumn() {
    Tag volts = plant.tag("volts", "V");
    JsonNode one = uploaded(engineer, "y.csv", lines());
    assertRefused(one, "columns", mapping("UTC"));
    assertRefused(one, "column " + current, mapping("UTC", to(current, volts, "kA")));
    assertRefused(one, "column mode", mapping("UTC", to("mode", volts, null)));
    assertRefused(one, "column time", mapping("UTC", to("time", volts, null)));
    assertRefused(one, "column gone", mapping("UTC", to("gone", volts, null)));
    assertRefused(
        one, "column note", mapping("UTC", to(current, volts, "V"), to("note", volts, null)));
    var unknown =
        engineer.post(
            path(one) + "/start", mapping("UTC", Map.of("column", current, "tagId", 987_654_321)));
    assertThat(unknown.status()).isEqualTo(404);
    var taken =
        engineer.post(
            path(one) + "/start",
            mapping("UTC", fresh(current, volts.name(), plant.pot1().value(), "kA")));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(engineer.get(path(one)).json().get("state").asString()).isEqualTo("PREVIEW");
  }

  @Test
  void aFileThatIsNoTableIsRefusedAndNotKept() {
    byte[] binary = new byte[5_000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i * 37 % 251);
    }
    var refused = upload(engineer, "photo.jpg", binary);
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.json().get("where").asString()).startsWith("photo.jpg");
    assertThat(refused.body()).doesNotContain(server.home().root().toString());
    assertThat(upload(engineer, "empty.csv", new byte[0]).status()).isEqualTo(400);
  }

  @Test
  void freeTextIsNoState() throws Exception {
    StringBuilder text = new StringBuilder("time,%s remark\n".formatted(plant.code()));
    for (int i = 0; i < 300; i++) {
      text.append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i)).append(",word ");
      text.append(i).append('\n');
    }
    JsonNode one = uploaded(engineer, "z.csv", text.toString());
    String column = plant.code() + " remark";
    started(
        engineer,
        one,
        mapping("UTC", fresh(column, plant.code() + ".remark", plant.pot1().value(), "")));
    JsonNode end = ended(engineer, one);
    assertThat(end.get("state").asString()).isEqualTo("FAILED");
    assertThat(end.get("message").asString())
        .startsWith("z.csv, column " + column)
        .contains("more than 200 different words");
  }

  @Test
  void peopleConfinedToASiteSeeTheirOwnFilesAndThoseOfTheirTags() throws Exception {
    TestPlant other = TestPlant.in(server);
    TestClient mine = server.as(Role.ENGINEER, Set.of(plant.plant().value()));
    TestClient theirs = server.as(Role.VIEWER, Set.of(other.plant().value()));
    TestClient neighbour = server.as(Role.VIEWER, Set.of(plant.plant().value()));
    Tag elsewhere = other.tag("current", "kA");
    JsonNode one = uploaded(mine, "mine.csv", lines());
    assertThat(neighbour.get(path(one)).status()).as("rows of unknown tags").isEqualTo(404);
    assertThat(
            mine.post(path(one) + "/start", mapping("UTC", to(current, elsewhere, "kA"))).status())
        .isEqualTo(404);
    assertThat(
            mine.post(
                    path(one) + "/start",
                    mapping("UTC", fresh(current, "x.y", other.pot1().value(), "kA")))
                .status())
        .isEqualTo(404);
    started(
        mine,
        one,
        mapping("UTC", fresh(current, plant.code() + ".mine", plant.pot1().value(), "kA")));
    ended(mine, one);
    assertThat(neighbour.get(path(one)).status()).isEqualTo(200);
    assertThat(theirs.get(path(one)).status()).isEqualTo(404);
    assertThat(theirs.get(path(one) + "/rejects.csv").status()).isEqualTo(404);
    assertThat(ids(theirs.get("/api/imports").json())).doesNotContain(one.get("id").asLong());
    assertThat(neighbour.delete(path(one)).status()).as("a viewer").isEqualTo(403);
    assertThat(mine.delete(path(one)).status()).isEqualTo(204);
    assertThat(mine.get(path(one)).status()).isEqualTo(404);
  }

  @Test
  void theTrailSaysWhoBroughtStartedAndDeletedIt() throws Exception {
    JsonNode one = uploaded(engineer, "trail.csv", lines());
    started(
        engineer,
        one,
        mapping("UTC", fresh(current, plant.code() + ".trail", plant.pot1().value(), "kA")));
    ended(engineer, one);
    assertThat(engineer.delete(path(one)).status()).isEqualTo(204);
    String object = "import %d trail.csv".formatted(one.get("id").asLong());
    JsonNode trail = server.as(Role.ADMIN).get("/api/audit?size=200").json().get("items");
    List<String> actions = new ArrayList<>();
    for (JsonNode entry : trail) {
      if (entry.get("object").asString().equals(object)) {
        actions.add(entry.get("action").asString());
        assertThat(entry.get("actor").asString()).startsWith("engineer");
      }
    }
    assertThat(actions)
        .containsExactlyInAnyOrder(
            "IMPORT_UPLOADED", "IMPORT_STARTED", "IMPORT_DONE", "IMPORT_DELETED");
  }

  private void assertRefused(JsonNode one, String where, Map<String, Object> mapping) {
    var answer = engineer.post(path(one) + "/start", mapping);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().get("where").asString()).isEqualTo(where);
  }

  private List<Double> values(Tag tag) {
    List<Double> values = new ArrayList<>();
    TimeRange all =
        new TimeRange(
            Micros.of(Instant.parse("2026-01-01T00:00:00Z")),
            Micros.of(Instant.parse("2027-01-01T00:00:00Z")));
    server
        .part(History.class)
        .scan(
            List.of(tag.id()),
            all,
            batch -> {
              for (int i = 0; i < batch.size(); i++) {
                values.add(batch.value(i));
              }
              return true;
            });
    return values;
  }

  @SafeVarargs
  static Map<String, Object> mapping(String zone, Map<String, Object>... columns) {
    return Map.of("timeColumn", "time", "zone", zone, "columns", List.of(columns));
  }

  private static Map<String, Object> to(
      String column, Tag tag, @org.jspecify.annotations.Nullable String unit) {
    Map<String, Object> one = new HashMap<>(Map.of("column", column, "tagId", tag.id().value()));
    if (unit != null) {
      one.put("unit", unit);
    }
    return one;
  }

  static Map<String, Object> fresh(String column, String name, int asset, String unit) {
    return Map.of(
        "column",
        column,
        "newTag",
        Map.of(
            "name", name, "assetId", asset, "unit", unit, "label", Map.of("zh", "新", "en", "New")));
  }

  private static List<Long> ids(JsonNode items) {
    List<Long> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.get("id").asLong()));
    return ids;
  }

  @Test
  void bytesOfChineseFilesAreReadInTheirOwnCharacterSet() {
    byte[] text =
        "时间,%s 槽电压 [V],状态\n2026-01-01 00:00,4.1,运行\n2026-01-01 00:15,4.2,停\n"
            .formatted(plant.code())
            .getBytes(java.nio.charset.Charset.forName("GB18030"));
    JsonNode one = upload(engineer, "中文.csv", text).json();
    assertThat(one.get("fileName").asString()).isEqualTo("中文.csv");
    assertThat(one.at("/preview/encoding").asString()).isEqualTo("GB18030");
    assertThat(one.at("/preview/timeColumn").asString()).isEqualTo("时间");
    assertThat(one.at("/preview/columns/2/sample").toString()).contains("运行");
  }
}
