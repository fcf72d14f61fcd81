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
import io.kunan.scenario.potline.PotQuantity;
import io.kunan.scenario.potline.core.FluorideAdvice;
import io.kunan.scenario.potline.core.FluorideInputs;
import io.kunan.scenario.potline.core.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers from history what the doses of pots are decided on. Laboratory values are held between
 * two samples, so a sample is where the held value changes, exact to the hour.
 */
@Component
public class PotInputs {
  private static final int DAYS = 7;
  private static final int DOSE_DAYS = 4;
  private static final List<PotQuantity> BY_SAMPLE =
      List.of(PotQuantity.TEMPERATURE, PotQuantity.EXCESS, PotQuantity.DOSE);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<PotQuantity> NEEDED =
      List.of(PotQuantity.TEMPERATURE, PotQuantity.EXCESS, PotQuantity.DOSE, PotQuantity.FEED);

  private final History history;
  private final Potrooms potrooms;

  PotInputs(History history, Potrooms potrooms) {
    this.history = history;
    this.potrooms = potrooms;
  }

  /**
   * The inputs of pots at an instant, as they were known then, in the order asked; a pot that lacks
   * one of the tags the rule needs, or was not fed, is left out.
   */
  public Map<AssetId, FluorideInputs> of(List<AssetId> pots, long now) {
    List<AssetId> complete =
        pots.stream()
            .filter(pot -> NEEDED.stream().allMatch(one -> potrooms.tag(pot, one).isPresent()))
            .toList();
    Series week = buckets(complete, BY_SAMPLE, now, DAYS * 24, HOUR);
    Series day = buckets(complete, List.of(PotQuantity.FEED), now, 24, Duration.ofDays(1));
    Series hour = buckets(complete, List.of(PotQuantity.NOISE), now, 1, HOUR);
    Series hours = buckets(complete, List.of(PotQuantity.ANODE_EFFECT), now, 24, HOUR);
    Map<AssetId, FluorideInputs> inputs = new LinkedHashMap<>();
    for (AssetId pot : complete) {
      double feedPerDay = 24 * only(day.of(pot, PotQuantity.FEED));
      if (!Double.isNaN(feedPerDay)) {
        double noise = only(hour.of(pot, PotQuantity.NOISE));
        inputs.put(
            pot,
            new FluorideInputs(
                now,
                samples(week.of(pot, PotQuantity.TEMPERATURE), now),
                samples(week.of(pot, PotQuantity.EXCESS), now),
                doses(week.of(pot, PotQuantity.DOSE)),
                feedPerDay,
                Double.isNaN(noise) ? Double.POSITIVE_INFINITY : noise,
                hoursSinceAnodeEffect(hours.of(pot, PotQuantity.ANODE_EFFECT), now)));
      }
    }
    return inputs;
  }

  /**
   * When the doses of pots were moved as advised, at least half the way; a pot whose dose was not
   * is left out.
   *
   * @param within how long after the advice it may have been
   */
  Map<AssetId, Instant> followed(
      Map<AssetId, FluorideAdvice.Change> changes, Instant advised, Duration within) {
    long end = Micros.of(advised) + Micros.of(within);
    int length = Math.toIntExact(within.toHours());
    Series doses =
        buckets(List.copyOf(changes.keySet()), List.of(PotQuantity.DOSE), end, length, HOUR);
    Map<AssetId, Instant> followed = new HashMap<>();
    changes.forEach(
        (pot, change) ->
            moved(doses.of(pot, PotQuantity.DOSE), change)
                .ifPresent(instant -> followed.put(pot, instant)));
    return followed;
  }

  /**
   * Since when a pot's figures taken by hand have been what they are, exact to the hour: the plant
   * sends a held figure every second, which tells nothing of its age. One that stood all week is
   * given since the beginning of the week.
   */
  public Map<PotQuantity, Instant> heldSince(AssetId pot, long now) {
    List<PotQuantity> byHand =
        Arrays.stream(PotQuantity.values()).filter(PotQuantity::isTakenByHand).toList();
    Series week = buckets(List.of(pot), byHand, now, DAYS * 24, HOUR);
    Map<PotQuantity, Instant> since = new EnumMap<>(PotQuantity.class);
    for (PotQuantity quantity : byHand) {
      lastChange(week.of(pot, quantity)).ifPresent(instant -> since.put(quantity, instant));
    }
    return since;
  }

  private static Optional<Instant> lastChange(@Nullable BucketSeries hours) {
    double held = Double.NaN;
    long since = 0;
    for (int i = 0; hours != null && i < hours.size(); i++) {
      double value = hours.value(Statistic.LAST, i);
      if (!Double.isNaN(value) && value != held) {
        since = hours.start(i);
        held = value;
      }
    }
    return Double.isNaN(held) ? Optional.empty() : Optional.of(Micros.toInstant(since));
  }

  private static Optional<Instant> moved(
      @Nullable BucketSeries hours, FluorideAdvice.Change change) {
    for (int i = 0; hours != null && i < hours.size(); i++) {
      double moved = hours.value(Statistic.LAST, i) - change.from();
      if (moved / (change.to() - change.from()) >= 0.5) {
        return Optional.of(Micros.toInstant(hours.start(i)));
      }
    }
    return Optional.empty();
  }

  private static List<Sample> samples(@Nullable BucketSeries hours, long now) {
    List<Sample> samples = new ArrayList<>();
    double held = Double.NaN;
    for (int i = 0; hours != null && i < hours.size(); i++) {
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

  /** The dose at the end of each of the last days. */
  private static List<Double> doses(@Nullable BucketSeries hours) {
    List<Double> doses = new ArrayList<>();
    int size = hours == null ? 0 : hours.size();
    for (int day = DOSE_DAYS; hours != null && day > 0; day--) {
      double last = Double.NaN;
      for (int i = Math.max(0, size - 24 * day); i < size - 24 * (day - 1); i++) {
        double dose = hours.value(Statistic.LAST, i);
        last = Double.isNaN(dose) ? last : dose;
      }
      if (!Double.isNaN(last)) {
        doses.add(last);
      }
    }
    return doses;
  }

  private static double hoursSinceAnodeEffect(@Nullable BucketSeries hours, long now) {
    for (int i = hours == null ? -1 : hours.size() - 1; hours != null && i >= 0; i--) {
      if (hours.value(Statistic.MAX, i) > 0.5) {
        return (double) (now - hours.start(i)) / Micros.PER_HOUR;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double only(@Nullable BucketSeries whole) {
    return whole == null ? Double.NaN : whole.value(Statistic.TIME_WEIGHTED, 0);
  }

  /** Of all pots at once: a question to history costs more than a tag of it. */
  private Series buckets(
      List<AssetId> pots, List<PotQuantity> quantities, long now, int hours, Duration length) {
    long end = Math.ceilDiv(now, Micros.PER_MINUTE) * Micros.PER_MINUTE;
    TimeRange range = new TimeRange(end - hours * Micros.PER_HOUR, end);
    Map<TagId, PotTag> places = new LinkedHashMap<>();
    for (AssetId pot : pots) {
      for (PotQuantity quantity : quantities) {
        potrooms
            .tag(pot, quantity)
            .ifPresent(tag -> places.put(tag.id(), new PotTag(pot, quantity)));
      }
    }
    Map<PotTag, BucketSeries> series = new HashMap<>();
    for (BucketSeries one :
        history.statistics(List.copyOf(places.keySet()), Buckets.every(length, range))) {
      PotTag place = places.get(one.tag());
      if (place != null) {
        series.put(place, one);
      }
    }
    return new Series(series);
  }

  private record PotTag(AssetId pot, PotQuantity quantity) {}

  private record Series(Map<PotTag, BucketSeries> of) {
    @Nullable BucketSeries of(AssetId pot, PotQuantity quantity) {
      return of.get(new PotTag(pot, quantity));
    }
  }
}
