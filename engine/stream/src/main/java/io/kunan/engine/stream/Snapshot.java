package io.kunan.engine.stream;

import io.kunan.engine.stream.internal.local.StateFile;
import java.nio.file.Path;

/**
 * What all jobs remembered when the points up to a position of the input log had been worked out.
 * After a restart the log is fed again from behind that position, and nothing is missing or counted
 * twice.
 */
public final class Snapshot {
  private final StateFile state;

  Snapshot(StateFile state) {
    this.state = state;
  }

  /**
   * Reads a file.
   *
   * @throws io.kunan.kernel.InputException when it is damaged
   */
  public static Snapshot read(Path file) {
    return new Snapshot(StateFile.read(file));
  }

  /** Writes a file; when it returns, it is on disk, whole, in place of what was there. */
  public void write(Path file) {
    state.write(file);
  }

  /** Position of the last batch of the input log that is worked out. */
  public long position() {
    return state.position();
  }

  StateFile state() {
    return state;
  }
}
