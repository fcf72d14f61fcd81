package io.kunan.engine.files.internal;

import io.kunan.engine.files.ColumnPreview;
import io.kunan.engine.files.FileFormat;
import io.kunan.engine.files.ImportReport;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TimeRange;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The rows of a file that can be used: of the right shape and, where rows have times, in order. */
public final class TimedRows implements Closeable {
  private static final int ROWS_BETWEEN_REPORTS = 1 << 14;

  private final DataFile file;
  private final Findings findings = new Findings();
  private final Rows rows;
  private final Progress progress;
  private final TimeAxis axis;
  private final WallTime wall = new WallTime();
  private final @Nullable TimeReader reader;
  private final int timeColumn;
  private long count;
  private long time;
  private boolean stopped;

  /**
   * Opens the file.
   *
   * @throws InputException when its time column is not there or cannot be understood
   */
  public TimedRows(DataFile file, Progress progress) throws IOException {
    FileFormat format = file.format();
    this.file = file;
    this.progress = progress;
    this.axis = new TimeAxis(format.zone(), findings);
    String name = format.time();
    if (name != null && format.timeFormat() == null) {
      throw new InputException(
          "%s, column %s".formatted(file.path(), name),
          file.timeTrouble(),
          "give the time format, such as dd/MM/yyyy HH:mm or epoch-ms");
    }
    this.reader =
        name == null ? null : TimeFormats.reader(Objects.requireNonNull(format.timeFormat()));
    List<String> names = file.columns().stream().map(ColumnPreview::name).toList();
    this.timeColumn = name == null ? -1 : SampleColumns.indexOf(file.path(), names, name);
    this.rows = file.open(findings);
  }

  /** Goes to the next usable row; false at the end, or when the work is to stop. */
  public boolean next() {
    try {
      while (rows.next()) {
        if (++count % ROWS_BETWEEN_REPORTS == 0 && !goOn()) {
          return false;
        }
        if (isUsable()) {
          return true;
        }
      }
    } catch (EOFException | ZipException | CharacterCodingException e) {
      findings.reject(rows.line() + 1, "the file breaks off here: " + e.getMessage());
    } catch (IOException e) {
      findings.reject(rows.line() + 1, "the file cannot be read on: " + e.getMessage());
    }
    return false;
  }

  /** The row in hand. */
  public Rows row() {
    return rows;
  }

  /** The time of the row in hand, microseconds UTC. */
  public long time() {
    return time;
  }

  public boolean hasTime() {
    return timeColumn >= 0;
  }

  /** The place of the time column, -1 when there is none. */
  public int timeColumn() {
    return timeColumn;
  }

  public Findings findings() {
    return findings;
  }

  /** What came of it so far. */
  public ImportReport report(long points, boolean stoppedBySink) {
    boolean any = axis.first() != TimeAxis.REFUSED;
    return new ImportReport(
        count,
        points,
        findings.rejected(),
        findings.repaired(),
        findings.ambiguous(),
        findings.rejects(),
        findings.repairs(),
        file.format().timeFormat(),
        file.format().zone(),
        any ? new TimeRange(axis.first(), axis.last() + 1) : null,
        stopped || stoppedBySink);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private boolean goOn() {
    stopped = !progress.report(rows.done(), rows.total(), "reading " + file.path().getFileName());
    return !stopped;
  }

  private boolean isUsable() {
    String misfit = rows.misfit();
    if (!misfit.isEmpty()) {
      findings.reject(rows.line(), misfit);
      return false;
    }
    return reader == null || hasUsableTime(reader);
  }

  private boolean hasUsableTime(TimeReader format) {
    if (rows.isMissing(timeColumn)) {
      findings.reject(rows.line(), "the time is missing");
      return false;
    }
    if (!rows.time(timeColumn, format, wall)) {
      findings.rejectCell(
          rows.line(),
          rows.columns().get(timeColumn),
          rows.text(timeColumn),
          "is no time written as " + file.format().timeFormat());
      return false;
    }
    time = axis.place(wall, rows.line());
    return time != TimeAxis.REFUSED;
  }
}
