package io.kunan.engine.history.internal.duck;

/**
 * A sealed Parquet file of the manifest, sorted by tag, then time.
 *
 * @param id number in the manifest and in the name
 * @param kind points or roll-ups
 * @param generation order of arrival: of two files that hold the same tag and time the higher wins
 * @param name inside the folder of sealed files
 * @param bytes size
 * @param spans what it holds of each tag; of roll-ups the starts of minutes
 * @param minTime earliest time in it
 * @param maxTime latest time in it
 * @param rows in it
 * @param overlaps whether another file of its kind holds the same tag over a common time
 */
record SealedFile(
    long id,
    Kind kind,
    long generation,
    String name,
    long bytes,
    Spans spans,
    long minTime,
    long maxTime,
    long rows,
    boolean overlaps) {
  SealedFile(
      long id, Kind kind, long generation, String name, long bytes, Spans spans, boolean over) {
    this(
        id,
        kind,
        generation,
        name,
        bytes,
        spans,
        spans.minTime(),
        spans.maxTime(),
        spans.totalRows(),
        over);
  }

  SealedFile overlapping(boolean now) {
    return now == overlaps
        ? this
        : new SealedFile(id, kind, generation, name, bytes, spans, minTime, maxTime, rows, now);
  }

  boolean spansOverlap(SealedFile other) {
    return minTime <= other.maxTime && other.minTime <= maxTime && spans.overlaps(other.spans);
  }

  /** What the rows are. */
  enum Kind {
    POINTS,
    ROLLUPS
  }
}
