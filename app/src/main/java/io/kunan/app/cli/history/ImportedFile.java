package io.kunan.app.cli.history;

import io.kunan.engine.files.ImportReport;
import io.kunan.engine.files.Reject;
import java.util.List;
import java.util.Objects;

/**
 * What came of importing a file.
 *
 * @param file as it was named
 * @param rows lines of data found
 * @param points handed to the history; those it had already count too
 * @param rejected lines and cells left out
 * @param repaired lines whose 0:00 was read as 24:00
 * @param ambiguous lines whose local time happened twice and was read as the first
 * @param rejects the first 1,000 of them
 * @param repairs the first 1,000 repaired and ambiguous lines
 * @param timeFormat how times were read
 * @param skipped columns of words, which are no tags
 */
public record ImportedFile(
    String file,
    long rows,
    long points,
    long rejected,
    long repaired,
    long ambiguous,
    List<Reject> rejects,
    List<Reject> repairs,
    String timeFormat,
    List<String> skipped) {
  static ImportedFile of(Import.Done done) {
    ImportReport report = done.report();
    return new ImportedFile(
        done.file().toString(),
        report.rows(),
        report.points(),
        report.rejected(),
        report.repaired(),
        report.ambiguous(),
        report.rejects(),
        report.repairs(),
        Objects.requireNonNullElse(report.timeFormat(), ""),
        done.skipped());
  }
}
