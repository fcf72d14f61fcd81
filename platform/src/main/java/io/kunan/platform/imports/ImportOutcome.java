package io.kunan.platform.imports;

import io.kunan.engine.files.ImportReport;
import io.kunan.engine.files.Reject;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.TimeRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param rows lines of data, rejected ones included
 * @param points stored, those that were there before included
 * @param rejected lines and single cells left out
 * @param repaired lines whose time was read as 24:00
 * @param ambiguous lines whose local time happened twice and was read as the first
 * @param rejects the first 1,000 of those left out
 * @param repairs the first 1,000 of those repaired or ambiguous
 * @param from first time stored
 * @param to last time stored
 */
public record ImportOutcome(
    long rows,
    long points,
    long rejected,
    long repaired,
    long ambiguous,
    List<Remark> rejects,
    List<Remark> repairs,
    @Nullable Instant from,
    @Nullable Instant to,
    double seconds) {
  public ImportOutcome {
    rejects = List.copyOf(rejects);
    repairs = List.copyOf(repairs);
  }

  /** A line about which something must be said. */
  @Schema(name = "ImportRemark")
  public record Remark(long line, @Sentence String reason) {}

  /** The reader's report. */
  public static ImportOutcome of(ImportReport report, double seconds) {
    TimeRange range = report.range();
    return new ImportOutcome(
        report.rows(),
        report.points(),
        report.rejected(),
        report.repaired(),
        report.ambiguous(),
        remarks(report.rejects()),
        remarks(report.repairs()),
        range == null ? null : Micros.toInstant(range.from()),
        range == null ? null : Micros.toInstant(range.to() - 1),
        seconds);
  }

  private static List<Remark> remarks(List<Reject> of) {
    return of.stream()
        .map(one -> new Remark(one.line(), one.reason().replace('\0', '\uFFFD')))
        .toList();
  }

  /** The figures without the lists. */
  public ImportOutcome brief() {
    return new ImportOutcome(
        rows, points, rejected, repaired, ambiguous, List.of(), List.of(), from, to, seconds);
  }
}
