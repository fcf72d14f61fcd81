package io.kunan.platform.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Text;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final TestClient operator = server.as(Role.OPERATOR);

  private Advice propose(double to, Instant expires) {
    AdviceDocument document =
        new AdviceDocument(
            new Text("AlF₃ 剂量", "AlF₃ dose"),
            60,
            to,
            "kg/d",
            Text.same("hot"),
            new AdviceDocument.Expected(Text.same("T"), -0.5, -1, 0, "°C", 48),
            null,
            List.of(new AdviceDocument.GuardCheck(Text.same("fresh"), true, "3 h ≤ 36 h")),
            Text.same("a new sample"),
            "low",
            List.of(),
            null,
            true);
    Instant created = Instant.now().minusSeconds(3600);
    return server
        .part(AdviceBook.class)
        .propose(Advice.propose(plant.pot1().value(), "ALF3_DOSE", 2, created, expires, document));
  }

  private static Instant later() {
    return Instant.now().plusSeconds(3600);
  }

  @Test
  void oneProposalStandsForOneThingAndANewerOneEndsIt() {
    Advice first = propose(70, later());
    Advice second = propose(76, later());
    var open = operator.get("/api/advice?state=PROPOSED&assetId=" + plant.line().value()).json();
    assertThat(open.path("total").asInt()).isEqualTo(1);
    assertThat(open.path("items").path(0).path("id").asLong()).isEqualTo(second.id());
    assertThat(operator.get("/api/advice/" + first.id()).json().path("state").asString())
        .isEqualTo("EXPIRED");
  }

  @Test
  void aDecisionNamesThePersonAndStandsOnlyOnce() {
    Advice advice = propose(76, later());
    var accepted = operator.post("/api/advice/%d/accept".formatted(advice.id()), Map.of());
    assertThat(accepted.json().path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(accepted.json().path("decidedBy").asString()).isNotEmpty();
    var again =
        operator.post("/api/advice/%d/reject".formatted(advice.id()), Map.of("reason", "too late"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("ACCEPTED");
  }

  @Test
  void aListComesInPagesAndOfATime() {
    for (int to = 70; to < 73; to++) {
      propose(to, later());
    }
    String here = "/api/advice?assetId=" + plant.line().value();
    var second = operator.get(here + "&size=2&page=1").json();
    assertThat(second.path("total").asInt()).isEqualTo(3);
    assertThat(second.path("items")).hasSize(1);
    Instant given = Instant.now().minusSeconds(3600);
    String before = here + "&to=" + given.minusSeconds(600);
    assertThat(operator.get(before).json().path("total").asInt()).isZero();
    String since = here + "&from=" + given.plusSeconds(600);
    assertThat(operator.get(since).json().path("total").asInt())
        .as("only the one that still waits was not over by then")
        .isEqualTo(1);
  }

  @Test
  void rejectingNeedsAReason() {
    Advice advice = propose(76, later());
    String path = "/api/advice/%d/reject".formatted(advice.id());
    assertThat(operator.post(path, Map.of("reason", " ")).status()).isEqualTo(400);
    assertThat(operator.post(path, Map.of("reason", "measure again")).status()).isEqualTo(200);
  }

  @Test
  void whatHasExpiredCannotBeAccepted() {
    Advice advice = propose(76, Instant.now().minusSeconds(60));
    assertThat(operator.post("/api/advice/%d/accept".formatted(advice.id()), Map.of()).status())
        .isEqualTo(409);
  }

  @Test
  void peopleOfOtherSitesDoNotSeeIt() {
    Advice advice = propose(76, later());
    TestPlant other = TestPlant.in(server);
    TestClient stranger = server.as(Role.OPERATOR, Set.of(other.plant().value()));
    assertThat(stranger.get("/api/advice/" + advice.id()).status()).isEqualTo(404);
    assertThat(stranger.get("/api/advice").json().path("total").asInt()).isZero();
  }
}
