package io.kunan.engine.learn.internal.features;

import java.util.Locale;

/**
 * Says in a few words what a feature is. The same words on every machine: they are part of a saved
 * model.
 */
final class FeatureName {
  private FeatureName() {}

  static String of(Feature feature) {
    int a = feature.a();
    int b = feature.b();
    return switch (feature.kind()) {
      case LAST -> "last value";
      case VALUE -> a == 0 ? "latest" : count(a, "row") + " earlier";
      case CHANGE -> "change over " + count(a, "row");
      case MEAN -> "mean of " + count(a, "row");
      case DEVIATION -> "spread of " + count(a, "row");
      case LOWEST -> "lowest of " + count(a, "row");
      case HIGHEST -> "highest of " + count(a, "row");
      case DAYS_BEFORE -> count(a, "day") + " before" + shift(b);
      case WEEKS_BEFORE -> count(a, "week") + " before" + shift(b);
      case MEDIAN_OF_DAYS -> "median of " + a + " days, same time";
      case MEAN_OF_DAYS -> "mean of " + a + " days, same time";
      case MEDIAN_OF_WEEKS -> "median of " + a + " weeks, same time";
      case MEAN_OF_WEEKS -> "mean of " + a + " weeks, same time";
      case AROUND_DAYS_BEFORE -> "around " + count(a, "day") + " before";
      case AROUND_WEEKS_BEFORE -> "around " + count(a, "week") + " before";
      case AGAINST_DAYS_BEFORE ->
          String.format(Locale.ROOT, "mean of %d rows against %d days before", a, b);
      case RUN -> String.format(Locale.ROOT, "rows since it crossed %.4g", feature.level());
      case RUN_BEFORE -> String.format(Locale.ROOT, "run before it crossed %.4g", feature.level());
      case SHARE_ABOVE ->
          String.format(Locale.ROOT, "share of %d rows above %.4g", a, feature.level());
      case AHEAD -> "known ahead";
      case AHEAD_MEAN -> "known ahead, mean to the target";
      case OFFSET -> "against all, mean of " + count(a, "row");
      case MINUTE_OF_DAY -> "minute of day";
      case DAY_OF_WEEK -> "day of week";
      case DAY_SINE -> "time of day (sine)";
      case DAY_COSINE -> "time of day (cosine)";
      case HOUR_OF_WEEK -> "hour of week";
    };
  }

  private static String count(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static String shift(int rows) {
    return rows == 0 ? "" : String.format(Locale.ROOT, " %+d rows", rows);
  }
}
