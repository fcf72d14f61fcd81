package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.plant.PlantProblem.Span;
import java.util.List;

/** The open times of a resource, and where work that cannot be broken fits into them. */
final class WorkTime {
  static final WorkTime ALWAYS = new WorkTime(List.of());

  private final int[] from;
  private final int[] to;

  /** Closed spans in time order. */
  WorkTime(List<Span> closed) {
    from = closed.stream().mapToInt(Span::from).toArray();
    to = closed.stream().mapToInt(Span::to).toArray();
  }

  /** Earliest start at or after a time of work of the given length. */
  int fit(int earliest, int minutes) {
    int start = earliest;
    int i = firstEndingAfter(earliest);
    while (i < from.length && from[i] < start + Math.max(1, minutes)) {
      start = Math.max(start, to[i]);
      i++;
    }
    return start;
  }

  private int firstEndingAfter(int time) {
    int low = 0;
    int high = to.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (to[middle] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
