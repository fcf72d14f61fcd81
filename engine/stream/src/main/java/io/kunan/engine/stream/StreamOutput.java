package io.kunan.engine.stream;

import io.kunan.kernel.TimeRange;
import java.util.List;
import java.util.Set;

/**
 * Takes what jobs say. After a restart what was said since the last snapshot is said again, the
 * same: points by (tag, time) and frames by (job, asset, type, start) are to be kept once.
 *
 * <p>Called by one thread at a time for each key; a failure stops the runtime, which after a
 * restart says again what was not taken.
 */
public interface StreamOutput {
  /** In order of time for each key. */
  void take(List<Emission> said);

  /**
   * The past of some keys was worked out anew: everything they said for times inside the range is
   * void, and what follows holds instead.
   */
  Revision revise(Set<JobKey> keys, TimeRange range);

  /** What holds instead; closed after the last of it. */
  interface Revision extends AutoCloseable {
    void take(List<Emission> said);

    @Override
    void close();
  }
}
