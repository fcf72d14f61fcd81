package io.kunan.engine.history.kit;

import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Writes points at full speed until it is killed, and says after each acknowledgement which batch
 * is safe. A program of its own, started by {@link CrashProof}.
 */
public final class CrashWriter {
  /** Points of a batch, one of each tag. */
  static final int TAGS = 5_000;

  /** Small enough that tables are sealed while the writer runs. */
  static final long HOT_ROWS = 1_000_000;

  private CrashWriter() {}

  /**
   * @param args folder of the store, number of the first batch to write
   */
  public static void main(String[] args) throws IOException {
    OutputStream out = System.out;
    try (History history = History.open(options(Path.of(args[0])))) {
      for (long batch = Long.parseLong(args[1]); ; batch++) {
        history.append(batch(batch));
        out.write(ByteBuffer.allocate(Long.BYTES).putLong(batch).array());
        out.flush();
      }
    }
  }

  static HistoryOptions options(Path folder) {
    return HistoryOptions.in(folder).withHotRows(HOT_ROWS);
  }

  static PointBatch batch(long number) {
    var batch = PointBatch.builder(TAGS);
    for (int tag = 1; tag <= TAGS; tag++) {
      batch.add(tag, time(number), value(tag, number), Quality.GOOD);
    }
    return batch.build();
  }

  static long time(long batch) {
    return 1_780_272_000_000_000L + batch * Micros.PER_SECOND;
  }

  static double value(int tag, long batch) {
    return tag + (batch % 1_000) / 1_000.0;
  }
}
