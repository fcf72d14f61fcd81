package io.kunan.engine.history.internal.duck;

import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Into which spans of time sealed files are cut: whole UTC days for points, longer for roll-ups. A
 * full day stands alone, thin days in a row share a file, so that neither a busy plant nor a year
 * of laboratory values makes thousands of files.
 */
enum Windows {
  POINTS(Micros.PER_DAY, 250_000),
  ROLLUPS(32 * Micros.PER_DAY, 1_000_000);

  private final long unit;
  private final long thinRows;

  Windows(long unit, long thinRows) {
    this.unit = unit;
    this.thinRows = thinRows;
  }

  static Windows of(SealedFile.Kind kind) {
    return kind == SealedFile.Kind.POINTS ? POINTS : ROLLUPS;
  }

  long unitOf(long time) {
    return Math.floorDiv(time, unit);
  }

  long startOf(long unitNumber) {
    return unitNumber * unit;
  }

  /**
   * @param rowsByUnit rows in each unit of time that has any
   */
  List<TimeRange> cut(NavigableMap<Long, Long> rowsByUnit) {
    List<TimeRange> windows = new ArrayList<>();
    long start = Long.MIN_VALUE;
    long end = 0;
    long held = 0;
    for (Map.Entry<Long, Long> entry : rowsByUnit.entrySet()) {
      if (start != Long.MIN_VALUE && held + entry.getValue() > thinRows) {
        windows.add(new TimeRange(start, end));
        start = Long.MIN_VALUE;
      }
      if (start == Long.MIN_VALUE) {
        start = entry.getKey() * unit;
        held = 0;
      }
      held += entry.getValue();
      end = (entry.getKey() + 1) * unit;
    }
    if (start != Long.MIN_VALUE) {
      windows.add(new TimeRange(start, end));
    }
    return windows;
  }
}
