package io.kunan.platform.imports;

import io.kunan.kernel.Sentence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody brought in, as it stands now.
 *
 * @param by who brought it
 * @param message why it failed, or what to know about its end; empty otherwise
 * @param preview not in lists
 * @param mapping as it was started; before that as files with the same columns were mapped the last
 *     time, or by columns named like tags
 * @param report once it is over; without its lists in lists
 * @param jobId number of the job while it runs
 */
@Schema(name = "Import")
public record FileImport(
    long id,
    String fileName,
    long bytes,
    ImportState state,
    @Sentence String message,
    String by,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    ImportOptions options,
    @Nullable ImportPreview preview,
    @Nullable ImportMapping mapping,
    @Nullable ImportOutcome report,
    @Nullable Long jobId) {
  /** For lists. */
  public FileImport brief() {
    return new FileImport(
        id,
        fileName,
        bytes,
        state,
        message,
        by,
        createdAt,
        startedAt,
        finishedAt,
        options,
        null,
        mapping,
        report == null ? null : report.brief(),
        jobId);
  }

  /** The same with the mapping and job as the reader is to see them. */
  public FileImport shown(@Nullable ImportMapping visible, @Nullable Long job) {
    return new FileImport(
        id,
        fileName,
        bytes,
        state,
        message,
        by,
        createdAt,
        startedAt,
        finishedAt,
        options,
        preview,
        visible,
        report,
        job);
  }
}
