package io.kunan.platform.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.Events;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.jobs.JobState;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PooledModelsTest {
  private static final int HOURS = 14 * 24;

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Models models = server.part(Models.class);
  private final TestClient viewer = server.as(Role.VIEWER);

  /** Two pots of different level; the feed of an hour is felt two hours later. */
  private List<ModelMember> history() {
    List<ModelMember> members = new ArrayList<>();
    Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Random noise = new Random(5);
    for (AssetId pot : List.of(plant.pot1(), plant.pot2())) {
      boolean first = pot.equals(plant.pot1());
      String place = first ? "P001" : "P002";
      Tag celsius = plant.tag(pot, place, TagTraits.of("celsius", Text.same("celsius"), "°C"));
      Tag feed = plant.tag(pot, place, TagTraits.of("feed", Text.same("feed"), "kg/h"));
      double[] fed = noise.doubles(HOURS + 2).map(u -> 300 + 40 * (u - 0.5)).toArray();
      PointBatch.Builder points = PointBatch.builder(2 * HOURS);
      for (int hour = 0; hour < HOURS; hour++) {
        long at = Micros.of(end.minus(Duration.ofHours(HOURS - hour)));
        double level = first ? 950 : 960;
        double value = level + 0.2 * (fed[hour] - 300) + noise.nextGaussian();
        points.add(celsius.id().value(), at, value, Quality.GOOD);
        points.add(feed.id().value(), at, fed[hour + 2], Quality.GOOD);
      }
      server.part(Ingest.class).past(points.build());
      event(pot, end.minus(Duration.ofHours(HOURS - 3)));
      members.add(new ModelMember(pot, List.of(celsius.id(), feed.id())));
    }
    return members;
  }

  private void event(AssetId pot, Instant at) {
    server
        .part(Events.class)
        .put(
            new Event(
                0, pot.value(), "TAP", plant.code() + pot, at, at, null, "出铝", "Tap", Map.of()));
  }

  private ModelDefinition definition(List<ModelMember> members) {
    List<TagId> tags = members.getFirst().tags();
    return new ModelDefinition(
        plant.code() + ".pooled",
        new Text("槽温", "Bath temperature"),
        plant.line(),
        tags.getFirst(),
        tags.subList(1, tags.size()),
        members,
        List.of("TAP"),
        Duration.ofHours(1),
        2,
        Duration.ofHours(HOURS),
        ZoneOffset.UTC,
        1);
  }

  @Test
  void oneModelIsLearnedForTwoPotsAndServesEachOfThem() {
    List<ModelMember> members = history();
    Model model = models.ensure(definition(members));
    assertThat(models.find(model.id()).orElseThrow()).as("read back").isEqualTo(model);
    long job = models.train(model.definition().code()).id();
    Jobs jobs = server.part(Jobs.class);
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> jobs.find(job).orElseThrow().state().isOver());
    assertThat(jobs.find(job).orElseThrow())
        .satisfies(over -> assertThat(over.state()).as(over.message()).isEqualTo(JobState.DONE));

    ModelVersion version = models.versions(model.id()).getFirst();
    assertThat(version.alias()).isEqualTo(ModelAlias.CHAMPION);
    assertThat(version.record().members()).isEqualTo(members);
    assertThat(version.record().trainedOn().rows()).isEqualTo(2 * HOURS);
    assertThat(version.record().curve().t()).isSorted().doesNotHaveDuplicates();
    assertThat(version.record().importance()).anyMatch(one -> one.feature().startsWith("feed"));

    String path = "/api/models/" + model.id();
    double first = forecast(path + "/live?assetId=" + plant.pot1().value());
    double second = forecast(path + "/live?assetId=" + plant.pot2().value());
    assertThat(first).isBetween(940.0, 956.0);
    assertThat(second).isBetween(954.0, 970.0);
    assertThat(forecast(path + "/live?assetId=" + plant.line().value())).isEqualTo(first);
    assertThat(viewer.get(path + "/live?assetId=999999").status()).isEqualTo(404);
    assertThat(viewer.get(path + "/drift").json().path("rows").asInt()).isGreaterThan(100);
  }

  private double forecast(String path) {
    JsonNode live = viewer.get(path).json();
    List<Double> made =
        live.path("predicted")
            .valueStream()
            .filter(n -> !n.isNull())
            .map(JsonNode::asDouble)
            .toList();
    assertThat(made).hasSize(2);
    return made.getLast();
  }

  @Test
  void membersWithoutAllTagsOrTwiceAreRefused() {
    List<ModelMember> members = history();
    ModelMember short2 = new ModelMember(plant.pot2(), members.get(1).tags().subList(0, 1));
    assertThatThrownBy(() -> definition(List.of(members.getFirst(), short2)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2 tags");
    assertThatThrownBy(() -> definition(List.of(members.getFirst(), members.getFirst())))
        .isInstanceOf(InputException.class);
  }
}
