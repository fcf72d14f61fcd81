package io.kunan.engine.history;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How the embedded store of a folder runs.
 *
 * @param folder holds everything the store keeps; made when absent
 * @param hotRows points after which a hot table is sealed. More makes fewer, denser files and a
 *     slower start after a crash (about 0.25 s per million)
 * @param memoryBytes what the database below may use for itself; beyond it spills to the folder
 * @param threads of the database below
 * @param clock says when a correction arrived
 */
public record HistoryOptions(
    Path folder, long hotRows, long memoryBytes, int threads, Clock clock) {
  private static final long DEFAULT_HOT_ROWS = 4_000_000;
  private static final long DEFAULT_MEMORY = 512L << 20;

  public HistoryOptions {
    if (hotRows < 1 || memoryBytes < (64L << 20) || threads < 1) {
      throw new IllegalArgumentException(
          "hot rows %d (at least 1), memory %d bytes (at least 64 MiB), threads %d (at least 1)"
              .formatted(hotRows, memoryBytes, threads));
    }
  }

  /** What suits a machine that does other work too. */
  public static HistoryOptions in(Path folder) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    return new HistoryOptions(folder, DEFAULT_HOT_ROWS, DEFAULT_MEMORY, threads, Clock.systemUTC());
  }

  public HistoryOptions withHotRows(long rows) {
    return new HistoryOptions(folder, rows, memoryBytes, threads, clock);
  }

  public HistoryOptions withMemory(long bytes) {
    return new HistoryOptions(folder, hotRows, bytes, threads, clock);
  }

  public HistoryOptions withThreads(int count) {
    return new HistoryOptions(folder, hotRows, memoryBytes, count, clock);
  }

  public HistoryOptions withClock(Clock other) {
    return new HistoryOptions(folder, hotRows, memoryBytes, threads, other);
  }
}
