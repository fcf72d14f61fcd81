package io.kunan.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);

  private Event tap(String key, @Nullable Instant end) {
    return server
        .part(Events.class)
        .put(
            new Event(
                0,
                plant.pot1().value(),
                "TAP",
                plant.code() + key,
                START,
                end,
                null,
                "出铝",
                "Tap",
                Map.of("metal_kg", "3790")));
  }

  @Test
  void anEventToldAgainIsTheSameEventWithItsEnd() {
    Event begun = tap("1", null);
    Event over = tap("1", START.plusSeconds(900));
    assertThat(over.id()).isEqualTo(begun.id());
    var list = server.as(Role.VIEWER).get("/api/events?assetId=" + plant.line().value()).json();
    assertThat(list.path("total").asInt()).isEqualTo(1);
    assertThat(list.path("items").path(0).path("end").asString()).contains("06:15");
    assertThat(list.path("items").path(0).path("attributes").path("metal_kg").asString())
        .isEqualTo("3790");
  }

  @Test
  void manyAreStoredTogetherOrNotAtAll() {
    Event first = tap("4", null);
    Event again = withKey(first, first.key());
    Event second = withKey(first, plant.code() + "5");
    Events events = server.part(Events.class);
    assertThat(events.putAll(List.of(again, second)).getFirst().id()).isEqualTo(first.id());
    Event unreadable = withKey(first, "no\u0000name");
    assertThatThrownBy(() -> events.putAll(List.of(withKey(first, plant.code() + "6"), unreadable)))
        .isInstanceOf(RuntimeException.class);
    var list = server.as(Role.VIEWER).get("/api/events?assetId=" + plant.line().value()).json();
    assertThat(list.path("total").asInt()).isEqualTo(2);
  }

  private static Event withKey(Event event, String key) {
    return new Event(
        0,
        event.assetId(),
        event.type(),
        key,
        event.start(),
        event.end(),
        null,
        event.titleZh(),
        event.titleEn(),
        event.attributes());
  }

  @Test
  void aTimeShowsWhatWasGoingOnInIt() {
    tap("2", START.plusSeconds(900));
    String path = "/api/events?assetId=%d&from=%s&to=%s";
    int line = plant.line().value();
    var client = server.as(Role.VIEWER);
    var during = path.formatted(line, START.plusSeconds(600), START.plusSeconds(700));
    var after = path.formatted(line, START.plusSeconds(1000), START.plusSeconds(2000));
    assertThat(client.get(during).json().path("total").asInt()).isEqualTo(1);
    assertThat(client.get(after).json().path("total").asInt()).isZero();
  }

  @Test
  void eventsOfOtherSitesAreNotSeen() {
    tap("3", START.plusSeconds(900));
    TestPlant other = TestPlant.in(server);
    var stranger = server.as(Role.VIEWER, Set.of(other.plant().value()));
    assertThat(stranger.get("/api/events").json().path("total").asInt()).isZero();
  }

  @Test
  void allOfATimeAreExportedHoweverManyInTheOrderAskedFor() {
    Event first = tap("7", START.plusSeconds(900));
    List<Event> many =
        IntStream.range(0, 2_500)
            .mapToObj(i -> shifted(first, plant.code() + "many" + i, START.plusSeconds(60L + i)))
            .toList();
    server.part(Events.class).putAll(many);
    String asked = "?assetId=%d&sort=START&down=false".formatted(plant.line().value());
    List<String> lines =
        server.as(Role.VIEWER).get("/api/events/export" + asked).body().lines().toList();
    assertThat(lines).hasSize(2_502);
    assertThat(lines.getFirst())
        .isEqualTo(
            "\uFEFFid,asset,asset_zh,asset_en,type,title_zh,title_en,start,end,duration_s,attributes");
    assertThat(lines.get(1))
        .contains(plant.code() + "/P/L1/P001", "TAP", START.toString(), "900.0", "metal_kg=3790");
    // A title that a spreadsheet would run is plain text.
    assertThat(lines.getLast()).contains(",'=cmd|calc,");
    TestPlant other = TestPlant.in(server);
    var stranger = server.as(Role.VIEWER, Set.of(other.plant().value()));
    assertThat(stranger.get("/api/events/export").body().lines()).hasSize(1);
  }

  private static Event shifted(Event event, String key, Instant start) {
    return new Event(
        0, event.assetId(), event.type(), key, start, null, null, "=cmd|calc", "Tap", Map.of());
  }

  @Test
  void theServerSortsAllPagesNotOne() {
    Event longest = tap("8", START.plusSeconds(9_000));
    tap("9", START.plusSeconds(90));
    String path = "/api/events?assetId=%d&size=1&sort=DURATION&down=%s";
    int line = plant.line().value();
    var client = server.as(Role.VIEWER);
    var down = client.get(path.formatted(line, true)).json();
    assertThat(down.path("items").path(0).path("id").asLong()).isEqualTo(longest.id());
    var up = client.get(path.formatted(line, false)).json();
    assertThat(up.path("items").path(0).path("end").asString()).contains("06:01:30");
  }
}
