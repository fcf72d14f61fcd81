package io.kunan.engine.learn;

import io.kunan.kernel.InputException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be forecast and what may be looked at for it.
 *
 * <p>At prediction time only what had arrived is used. Of the target's own time only the calendar
 * and the columns named known-ahead are used, such as a fixed production plan.
 *
 * @param target column to forecast; numbers
 * @param horizon rows ahead, 1 or more
 * @param group column of words that says to which of several like assets a row belongs: one model
 *     is learned for all, each looks at its own past and at the mean of all; null for one asset
 * @param zone whose clock and weekdays the plant lives by
 * @param exclude columns never looked at
 * @param knownAhead columns whose value at the target's time is known when the forecast is made
 * @param events columns that mark events: any number but zero, any word
 * @param arrivalDelays how long after its time a column's value arrives, such as a laboratory's;
 *     columns not named arrive at once
 * @param monotone +1 where the forecast may only rise with a column, −1 where only fall
 * @param seed same seed, same data, same version: same bits
 */
public record ForecastTask(
    String target,
    int horizon,
    @Nullable String group,
    ZoneId zone,
    Set<String> exclude,
    Set<String> knownAhead,
    Set<String> events,
    Map<String, Duration> arrivalDelays,
    Map<String, Integer> monotone,
    long seed) {
  public ForecastTask {
    if (horizon < 1) {
      throw new InputException("horizon", "it is " + horizon, "ask for 1 row ahead or more");
    }
    exclude = sorted(exclude);
    knownAhead = sorted(knownAhead);
    events = sorted(events);
    arrivalDelays = sorted(arrivalDelays);
    monotone = sorted(monotone);
    if (target.equals(group)) {
      throw new InputException("group", target + " is the target", "name another column");
    }
    if (exclude.contains(target)) {
      throw new InputException("target", target + " is also excluded", "exclude other columns");
    }
    if (knownAhead.contains(target)) {
      throw new InputException(
          "known ahead", target + " is the target", "name only columns that are known beforehand");
    }
    if (arrivalDelays.values().stream().anyMatch(Duration::isNegative)) {
      throw new InputException("arrival delay", "one is negative", "give 0 or more");
    }
    if (monotone.values().stream().anyMatch(sign -> sign != 1 && sign != -1)) {
      throw new InputException("monotone", "a sign is neither 1 nor -1", "give 1 or -1");
    }
  }

  /**
   * Forecasts a column some rows ahead in UTC; everything else is looked at and arrives at once.
   */
  public static ForecastTask of(String target, int horizon) {
    return new ForecastTask(
        target, horizon, null, ZoneOffset.UTC, Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), 1);
  }

  /** Learns one model for all assets of a pooled table. */
  public ForecastTask withGroup(String column) {
    return new ForecastTask(
        target, horizon, column, zone, exclude, knownAhead, events, arrivalDelays, monotone, seed);
  }

  public ForecastTask withZone(ZoneId newZone) {
    return new ForecastTask(
        target,
        horizon,
        group,
        newZone,
        exclude,
        knownAhead,
        events,
        arrivalDelays,
        monotone,
        seed);
  }

  public ForecastTask withExcluded(Set<String> columns) {
    return new ForecastTask(
        target, horizon, group, zone, columns, knownAhead, events, arrivalDelays, monotone, seed);
  }

  public ForecastTask withKnownAhead(Set<String> columns) {
    return new ForecastTask(
        target, horizon, group, zone, exclude, columns, events, arrivalDelays, monotone, seed);
  }

  public ForecastTask withEvents(Set<String> columns) {
    return new ForecastTask(
        target, horizon, group, zone, exclude, knownAhead, columns, arrivalDelays, monotone, seed);
  }

  public ForecastTask withArrivalDelay(String column, Duration delay) {
    Map<String, Duration> delays = new LinkedHashMap<>(arrivalDelays);
    delays.put(column, delay);
    return new ForecastTask(
        target, horizon, group, zone, exclude, knownAhead, events, delays, monotone, seed);
  }

  /**
   * Lets the forecast only rise (+1) or only fall (−1) with a column. Only trees with squared error
   * can promise that; the others are left out of such a task.
   */
  public ForecastTask withMonotone(String column, int sign) {
    Map<String, Integer> signs = new LinkedHashMap<>(monotone);
    signs.put(column, sign);
    return new ForecastTask(
        target, horizon, group, zone, exclude, knownAhead, events, arrivalDelays, signs, seed);
  }

  public ForecastTask withSeed(long newSeed) {
    return new ForecastTask(
        target,
        horizon,
        group,
        zone,
        exclude,
        knownAhead,
        events,
        arrivalDelays,
        monotone,
        newSeed);
  }

  private static SortedSet<String> sorted(Set<String> columns) {
    return java.util.Collections.unmodifiableSortedSet(new TreeSet<>(columns));
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return java.util.Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
