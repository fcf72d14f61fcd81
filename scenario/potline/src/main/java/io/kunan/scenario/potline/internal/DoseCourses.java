package io.kunan.scenario.potline.internal;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Tag;
import io.kunan.scenario.potline.PotQuantity;
import io.kunan.scenario.potline.core.DoseCourse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads from history what all pots of a line did about an instant. */
@Component
class DoseCourses {
  /** Bath temperature is a sample a day: a day about the end of the horizon holds one. */
  static final Duration SETTLING = Duration.ofHours(12);

  private static final long DAY = Micros.PER_DAY;

  private final History history;
  private final Potrooms potrooms;

  DoseCourses(History history, Potrooms potrooms) {
    this.history = history;
    this.potrooms = potrooms;
  }

  /**
   * The pots that have the tags it takes.
   *
   * @param decided microseconds UTC
   * @param horizon microseconds
   */
  List<DoseCourse> of(Asset line, long decided, long horizon) {
    List<Asset> pots =
        potrooms.pots(line.id()).stream()
            .filter(pot -> potrooms.tag(pot.id(), PotQuantity.TEMPERATURE).isPresent())
            .filter(pot -> potrooms.tag(pot.id(), PotQuantity.EXCESS).isPresent())
            .filter(pot -> potrooms.tag(pot.id(), PotQuantity.DOSE).isPresent())
            .toList();
    long end = decided + horizon + Micros.of(SETTLING);
    TimeRange before = new TimeRange(decided - DAY, decided);
    TimeRange after = new TimeRange(end - DAY, end);
    TimeRange kept = new TimeRange(decided, decided + horizon);
    Map<Integer, Double> hot = means(pots, PotQuantity.TEMPERATURE, before);
    Map<Integer, Double> hotAfter = means(pots, PotQuantity.TEMPERATURE, after);
    Map<Integer, Double> rich = means(pots, PotQuantity.EXCESS, before);
    Map<Integer, Double> dose = figures(pots, PotQuantity.DOSE, before, Statistic.LAST);
    Map<Integer, Double> doseAfter = means(pots, PotQuantity.DOSE, kept);
    List<DoseCourse> courses = new ArrayList<>();
    for (Asset pot : pots) {
      int id = pot.id().value();
      courses.add(
          new DoseCourse(
              id,
              known(hot, id),
              known(hotAfter, id),
              known(rich, id),
              known(dose, id),
              known(doseAfter, id)));
    }
    return courses;
  }

  private static double known(Map<Integer, Double> figures, int pot) {
    return figures.getOrDefault(pot, Double.NaN);
  }

  private Map<Integer, Double> means(List<Asset> pots, PotQuantity quantity, TimeRange range) {
    return figures(pots, quantity, range, Statistic.TIME_WEIGHTED);
  }

  private Map<Integer, Double> figures(
      List<Asset> pots, PotQuantity quantity, TimeRange range, Statistic statistic) {
    Map<TagId, Integer> potOf = new HashMap<>();
    for (Asset pot : pots) {
      Optional<Tag> tag = potrooms.tag(pot.id(), quantity);
      tag.ifPresent(one -> potOf.put(one.id(), pot.id().value()));
    }
    Buckets whole = Buckets.every(Duration.ofNanos(1_000 * (range.to() - range.from())), range);
    Map<Integer, Double> figures = new HashMap<>();
    for (BucketSeries series : history.statistics(List.copyOf(potOf.keySet()), whole)) {
      Integer pot = potOf.get(series.tag());
      if (pot != null) {
        figures.put(pot, series.value(statistic, 0));
      }
    }
    return figures;
  }
}
