package io.kunan.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people say of events. */
class EventChangesTest {
  private static final Instant SIX = Instant.parse("2026-03-01T06:00:00Z");

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final TestClient operator = server.as(Role.OPERATOR, Set.of(plant.plant().value()));

  private Map<String, Object> wish(String type, int hours, @Nullable Integer endHours) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("assetId", plant.pot1().value());
    wish.put("type", type);
    wish.put("start", SIX.plusSeconds(hours * 3_600L).toString());
    if (endHours != null) {
      wish.put("end", SIX.plusSeconds(endHours * 3_600L).toString());
    }
    return wish;
  }

  private long add(Map<String, Object> wish) {
    TestClient.Answer answer = operator.post("/api/events", wish);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("id").asLong();
  }

  private JsonNode get(long id) {
    return operator.get("/api/events/" + id).json();
  }

  private List<String> audited(long id) {
    JsonNode entries = server.as(Role.ADMIN).get("/api/audit?size=50").json().path("items");
    return entries
        .valueStream()
        .filter(entry -> entry.path("object").asString().equals("event " + id))
        .map(entry -> entry.path("action").asString())
        .toList();
  }

  @Test
  void aPersonTellsOfAnEventByItsTypeAndNote() {
    Map<String, Object> wish = wish("MAINTENANCE", 0, null);
    wish.put("note", "  feeder 3 is being changed ");
    JsonNode event = get(add(wish));
    assertThat(event.path("title").path("zh").asString()).isEqualTo("检修");
    assertThat(event.path("attributes").path("note").asString())
        .isEqualTo("feeder 3 is being changed");
    assertThat(audited(event.path("id").asLong())).containsExactly("EVENT_CREATED");
  }

  @Test
  void aTypeThatNobodyKnowsIsRefusedWithThoseThereAre() {
    TestClient.Answer answer = operator.post("/api/events", wish("PARTY", 0, 1));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("PARTY").contains("MAINTENANCE");
  }

  @Test
  void anEventIsEndedOnce() {
    long id = add(wish("STOP", 0, null));
    String path = "/api/events/" + id + "/end";
    Map<String, String> before = Map.of("end", SIX.minusSeconds(60).toString());
    assertThat(operator.post(path, before).status()).isEqualTo(400);
    Map<String, String> end = Map.of("end", SIX.plusSeconds(900).toString());
    assertThat(operator.post(path, end).status()).isEqualTo(200);
    assertThat(get(id).path("end").asString()).contains("06:15");
    assertThat(operator.post(path, end).status()).isEqualTo(409);
    assertThat(audited(id)).containsExactlyInAnyOrder("EVENT_CREATED", "EVENT_ENDED");
  }

  @Test
  void aCorrectionStandsAndItsSourceMayOnlyEndTheEvent() {
    Event told = tell(null);
    Map<String, Object> wish = wish("STOP", 1, null);
    wish.put("note", "the clock of the controller was wrong");
    assertThat(operator.put("/api/events/" + told.id(), wish).status()).isEqualTo(200);
    tell(SIX.plusSeconds(7_200));
    JsonNode event = get(told.id());
    assertThat(event.path("type").asString()).isEqualTo("STOP");
    assertThat(event.path("start").asString()).contains("07:00");
    assertThat(event.path("end").asString()).contains("08:00");
    assertThat(event.path("attributes").path("metal_kg").asString()).isEqualTo("3790");
    assertThat(event.path("attributes").path("note").asString()).contains("clock");
    assertThat(audited(told.id())).containsExactly("EVENT_CORRECTED");
  }

  /** As a plant does, which tells of an event again when it is over. */
  private Event tell(@Nullable Instant end) {
    return server
        .part(Events.class)
        .put(
            new Event(
                0,
                plant.pot1().value(),
                "TAP",
                plant.code() + ":tap",
                SIX,
                end,
                null,
                "出铝",
                "Tap",
                Map.of("metal_kg", "3790")));
  }

  @Test
  void aPartIsFoundByItsWholeAndTheWholeByItsPart() {
    long whole = add(wish("MAINTENANCE", 0, 8));
    Map<String, Object> wish = wish("STOP", 2, 3);
    wish.put("parentId", whole);
    long part = add(wish);
    assertThat(get(part).path("parentId").asLong()).isEqualTo(whole);
    JsonNode parts = operator.get("/api/events/" + whole + "/parts").json();
    assertThat(parts).hasSize(1);
    assertThat(parts.path(0).path("id").asLong()).isEqualTo(part);
  }

  @Test
  void aParentGoesOnWhenItsPartBeginsAndIsNoPartOfIt() {
    long whole = add(wish("MAINTENANCE", 0, 8));
    Map<String, Object> late = wish("STOP", 9, 10);
    late.put("parentId", whole);
    assertThat(operator.post("/api/events", late).body()).contains("does not go on at");
    Map<String, Object> inside = wish("STOP", 0, 3);
    inside.put("parentId", whole);
    long part = add(inside);
    Map<String, Object> turned = wish("MAINTENANCE", 0, 8);
    turned.put("parentId", part);
    TestClient.Answer answer = operator.put("/api/events/" + whole, turned);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("is a part of this one");
    turned.put("parentId", 987_654_321);
    assertThat(operator.put("/api/events/" + whole, turned).body()).contains("does not exist");
  }

  @Test
  void peopleOfOtherSitesNeitherSeeNorChangeIt() {
    long id = add(wish("STOP", 0, null));
    TestPlant other = TestPlant.in(server);
    TestClient stranger = server.as(Role.OPERATOR, Set.of(other.plant().value()));
    assertThat(stranger.get("/api/events/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/api/events/" + id + "/parts").status()).isEqualTo(404);
    assertThat(stranger.post("/api/events/" + id + "/end", Map.of()).status()).isEqualTo(404);
    Map<String, Object> theirs = wish("STOP", 0, 1);
    theirs.put("assetId", other.pot1().value());
    assertThat(stranger.put("/api/events/" + id, theirs).status()).isEqualTo(404);
    assertThat(operator.post("/api/events", theirs).status()).isEqualTo(404);
  }
}
