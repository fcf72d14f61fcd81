package io.kunan.engine.history.internal.duck;

import io.kunan.kernel.TimeRange;
import java.util.Arrays;

/** What a sealed file holds of each tag, tags rising. */
final class Spans {
  final int[] tags;
  final int[] rows;
  final long[] first;
  final long[] last;
  final boolean[] rolled;

  private Spans(int[] tags, int[] rows, long[] first, long[] last, boolean[] rolled) {
    this.tags = tags;
    this.rows = rows;
    this.first = first;
    this.last = last;
    this.rolled = rolled;
  }

  int size() {
    return tags.length;
  }

  /** Index of a tag, negative when the file holds none of it. */
  int find(int tag) {
    return Arrays.binarySearch(tags, tag);
  }

  /** Whether the file may hold points of the tag in the span, both ends included. */
  boolean touches(int tag, long from, long until) {
    int at = find(tag);
    return at >= 0 && first[at] <= until && last[at] >= from;
  }

  boolean touches(int tag, TimeRange range) {
    return !range.isEmpty() && touches(tag, range.from(), range.to() - 1);
  }

  /** Whether some tag has points in both files' spans of time. */
  boolean overlaps(Spans other) {
    int i = 0;
    int k = 0;
    while (i < tags.length && k < other.tags.length) {
      if (tags[i] < other.tags[k]) {
        i++;
      } else if (tags[i] > other.tags[k]) {
        k++;
      } else {
        if (first[i] <= other.last[k] && other.first[k] <= last[i]) {
          return true;
        }
        i++;
        k++;
      }
    }
    return false;
  }

  long minTime() {
    return Arrays.stream(first).min().orElse(Long.MAX_VALUE);
  }

  long maxTime() {
    return Arrays.stream(last).max().orElse(Long.MIN_VALUE);
  }

  long totalRows() {
    return Arrays.stream(rows).asLongStream().sum();
  }

  /** Collects spans, tags rising. */
  static final class Builder {
    private int[] tags = new int[64];
    private int[] rows = new int[64];
    private long[] first = new long[64];
    private long[] last = new long[64];
    private boolean[] rolled = new boolean[64];
    private int size;

    void add(int tag, int count, long from, long until, boolean hasRollups) {
      if (size == tags.length) {
        int room = size * 2;
        tags = Arrays.copyOf(tags, room);
        rows = Arrays.copyOf(rows, room);
        first = Arrays.copyOf(first, room);
        last = Arrays.copyOf(last, room);
        rolled = Arrays.copyOf(rolled, room);
      }
      tags[size] = tag;
      rows[size] = count;
      first[size] = from;
      last[size] = until;
      rolled[size] = hasRollups;
      size++;
    }

    Spans build() {
      return new Spans(
          Arrays.copyOf(tags, size),
          Arrays.copyOf(rows, size),
          Arrays.copyOf(first, size),
          Arrays.copyOf(last, size),
          Arrays.copyOf(rolled, size));
    }
  }
}
