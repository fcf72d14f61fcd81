package io.kunan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceDocument;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.PlantConnections;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.Events;
import io.kunan.platform.fixture.Endpoint;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.live.Notices;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.Models;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What happens in one plant does not exist for a person of another: not in a list, a count, an
 * error, a stream, an export or a search. Walks every endpoint there is, so a new one is tried by
 * itself. Run again where scenarios are on the class path.
 */
public class SitesApartTest {
  /** Stands in every name, title and label of the foreign plant. */
  private static final String SECRET = "Zhenwu";

  /** Addresses with a name in them that holds nothing of any plant. */
  private static final Set<String> ABOUT_NO_PLANT = Set.of("/api/scheduling/templates/{kind}.csv");

  private static final TestServer SERVER = TestServer.shared();
  private static final TestPlant OWN = TestPlant.in(SERVER);
  private static final Foreign FOREIGN = Foreign.build();

  private final TestClient engineer = SERVER.as(Role.ENGINEER, Set.of(OWN.plant().value()));
  private final TestClient admin = SERVER.as(Role.ADMIN, Set.of(OWN.plant().value()));

  /** One of everything in another plant. */
  private record Foreign(
      TestPlant plant,
      Tag tag,
      long rule,
      long alarm,
      long advice,
      long event,
      int model,
      int connection,
      long imported,
      long job,
      int stream) {

    static Foreign build() {
      TestPlant plant = TestPlant.in(SERVER);
      Tag tag = plant.tag(TagTraits.of("secret", Text.same(SECRET), "V"));
      TestClient boss = SERVER.as(Role.ADMIN);
      long rule = boss.post("/api/alarm-rules", rule(tag)).json().path("id").asLong();
      measure(tag, 9);
      JsonNode raised = boss.get("/api/alarms?assetId=" + plant.pot1().value()).json();
      Tag input = plant.tag(TagTraits.of("input", Text.same(SECRET), "V"));
      int model = SERVER.part(Models.class).ensure(model(plant, tag, input)).id();
      String file = "time,%s\n2026-01-01 00:00:00,1\n".formatted(tag.name());
      JsonNode imported = boss.upload("/api/imports", SECRET + ".csv", file).json();
      long job =
          SERVER
              .part(Jobs.class)
              .start(JobKind.EXPORT, SECRET, caller -> covers(caller, plant), progress -> {})
              .id();
      return new Foreign(
          plant,
          tag,
          rule,
          raised.path("items").path(0).path("id").asLong(),
          SERVER.part(AdviceBook.class).propose(proposal(plant)).id(),
          SERVER.part(Events.class).put(event(plant)).id(),
          model,
          connection(tag),
          imported.path("id").asLong(),
          job,
          boss.post("/api/streams", streamJob(input, SECRET)).json().path("id").asInt());
    }

    private static Map<String, Object> streamJob(Tag input, String name) {
      Map<String, Object> rule =
          Map.of("kind", "rule", "inputs", Map.of("x", input.name()), "when", "x > 1");
      return Map.of(
          "version", 0, "name", Map.of("zh", name, "en", name), "mode", "OFF", "definition", rule);
    }

    private static boolean covers(Caller caller, TestPlant plant) {
      return caller.seesAllSites() || caller.sites().contains(plant.plant().value());
    }

    private static void measure(Tag tag, double value) {
      PointBatch.Builder points = PointBatch.builder(2);
      long now = Micros.of(Instant.now());
      points.add(tag.id().value(), now - Micros.PER_SECOND, value, Quality.GOOD);
      points.add(tag.id().value(), now, value, Quality.GOOD);
      SERVER.part(Ingest.class).live(points.build());
    }

    private static Map<String, Object> rule(Tag tag) {
      return Map.of(
          "id",
          0,
          "tagId",
          tag.id().value(),
          "kind",
          "LIMIT_HIGH",
          "priority",
          1,
          "limit",
          5,
          "deadband",
          0,
          "delaySeconds",
          0,
          "enabled",
          true,
          "title",
          Map.of("zh", SECRET, "en", SECRET));
    }

    private static Advice proposal(TestPlant plant) {
      AdviceDocument document =
          new AdviceDocument(
              Text.same(SECRET),
              60,
              70,
              "kg/d",
              Text.same(SECRET),
              new AdviceDocument.Expected(Text.same("T"), -0.5, -1, 0, "°C", 48),
              null,
              List.of(),
              Text.same(""),
              "low",
              List.of(),
              null,
              true);
      Instant now = Instant.now();
      return Advice.propose(
          plant.pot1().value(), "DOSE", 1, now, now.plus(Duration.ofHours(8)), document);
    }

    private static ModelDefinition model(TestPlant plant, Tag target, Tag input) {
      return new ModelDefinition(
          SECRET,
          Text.same(SECRET),
          plant.pot1(),
          target.id(),
          List.of(input.id()),
          Duration.ofHours(1),
          2,
          Duration.ofDays(30),
          ZoneOffset.UTC,
          1);
    }

    private static Event event(TestPlant plant) {
      Instant now = Instant.now();
      return new Event(
          0,
          plant.pot1().value(),
          "TAP",
          SECRET,
          now.minusSeconds(60),
          now,
          null,
          SECRET,
          SECRET,
          Map.of());
    }

    /** To a port at which nobody answers. */
    private static int connection(Tag tag) {
      PlantConnections connections = SERVER.part(PlantConnections.class);
      int id = connections.ensure(SECRET, OpcUaEndpoint.open("opc.tcp://127.0.0.1:9/none"));
      connections.link(id, Map.of(tag.id(), "ns=2;s=secret"));
      return id;
    }

    /** Number of what an endpoint is about, by the beginning of its path. */
    long subject(String path) {
      String area = path.replaceFirst("^(/api/[^/]+).*", "$1");
      return switch (area) {
        case "/api/assets" -> plant.plant().value();
        case "/api/tags" -> tag.id().value();
        case "/api/alarms" -> alarm;
        case "/api/alarm-rules" -> rule;
        case "/api/advice" -> advice;
        case "/api/events" -> event;
        case "/api/models" -> model;
        case "/api/connections" -> connection;
        case "/api/imports" -> imported;
        case "/api/jobs" -> job;
        case "/api/streams" -> stream;
        case "/api/users", "/api/templates" -> 1;
        case "/api/history" -> 1; // a class of tags: nobody confined to a site sets how long
        case "/api/scheduling" -> plant.plant().value();
        case "/api/potline" -> path.contains("pots") ? plant.pot1().value() : plant.line().value();
        default -> throw new AssertionError("say here what of the other plant it names: " + path);
      };
    }

    /** A body that would do, for what is checked before anybody is looked up. */
    Object body(Endpoint endpoint) {
      return switch (endpoint.name()) {
        case "PUT /api/assets/{id}" ->
            Map.of("kind", "PLANT", "code", "X", "name", Map.of("zh", "x", "en", "x"));
        case "PUT /api/tags/{id}" ->
            Map.of(
                "name",
                "x",
                "assetId",
                OWN.pot1().value(),
                "quantity",
                "x",
                "label",
                Map.of("zh", "x", "en", "x"),
                "unit",
                "V");
        case "PUT /api/templates/{code}" ->
            Map.of("code", "1", "name", Map.of("zh", "x", "en", "x"), "tags", List.of());
        case "PUT /api/alarm-rules/{id}" -> rule(tag);
        case "PUT /api/events/{id}" ->
            Map.of("assetId", OWN.pot1().value(), "type", "STOP", "start", "2026-01-01T00:00:00Z");
        case "POST /api/alarms/{id}/shelve" -> Map.of("minutes", 5, "reason", "x");
        case "POST /api/advice/{id}/reject", "POST /api/models/{id}/versions/{version}/promote" ->
            Map.of("reason", "x");
        case "PUT /api/connections/{id}" -> Map.of("name", "x", "endpoint", "opc.tcp://x:1");
        case "POST /api/connections/{id}/trust" -> Map.of("thumbprint", "x");
        case "POST /api/connections/{id}/import" -> Map.of("nodes", List.of("x"), "assetId", 1);
        case "PUT /api/imports/{id}/options" -> Map.of();
        case "POST /api/imports/{id}/start" -> Map.of("columns", List.of());
        case "PUT /api/users/{id}" ->
            Map.of(
                "displayName",
                "x",
                "roles",
                List.of("VIEWER"),
                "sites",
                List.of(),
                "enabled",
                true);
        case "PUT /api/streams/{id}" -> streamJob(tag, "x");
        case "PUT /api/streams/{id}/mode" -> Map.of("mode", "OFF");
        case "PUT /api/users/{id}/password" -> Map.of("next", "a password of tests");
        default -> Map.of();
      };
    }
  }

  @TestFactory
  protected Stream<DynamicTest> whatBelongsToAnotherPlantDoesNotExist() {
    return Endpoint.of(SERVER).stream()
        .filter(endpoint -> endpoint.path().contains("{"))
        .filter(endpoint -> !ABOUT_NO_PLANT.contains(endpoint.path()))
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.name(),
                    () -> {
                      String path =
                          endpoint
                              .path()
                              .replaceFirst(
                                  "\\{[^}]*}", Long.toString(FOREIGN.subject(endpoint.path())))
                              .replaceAll("\\{[^}]*}", "1");
                      boolean aboutUsers = path.startsWith("/api/users");
                      TestClient client = aboutUsers ? admin : engineer;
                      var answer =
                          endpoint.form()
                              ? client.upload(path, "x.csv", "a,b\n1,2\n")
                              : client.send(endpoint.method(), path, FOREIGN.body(endpoint));
                      assertThat(answer.status()).as(answer.body()).isIn(403, 404);
                      assertThat(answer.body()).doesNotContain(SECRET);
                    }));
  }

  @TestFactory
  protected Stream<DynamicTest> noListOrCountTellsOfAnotherPlant() {
    return Endpoint.of(SERVER).stream()
        .filter(endpoint -> endpoint.method().equals("GET"))
        .filter(endpoint -> !endpoint.path().contains("{") && !endpoint.stream())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.name(),
                    () -> {
                      String query = "?q=" + SECRET + "&state=all&size=200&query=" + SECRET;
                      for (String wish : List.of("", "?size=200&state=all", query)) {
                        var answer = engineer.get(endpoint.path() + wish);
                        assertThat(answer.status()).isNotEqualTo(500);
                        assertThat(answer.body()).doesNotContain(SECRET);
                      }
                    }));
  }

  @Test
  protected void theForeignPlantIsThereForThoseWhoSeeAll() {
    TestClient boss = SERVER.as(Role.ADMIN);
    for (String path :
        List.of(
            "/api/search?q=" + SECRET,
            "/api/alarms?size=200",
            "/api/advice?size=200",
            "/api/events?size=200",
            "/api/models",
            "/api/connections",
            "/api/imports",
            "/api/jobs",
            "/api/streams",
            "/api/alarm-rules")) {
      assertThat(boss.get(path).body()).as(path).contains(SECRET);
    }
  }

  @Test
  protected void figuresCountOnlyWhatThePersonSees() {
    JsonNode counts = engineer.get("/api/alarms/counts").json();
    assertThat(counts.path("p1").asInt()).isZero();
    JsonNode status = engineer.get("/api/live/status").json();
    assertThat(status.path("alarms").path("p1").asInt()).isZero();
    assertThat(status.path("sources").path("total").asInt()).isZero();
    assertThat(status.path("newestAgeSeconds").isNumber()).isFalse();
    assertThat(status.path("goodShare").isNumber()).isFalse();
    JsonNode overview = engineer.get("/api/overview").json();
    for (JsonNode figure : overview.path("figures")) {
      assertThat(figure.path("value").asDouble()).as(figure.toString()).isZero();
    }
    assertThat(SERVER.as(Role.VIEWER).get("/api/alarms/counts").json().path("p1").asInt())
        .isPositive();
  }

  @Test
  protected void tagsOfAnotherPlantCannotBeAskedForAmongOnesOwn() {
    int own = OWN.tag("own", "V").id().value();
    int other = FOREIGN.tag().id().value();
    String span =
        "\"tags\":[%d,%d],\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\""
            .formatted(own, other);
    Map<String, String> questions =
        Map.of(
            "plot",
            "{%s,\"pixels\":100}".formatted(span),
            "statistics",
            "{%s}".formatted(span),
            "corrections",
            "{%s}".formatted(span),
            "buckets",
            "{%s,\"every\":\"1h\"}".formatted(span),
            "at",
            "{\"tags\":[%d,%d],\"at\":\"2026-01-01T00:00:00Z\"}".formatted(own, other));
    questions.forEach(
        (path, question) -> {
          var answer = engineer.post("/api/history/" + path, question);
          assertThat(answer.status()).as(answer.body()).isEqualTo(404);
          assertThat(answer.body()).as(path).doesNotContain(SECRET);
        });
    for (String path :
        List.of(
            "/api/live/values?tags=%d,%d",
            "/api/live/stream?tags=%d,%d",
            "/api/history/export?tags=%d,%d&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")) {
      assertThat(engineer.get(path.formatted(own, other)).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  protected void anErrorSaysTheSameOfWhatIsHiddenAndOfWhatIsNotThere() {
    String hidden = engineer.get("/api/tags/" + FOREIGN.tag().id().value()).body();
    String absent = engineer.get("/api/tags/987654321").body();
    assertThat(said(hidden, FOREIGN.tag().id().value())).isEqualTo(said(absent, 987_654_321));
  }

  private static String said(String problem, int number) {
    return problem
        .replaceAll("\"requestId\":\"[^\"]*\"", "")
        .replace(Integer.toString(number), "N");
  }

  @Test
  protected void theStreamOfNoticesTellsNothingOfAnotherPlant() throws IOException {
    try (var body = engineer.open(engineer.request("/api/live/events").GET()).body();
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      List<String> told = new ArrayList<>();
      String line = lines.readLine(); // the first status: the stream is open
      Jobs jobs = SERVER.part(Jobs.class);
      jobs.start(JobKind.EXPORT, SECRET, Caller::seesAllSites, progress -> {});
      SERVER.part(AdviceBook.class).propose(Foreign.proposal(FOREIGN.plant()));
      Foreign.measure(FOREIGN.tag(), 1);
      Foreign.measure(FOREIGN.tag(), 9);
      SERVER.part(Notices.class).publish("last", "own", caller -> true);
      while (line != null && !line.equals("event:last")) {
        told.add(line);
        line = lines.readLine();
      }
      assertThat(told).contains("event:status").doesNotContain("event:job");
      assertThat(told).doesNotContain("event:alarm", "event:advice");
      assertThat(String.join("\n", told)).doesNotContain(SECRET);
    }
  }
}
