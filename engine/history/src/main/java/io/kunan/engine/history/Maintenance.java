package io.kunan.engine.history;

import java.time.Instant;

/**
 * What keeps a store small and quick. None of it blocks reading, and only sealing delays writing.
 */
public interface Maintenance {
  /**
   * Turns everything hot into sealed files now. Sealing also happens by itself as points arrive.
   */
  void seal();

  /**
   * Merges small and late files, day by day, until no day is left in many or overlapping files.
   *
   * @return files merged away
   */
  int compact();

  /**
   * Removes sealed points and roll-ups that are older than their class allows.
   *
   * @return points removed
   */
  long retain(Retention retention, Instant now);

  StoreFigures figures();
}
