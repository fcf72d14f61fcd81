package io.kunan.engine.learn.internal.features;

import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.internal.features.Feature.Kind;
import io.kunan.kernel.Micros;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Proposes the features of a task; which of them a model keeps is decided on training rows. */
public final class FeatureCatalogue {
  private static final int[] LAGS = {1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48};
  private static final int[] SHIFTS = {-4, -2, -1, 1, 2, 4};
  private static final int MANY_SIGNALS = 16;

  private final List<Signal> signals;
  private final ForecastTask task;
  private final int day;
  private final boolean weekly;
  private final double level;
  private final Set<Feature> features = new LinkedHashSet<>();

  private FeatureCatalogue(
      List<Signal> signals, ForecastTask task, int day, boolean weekly, double level) {
    this.signals = signals;
    this.task = task;
    this.day = day;
    this.weekly = weekly;
    this.level = level;
  }

  /**
   * The features worth a try.
   *
   * @param rows training rows, the first of each frame
   */
  public static List<Feature> of(List<Signal> signals, ForecastTask task, Panel panel, int rows) {
    Frame frame = panel.first();
    int day = rowsPerDay(frame);
    boolean weekly = spansDays(frame, rows) >= 21 && day >= 1;
    double level = idleLevel(panel, rows);
    var catalogue =
        new FeatureCatalogue(
            signals, task, spansDays(frame, rows) >= 3 && day >= 2 ? day : 0, weekly, level);
    catalogue.propose();
    return List.copyOf(catalogue.features);
  }

  /** Rows of a day, 0 when rows are further apart than a day. */
  public static int rowsPerDay(Frame frame) {
    return Math.clamp(Math.round((double) Micros.PER_DAY / frame.step()), 0, 100_000);
  }

  /**
   * The level above which the target counts as running: a tenth of the way from its usual low (5 %
   * of the rows lie below) to its usual high (5 % lie above).
   */
  public static double idleLevel(Panel panel, int rows) {
    double[] sorted =
        panel.frames().stream()
            .flatMapToDouble(
                frame -> IntStream.range(0, rows).mapToDouble(row -> frame.value(0, row)))
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return 0;
    }
    double low = sorted[(int) (0.05 * (sorted.length - 1))];
    double high = sorted[(int) (0.95 * (sorted.length - 1))];
    return low + 0.1 * (high - low);
  }

  private void propose() {
    add(Kind.LAST, 0, 0, 0);
    proposeTarget();
    if (day > 0) {
      proposeDays(0);
    }
    if (weekly) {
      proposeWeeks(0);
    }
    for (int signal = 1; signal < signals.size(); signal++) {
      proposeOther(signal);
    }
    if (task.group() != null) {
      for (int rows : windows(day, recent())) {
        add(Kind.OFFSET, 0, rows, signals.size() - 1);
      }
    }
    proposeCalendar();
  }

  /** Rows whose mean says where the target usually lies now: a week, where its rows are known. */
  private int recent() {
    return day > 0 && (weekly || task.group() != null) ? 7 * day : 48;
  }

  private void proposeTarget() {
    for (int lag : LAGS) {
      add(Kind.VALUE, 0, lag, 0);
    }
    add(Kind.CHANGE, 0, 1, 0);
    for (int rows : windows(4, 8, 16, 32, 48, day, 2 * day, recent())) {
      add(Kind.MEAN, 0, rows, 0);
    }
    for (int rows : windows(4, 8, 16, day, weekly ? 7 * day : 0)) {
      add(Kind.DEVIATION, 0, rows, 0);
      add(Kind.LOWEST, 0, rows, 0);
      add(Kind.HIGHEST, 0, rows, 0);
    }
    features.add(new Feature(Kind.RUN, 0, 0, 0, level));
    features.add(new Feature(Kind.RUN_BEFORE, 0, 0, 0, level));
    for (int rows : windows(day > 0 ? day : 48)) {
      features.add(new Feature(Kind.SHARE_ABOVE, 0, rows, 0, level));
    }
  }

  private void proposeDays(int signal) {
    for (int days = 1; days <= 7; days++) {
      add(Kind.DAYS_BEFORE, signal, days, 0);
    }
    for (int shift : SHIFTS) {
      add(Kind.DAYS_BEFORE, signal, 1, shift);
    }
    add(Kind.MEDIAN_OF_DAYS, signal, 7, 0);
    add(Kind.MEAN_OF_DAYS, signal, 7, 0);
    add(Kind.AROUND_DAYS_BEFORE, signal, 1, 4);
    for (int rows : windows(1, 4, 16, day)) {
      add(Kind.AGAINST_DAYS_BEFORE, signal, rows, 1);
    }
  }

  private void proposeWeeks(int signal) {
    for (int weeks = 1; weeks <= 4; weeks++) {
      add(Kind.WEEKS_BEFORE, signal, weeks, 0);
    }
    for (int shift : SHIFTS) {
      add(Kind.WEEKS_BEFORE, signal, 1, shift);
    }
    add(Kind.MEDIAN_OF_WEEKS, signal, 4, 0);
    add(Kind.MEAN_OF_WEEKS, signal, 4, 0);
    add(Kind.AROUND_WEEKS_BEFORE, signal, 1, 4);
    for (int rows : windows(1, 4, 16, day)) {
      add(Kind.AGAINST_DAYS_BEFORE, signal, rows, 7);
    }
  }

  private void proposeOther(int signal) {
    boolean few = signals.size() <= MANY_SIGNALS;
    boolean words = !signals.get(signal).word().isEmpty();
    if (task.knownAhead().contains(signals.get(signal).column())) {
      add(Kind.AHEAD, signal, 0, 0);
      add(Kind.AHEAD_MEAN, signal, 0, 0);
    }
    if (task.events().contains(signals.get(signal).column())) {
      add(Kind.RUN, signal, 0, 0);
      add(Kind.SHARE_ABOVE, signal, day > 0 ? day : 48, 0);
    }
    add(Kind.VALUE, signal, 0, 0);
    if (few && !words) {
      for (int lag = 1; lag <= 3; lag++) {
        add(Kind.VALUE, signal, lag, 0);
      }
      for (int rows : windows(4, 16, day)) {
        add(Kind.MEAN, signal, rows, 0);
      }
    }
    if (few && day > 0) {
      add(Kind.DAYS_BEFORE, signal, 1, 0);
    }
    if (few && weekly) {
      add(Kind.WEEKS_BEFORE, signal, 1, 0);
    }
  }

  private void proposeCalendar() {
    if (day > 1) {
      add(Kind.MINUTE_OF_DAY, 0, 0, 0);
      add(Kind.DAY_SINE, 0, 0, 0);
      add(Kind.DAY_COSINE, 0, 0, 0);
    }
    if (weekly) {
      add(Kind.DAY_OF_WEEK, 0, 0, 0);
      add(Kind.HOUR_OF_WEEK, 0, 0, 0);
    }
  }

  private void add(Kind kind, int signal, int a, int b) {
    features.add(Feature.of(kind, signal, a, b));
  }

  private static List<Integer> windows(int... rows) {
    List<Integer> wanted = new ArrayList<>();
    for (int window : rows) {
      if (window > 0 && !wanted.contains(window)) {
        wanted.add(window);
      }
    }
    return wanted;
  }

  private static double spansDays(Frame frame, int rows) {
    return (double) (frame.time(Math.max(0, rows - 1)) - frame.time(0)) / Micros.PER_DAY;
  }
}
