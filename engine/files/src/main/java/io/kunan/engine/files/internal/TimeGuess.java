package io.kunan.engine.files.internal;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the times of a column are written.
 *
 * @param format the way, null when it cannot be told
 * @param trouble why not, empty otherwise
 */
record TimeGuess(@Nullable String format, @Sentence String trouble) {
  /** One in five lines may be broken. */
  private static final double AGREEMENT = 0.8;

  private static final List<String> DATES =
      List.of(
          "yyyy/M/d",
          "yyyy.M.d",
          "yyyy-M-d",
          "d/M/yyyy",
          "M/d/yyyy",
          "d.M.yyyy",
          "d-M-yyyy",
          "M-d-yyyy",
          "yyyyMMdd",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "d MMM yyyy",
          "yyyy年M月d日");

  private static final List<String> CLOCKS =
      List.of("", " H:mm", " H:mm:ss", " H:mm:ss.S", " h:mm a", " h:mm:ss a");

  private static final List<String> PATTERNS =
      Stream.concat(
              Stream.of(
                  "iso", "yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyy年M月d日 H时m分s秒", "yyyy年M月d日 H时m分"),
              DATES.stream().flatMap(date -> CLOCKS.stream().map(clock -> date + clock)))
          .toList();

  private static final long YEAR_1990 = 631_152_000L;
  private static final long YEAR_2100 = 4_102_444_800L;

  /** A way that fits, with the steps it gives between rows. */
  private record Fit(String format, double unevenness, List<Long> times) {}

  /** Whether a cell is a time, digits alone excepted: those are numbers. */
  static boolean isTime(String cell) {
    if (cell.isEmpty() || cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    WallTime out = new WallTime();
    return PATTERNS.stream().anyMatch(pattern -> TimeFormats.reader(pattern).read(cell, out));
  }

  /** Looks at the cells of the first rows, empty ones left out. */
  static TimeGuess of(List<String> cells) {
    if (cells.isEmpty()) {
      return new TimeGuess(null, "the first rows hold no time");
    }
    List<Fit> fits = new ArrayList<>();
    for (String pattern : PATTERNS) {
      Fit fit = fit(pattern, cells);
      if (fit != null) {
        fits.add(fit);
      }
    }
    return fits.isEmpty() ? epoch(cells) : choose(cells, fits);
  }

  /** The most rows read, then the evenest steps; ways that differ in nothing else are told. */
  private static TimeGuess choose(List<String> cells, List<Fit> fits) {
    int most = fits.stream().mapToInt(fit -> fit.times.size()).max().orElseThrow();
    List<Fit> best =
        fits.stream()
            .filter(fit -> fit.times.size() == most)
            .sorted(Comparator.comparingDouble(Fit::unevenness))
            .toList();
    Fit first = best.getFirst();
    for (Fit other : best.subList(1, best.size())) {
      if (!other.times.equals(first.times) && other.unevenness < 2 * first.unevenness) {
        return new TimeGuess(
            null,
            "“%s” may be %s or %s, and the first rows do not tell which"
                .formatted(cells.getFirst(), first.format, other.format));
      }
    }
    return new TimeGuess(first.format, "");
  }

  private static @Nullable Fit fit(String pattern, List<String> cells) {
    TimeReader reader = TimeFormats.reader(pattern);
    WallTime out = new WallTime();
    List<Long> times = new ArrayList<>();
    int wrong = 0;
    for (String cell : cells) {
      if (reader.read(cell, out)) {
        times.add(out.micros());
      } else if (++wrong > (1 - AGREEMENT) * cells.size()) {
        return null;
      }
    }
    return new Fit(pattern, unevenness(times), times);
  }

  /** The largest step over the smallest: 1 for a clock that ticks evenly, more for a wrong date. */
  private static double unevenness(List<Long> times) {
    long least = Long.MAX_VALUE;
    long most = 0;
    long back = 0;
    for (int i = 1; i < times.size(); i++) {
      long step = times.get(i) - times.get(i - 1);
      if (step > 0) {
        least = Math.min(least, step);
        most = Math.max(most, step);
      } else if (step <= -Micros.PER_DAY) {
        back++;
      }
    }
    return most == 0 ? 1 + back : (double) most / least * (1 + back);
  }

  private static TimeGuess epoch(List<String> cells) {
    double count = Numbers.read(cells.getFirst(), '.');
    double scale = 1;
    for (String format : List.of("epoch-s", "epoch-ms", "epoch-us", "epoch-ns")) {
      if (count >= YEAR_1990 * scale && count < YEAR_2100 * scale && fit(format, cells) != null) {
        return new TimeGuess(format, "");
      }
      scale *= 1_000;
    }
    return new TimeGuess(
        null, "“%s” is written in none of the known ways".formatted(cells.getFirst()));
  }
}
