package io.kunan.engine.history;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * A range of time cut into pieces, each from its edge (included) to the next (excluded). Pieces
 * need not be equally long: a local day has 23, 24 or 25 hours.
 */
public final class Buckets {
  private static final int MOST = 1_000_000;

  private final long[] edges;

  private Buckets(long[] edges) {
    this.edges = edges;
  }

  /**
   * Pieces of equal length from the start of a range; the last ends with the range.
   *
   * @throws InputException for a length that is not positive or would give over a million pieces
   */
  public static Buckets every(Duration length, TimeRange range) {
    long micros = Micros.of(length);
    if (micros <= 0 || range.lengthMicros() / micros >= MOST) {
      throw new InputException(
          "bucket",
          "%s cuts the range into no or too many pieces".formatted(length),
          "take a longer bucket; at most %,d pieces are given at once".formatted(MOST));
    }
    int size = (int) Math.ceilDiv(range.lengthMicros(), micros);
    long[] edges = new long[size + 1];
    for (int i = 0; i < size; i++) {
      edges[i] = range.from() + i * micros;
    }
    edges[size] = range.to();
    return new Buckets(edges);
  }

  /** Local days, the first and last cut off where the range begins and ends. */
  public static Buckets days(ZoneId zone, TimeRange range) {
    if (range.lengthMicros() / Micros.PER_DAY >= MOST) {
      throw new InputException("range", "is over a million days long", "take a shorter range");
    }
    long[] edges = new long[16];
    int size = 0;
    edges[size++] = range.from();
    Instant start = Micros.toInstant(range.from());
    ZonedDateTime day = start.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);
    while (Micros.of(day.toInstant()) < range.to()) {
      edges = size == edges.length ? Arrays.copyOf(edges, size * 2) : edges;
      edges[size++] = Micros.of(day.toInstant());
      day = day.toLocalDate().plusDays(1).atStartOfDay(zone);
    }
    edges = size == edges.length ? Arrays.copyOf(edges, size + 1) : edges;
    edges[size++] = range.to();
    return new Buckets(Arrays.copyOf(edges, range.isEmpty() ? 1 : size));
  }

  public int size() {
    return edges.length - 1;
  }

  /** First microsecond of piece {@code i}. */
  public long start(int i) {
    return edges[i];
  }

  /** First microsecond after piece {@code i}. */
  public long end(int i) {
    return edges[i + 1];
  }

  public TimeRange range() {
    return new TimeRange(edges[0], edges[edges.length - 1]);
  }

  /** Whether each piece begins and ends with a minute, so that roll-ups answer exactly. */
  public boolean areWholeMinutes() {
    for (long edge : edges) {
      if (edge % Micros.PER_MINUTE != 0) {
        return false;
      }
    }
    return true;
  }
}
