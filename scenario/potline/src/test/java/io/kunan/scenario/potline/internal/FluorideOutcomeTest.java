package io.kunan.scenario.potline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceDocument;
import io.kunan.platform.advice.AdviceEvaluation;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import io.kunan.scenario.potline.PotlineAdvisor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a decision to what came of it, over the whole server. */
class FluorideOutcomeTest {
  private static final int POTS = 30;
  private static final int HOURS = 7 * 24;
  private static final int DECIDED = 3 * 24;

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Assets assets = server.part(Assets.class);
  private final AdviceBook book = server.part(AdviceBook.class);
  private final TestClient viewer = server.as(Role.VIEWER, Set.of(plant.plant().value()));
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS));
  private final AssetId line =
      assets.create(AssetDraft.of(plant.plant(), AssetKind.LINE, "L9", Text.same("L9"))).id();
  private final List<Asset> pots = pots();

  private List<Asset> pots() {
    List<AssetDraft> drafts = new ArrayList<>();
    for (int i = 0; i < POTS; i++) {
      String code = "Q%02d".formatted(i);
      drafts.add(
          new AssetDraft(
              line, AssetKind.EQUIPMENT, code, Text.same(code), Potrooms.POT, null, Map.of()));
    }
    return assets.createAll(drafts);
  }

  /** What a pot measures in an hour of the week. */
  private record Hour(double temperature, double dose) {}

  private interface Course {
    Hour at(int pot, int hour);
  }

  /** Every pot hourly; excess 10 %, feed 296 kg/h, calm, no anode effects. */
  private void measure(Course course) {
    List<TagDraft> drafts = new ArrayList<>();
    String[] quantities = {"TB", "XS", "DOSE", "FEED", "NOISE", "AE"};
    String[] units = {"°C", "%", "kg/d", "kg/h", "mV", ""};
    for (Asset pot : pots) {
      for (int q = 0; q < quantities.length; q++) {
        TagTraits plain = TagTraits.of(quantities[q], Text.same(quantities[q]), units[q]);
        String name = plant.code() + "." + pot.code() + "." + quantities[q];
        drafts.add(new TagDraft(name, pot.id(), held(plain)));
      }
    }
    var tags = assets.createTags(drafts);
    PointBatch.Builder points = PointBatch.builder(POTS * HOURS * quantities.length);
    for (int p = 0; p < POTS; p++) {
      for (int hour = 0; hour < HOURS; hour++) {
        Hour now = course.at(p, hour);
        double wobble = hour / 24 % 2 == 0 ? 0.01 : -0.01; // each day a new sample
        double[] values = {
          now.temperature() + wobble, 10 + wobble, now.dose(), 296, 12, 0,
        };
        long time = Micros.of(start.plus(Duration.ofHours(hour)));
        for (int q = 0; q < values.length; q++) {
          int tag = tags.get(p * values.length + q).id().value();
          points.add(tag, time, values[q], Quality.GOOD);
        }
      }
    }
    server.part(Ingest.class).past(points.build());
  }

  private static TagTraits held(TagTraits plain) {
    return new TagTraits(
        plain.quantity(),
        plain.label(),
        plain.group(),
        plain.unit(),
        null,
        null,
        null,
        null,
        true,
        List.of(),
        plain.retentionClass(),
        null,
        true);
  }

  private Advice followed(int pot, double to) {
    Instant decided = start.plus(Duration.ofHours(DECIDED));
    AdviceDocument document =
        new AdviceDocument(
            new Text("AlF₃ 剂量", "AlF₃ dose"),
            60,
            to,
            "kg/d",
            Text.same("hot"),
            new AdviceDocument.Expected(Text.same("T"), -2, -4, -1, "°C", 48),
            null,
            List.of(),
            Text.same(""),
            "low",
            List.of(),
            null,
            true);
    Advice proposal =
        Advice.propose(
            pots.get(pot).id().value(),
            FluorideAdvisor.KIND,
            3,
            decided.minusSeconds(3600),
            decided.plusSeconds(3600),
            document);
    return book.replay(proposal, decided, "virtual crew", "seen in the dose");
  }

  private JsonNode outcome(Advice advice) {
    return viewer.get("/api/advice/" + advice.id()).json();
  }

  @Test
  void whatCameOfADecisionIsMeasuredAgainstLikePotsAlsoWhenItFailed() {
    measure(
        (pot, hour) -> {
          boolean after = hour >= DECIDED;
          double noise = 0.4 * Math.sin(pot * 12.9898 + hour / 24);
          double common = hour >= DECIDED + 24 ? 1 : 0; // the whole line warms by a degree
          double own = after && hour >= DECIDED + 24 ? pot == 1 ? -3 : pot == 2 ? 3 : 0 : 0;
          boolean moved = after && pot >= 1 && pot <= 2;
          return new Hour(958 + noise + common + own, moved ? 75 : 60);
        });
    Advice helped = followed(1, 75);
    Advice failed = followed(2, 75);
    Advice ignored = followed(3, 75);
    assertThat(server.part(AdviceEvaluation.class).evaluateDue()).isGreaterThanOrEqualTo(3);

    JsonNode good = outcome(helped);
    assertThat(good.path("state").asString()).isEqualTo("EVALUATED");
    assertThat(good.path("replayed").asBoolean()).isTrue();
    assertThat(good.path("virtual").asBoolean()).isTrue();
    JsonNode measured = good.path("outcome");
    assertThat(measured.path("verdict").asString()).isEqualTo("HELPED");
    assertThat(measured.path("peersChange").asDouble()).isEqualTo(1, within(0.4));
    assertThat(measured.path("effect").asDouble()).isEqualTo(-3, within(0.9));
    assertThat(measured.path("high").asDouble()).isNegative();
    assertThat(measured.path("inExpectedBand").asBoolean()).isTrue();
    assertThat(measured.path("settingAfter").asDouble()).isEqualTo(75);
    assertThat(measured.path("reason").path("zh").asString()).contains("同类槽");

    assertThat(outcome(failed).at("/outcome/verdict").asString()).isEqualTo("OPPOSITE");
    assertThat(outcome(ignored).at("/outcome/verdict").asString()).isEqualTo("NOT_CARRIED_OUT");

    JsonNode score = viewer.get("/api/advice/scores").json().path(0);
    assertThat(score.path("evaluated").asInt()).isEqualTo(3);
    assertThat(score.path("helped").asInt()).isEqualTo(1);
    assertThat(score.path("opposite").asInt()).isEqualTo(1);
    assertThat(score.path("notCarriedOut").asInt()).isEqualTo(1);
    assertThat(score.path("effects").asInt()).isEqualTo(2);
    assertThat(score.path("meanEffect").asDouble()).isEqualTo(0, within(0.9));

    JsonNode result =
        viewer.get("/api/potline/pots/" + pots.get(1).id().value()).json().at("/results/0");
    assertThat(result.path("adviceId").asLong()).isEqualTo(helped.id());
    assertThat(result.path("measured").asDouble()).isEqualTo(-3, within(0.9));
    assertThat(result.path("inside").asBoolean()).isTrue();
    assertThat(server.part(AdviceEvaluation.class).evaluateDue()).as("once").isZero();
  }

  @Test
  void withoutMeasurementsThatIsTheOutcome() {
    Advice blind = followed(4, 75);
    assertThat(server.part(AdviceEvaluation.class).evaluateDue()).isPositive();
    assertThat(outcome(blind).at("/outcome/verdict").asString()).isEqualTo("NOT_MEASURABLE");
    assertThat(outcome(blind).at("/outcome/effect").isNumber()).isFalse();
  }

  @Test
  void thePastTellsWhichAdviceACrewHasFollowed() {
    int moved = DECIDED + 5;
    measure(
        (pot, hour) -> {
          boolean hot = pot == 7 || pot == 8;
          return new Hour(hot ? 966 : 955, pot == 7 && hour >= moved ? 78 : 60);
        });
    Instant at = start.plus(Duration.ofHours(DECIDED));
    int followed = server.part(PotlineAdvisor.class).replay(at);
    assertThat(followed).as("pot 8 was as hot but nobody moved its dose").isEqualTo(1);
    Advice kept = book.list(null, pots.get(7).id().value(), 0, 10).getFirst();
    assertThat(kept.createdAt()).isEqualTo(at);
    assertThat(kept.decidedAt()).isEqualTo(start.plus(Duration.ofHours(moved)));
    assertThat(kept.decidedBy()).startsWith("virtual crew");
    assertThat(kept.document().expected().change()).isNegative();
    assertThat(kept.document().inputs()).as("said with what was known then").isNotEmpty();
    assertThat(kept.document().reason().en())
        .as("the mean the rule acts on, and the last sample that the page shows")
        .contains("°C above target (last 966 °C;");
  }

  @Test
  void aFigureTakenByHandIsAsOldAsItsSample() {
    measure((pot, hour) -> new Hour(955, 60));
    JsonNode figures =
        viewer.get("/api/potline/pots/" + pots.get(1).id().value()).json().path("state");
    JsonNode temperature =
        figures
            .valueStream()
            .filter(figure -> figure.path("quantity").asString().equals("TB"))
            .findFirst()
            .orElseThrow();
    // sent every hour, changed once a day
    Instant lastRound = start.plus(Duration.ofHours((HOURS - 1) / 24 * 24));
    assertThat(Instant.ofEpochMilli(temperature.path("heldSince").asLong()))
        .isCloseTo(lastRound, within(1, ChronoUnit.HOURS));
  }
}
