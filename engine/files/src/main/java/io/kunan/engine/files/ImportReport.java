package io.kunan.engine.files;

import io.kunan.kernel.TimeRange;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a file. The counts count everything; the lists hold the first {@link
 * #LISTED} each.
 *
 * @param rows lines of data found, rejected ones included; header and blank lines are none
 * @param points values handed over: points of a {@link PointFile}, number cells of a {@link
 *     TableFile}
 * @param rejected lines and single cells left out
 * @param repaired lines whose time was read as 24:00
 * @param ambiguous lines whose local time happened twice that day and was read as its first
 *     occurrence
 * @param rejects where and why
 * @param repairs where and why, of repaired and of ambiguous lines
 * @param timeFormat how times were read; null when rows have no time
 * @param zone the zone in which times without offset were read
 * @param range from the first time to just after the last; null when there is none
 * @param stopped the work was stopped before the end of the file
 */
public record ImportReport(
    long rows,
    long points,
    long rejected,
    long repaired,
    long ambiguous,
    List<Reject> rejects,
    List<Reject> repairs,
    @Nullable String timeFormat,
    ZoneId zone,
    @Nullable TimeRange range,
    boolean stopped) {
  /** How many places each list holds. */
  public static final int LISTED = 1_000;

  public ImportReport {
    rejects = List.copyOf(rejects);
    repairs = List.copyOf(repairs);
  }
}
