package io.kunan.app.cli.history;

import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./kunan history import} answers.
 *
 * @param files one for each, in the order given
 * @param from time of the first row of all files, with its offset; null when no row could be used
 * @param to time of the last row
 * @param zone zone of times without offset, and of the times in this answer
 * @param seconds from start to the last point on disk
 */
public record ImportAnswer(
    List<ImportedFile> files,
    @Nullable String from,
    @Nullable String to,
    String zone,
    double seconds) {
  static ImportAnswer of(List<Import.Done> done, ZoneId zone, double seconds) {
    List<TimeRange> ranges =
        done.stream().map(file -> file.report().range()).filter(Objects::nonNull).toList();
    if (ranges.isEmpty()) {
      return new ImportAnswer(files(done), null, null, zone.getId(), seconds);
    }
    long from = ranges.stream().mapToLong(TimeRange::from).min().orElseThrow();
    long last = ranges.stream().mapToLong(TimeRange::to).max().orElseThrow() - 1;
    return new ImportAnswer(
        files(done), shown(from, zone), shown(last, zone), zone.getId(), seconds);
  }

  private static List<ImportedFile> files(List<Import.Done> done) {
    return done.stream().map(ImportedFile::of).toList();
  }

  private static String shown(long micros, ZoneId zone) {
    return Times.show(Micros.toInstant(micros), zone);
  }
}
