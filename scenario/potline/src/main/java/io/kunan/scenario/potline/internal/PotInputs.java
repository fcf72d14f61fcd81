package io.kunan.scenario.potline.internal;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Tag;
import io.kunan.scenario.potline.PotQuantity;
import io.kunan.scenario.potline.core.FluorideAdvice;
import io.kunan.scenario.potline.core.FluorideInputs;
import io.kunan.scenario.potline.core.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gathers from history what the dose of a pot is decided on. Laboratory values are held between two
 * samples, so a sample is where the held value changes, exact to the hour.
 */
@Component
public class PotInputs {
  private static final int DAYS = 7;

  private final History history;
  private final Potrooms potrooms;

  PotInputs(History history, Potrooms potrooms) {
    this.history = history;
    this.potrooms = potrooms;
  }

  /**
   * The inputs of a pot at an instant, as they were known then; empty when it lacks one of the tags
   * the rule needs.
   */
  public Optional<FluorideInputs> of(AssetId pot, long now) {
    Optional<Tag> temperature = potrooms.tag(pot, PotQuantity.TEMPERATURE);
    Optional<Tag> excess = potrooms.tag(pot, PotQuantity.EXCESS);
    Optional<Tag> dose = potrooms.tag(pot, PotQuantity.DOSE);
    Optional<Tag> feed = potrooms.tag(pot, PotQuantity.FEED);
    if (temperature.isEmpty() || excess.isEmpty() || dose.isEmpty() || feed.isEmpty()) {
      return Optional.empty();
    }
    double feedPerDay = 24 * figure(feed.get(), now, 24, Statistic.TIME_WEIGHTED);
    if (Double.isNaN(feedPerDay)) {
      return Optional.empty();
    }
    return Optional.of(
        new FluorideInputs(
            now,
            samples(temperature.get(), now),
            samples(excess.get(), now),
            doses(dose.get(), now),
            feedPerDay,
            noise(pot, now),
            hoursSinceAnodeEffect(pot, now)));
  }

  /**
   * When the dose of a pot was moved as advised, at least half the way; empty when it was not.
   *
   * @param within how long after the advice it may have been
   */
  Optional<Instant> followed(
      AssetId pot, Instant advised, Duration within, FluorideAdvice.Change change) {
    Optional<Tag> dose = potrooms.tag(pot, PotQuantity.DOSE);
    if (dose.isEmpty()) {
      return Optional.empty();
    }
    long end = Micros.of(advised) + Micros.of(within);
    BucketSeries hours =
        buckets(dose.get(), end, Math.toIntExact(within.toHours()), Duration.ofHours(1));
    for (int i = 0; i < hours.size(); i++) {
      double moved = hours.value(Statistic.LAST, i) - change.from();
      if (moved / (change.to() - change.from()) >= 0.5) {
        return Optional.of(Micros.toInstant(hours.start(i)));
      }
    }
    return Optional.empty();
  }

  private List<Sample> samples(Tag tag, long now) {
    BucketSeries hours = buckets(tag, now, DAYS * 24, Duration.ofHours(1));
    List<Sample> samples = new ArrayList<>();
    double held = Double.NaN;
    for (int i = 0; i < hours.size(); i++) {
      double value = hours.value(Statistic.LAST, i);
      if (!Double.isNaN(value) && value != held) {
        // the change lies inside the hour; its end is when it had surely arrived
        long arrived = Math.min(now, hours.start(i) + Micros.PER_HOUR);
        samples.add(new Sample(hours.start(i), arrived, value, Quality.GOOD));
        held = value;
      }
    }
    // what stood there at the beginning may be old: it is no sample of that hour
    return samples.isEmpty() ? samples : samples.subList(1, samples.size());
  }

  private List<Double> doses(Tag tag, long now) {
    BucketSeries days = buckets(tag, now, 4 * 24, Duration.ofDays(1));
    List<Double> doses = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      double dose = days.value(Statistic.LAST, i);
      if (!Double.isNaN(dose)) {
        doses.add(dose);
      }
    }
    return doses;
  }

  /** Mean of the last hour; infinite when it was not measured. */
  private double noise(AssetId pot, long now) {
    double noise =
        potrooms
            .tag(pot, PotQuantity.NOISE)
            .map(tag -> figure(tag, now, 1, Statistic.TIME_WEIGHTED))
            .orElse(Double.NaN);
    return Double.isNaN(noise) ? Double.POSITIVE_INFINITY : noise;
  }

  private double hoursSinceAnodeEffect(AssetId pot, long now) {
    Optional<Tag> flag = potrooms.tag(pot, PotQuantity.ANODE_EFFECT);
    if (flag.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    BucketSeries hours = buckets(flag.get(), now, 24, Duration.ofHours(1));
    for (int i = hours.size() - 1; i >= 0; i--) {
      if (hours.value(Statistic.MAX, i) > 0.5) {
        return (double) (now - hours.start(i)) / Micros.PER_HOUR;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private double figure(Tag tag, long now, int hours, Statistic statistic) {
    return buckets(tag, now, hours, Duration.ofHours(hours)).value(statistic, 0);
  }

  private BucketSeries buckets(Tag tag, long now, int hours, Duration length) {
    long end = Math.ceilDiv(now, Micros.PER_MINUTE) * Micros.PER_MINUTE;
    TimeRange range = new TimeRange(end - hours * Micros.PER_HOUR, end);
    return history.statistics(new TagId(tag.id().value()), Buckets.every(length, range));
  }
}
