package io.kunan.platform.models.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.Models;
import io.kunan.platform.models.internal.LiveCourse;
import io.kunan.platform.models.internal.LiveScoring;
import io.kunan.platform.models.web.ModelViews.EnvelopeView;
import io.kunan.platform.models.web.ModelViews.LivePredictionsView;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a model says now, what it said, and what came of it. */
@RestController
@RequestMapping("/api/models")
@Requires(Role.VIEWER)
class LivePredictionsEndpoint {
  /** A forecast is told with its distance from the training rows; beyond this it is unlike them. */
  private static final double ENVELOPE_LIMIT = 1;

  private static final Duration USUAL_PAST = Duration.ofDays(7);
  private static final long MOST_ROWS = 20_000;

  private final Models models;
  private final LiveScoring scoring;
  private final LiveCourse course;
  private final Assets assets;
  private final SiteAccess sites;
  private final Clock clock;

  LivePredictionsEndpoint(
      Models models,
      LiveScoring scoring,
      LiveCourse course,
      Assets assets,
      SiteAccess sites,
      Clock clock) {
    this.models = models;
    this.scoring = scoring;
    this.course = course;
    this.assets = assets;
    this.sites = sites;
    this.clock = clock;
  }

  /**
   * Scores what is due and answers.
   *
   * @param assetId an asset the model forecasts for; the first when it is one above, or not told
   * @param from first time a value holds for; a week ago unless told
   * @param to end; now and the horizon unless told
   */
  @GetMapping("/{id}/live")
  LivePredictionsView live(
      @PathVariable int id,
      @RequestParam(required = false) @Nullable Integer assetId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Caller caller) {
    Model model =
        models
            .find(id)
            .filter(found -> sites.covers(caller, found.definition().asset()))
            .filter(found -> isAbout(found, assetId))
            .orElseThrow(() -> Refusal.notFound("Model " + id));
    Instant now = clock.instant();
    Duration every = model.definition().every();
    Instant end = to == null ? now.plus(model.definition().horizon()).plus(every) : to;
    Instant start = from == null ? now.minus(USUAL_PAST) : from;
    check(start, end, every);
    scoring.score(model);
    return view(course.of(model, subject(model, assetId), start, end));
  }

  private boolean isAbout(Model model, @Nullable Integer assetId) {
    return assetId == null
        || (assetId > 0
            && (model.definition().subjects().contains(new AssetId(assetId))
                || assets.tree().isWithin(model.definition().asset(), new AssetId(assetId))));
  }

  private static AssetId subject(Model model, @Nullable Integer assetId) {
    List<AssetId> subjects = model.definition().subjects();
    return subjects.stream()
        .filter(subject -> assetId != null && subject.value() == assetId)
        .findFirst()
        .orElse(subjects.getFirst());
  }

  private static void check(Instant from, Instant to, Duration every) {
    if (!from.isBefore(to) || Duration.between(from, to).dividedBy(every) > MOST_ROWS) {
      throw new InputException(
          "from",
          "%s to %s is no span of at most %,d rows".formatted(from, to, MOST_ROWS),
          "give a later end, or a shorter span");
    }
  }

  private static LivePredictionsView view(LiveCourse.Course course) {
    var latest = course.latest();
    return new LivePredictionsView(
        course.t(),
        course.predicted(),
        course.low(),
        course.high(),
        course.actual(),
        latest == null ? List.of() : latest.explanation(),
        latest == null
            ? null
            : new EnvelopeView(latest.inside(), latest.distance(), ENVELOPE_LIMIT),
        latest == null ? null : latest.version());
  }
}
