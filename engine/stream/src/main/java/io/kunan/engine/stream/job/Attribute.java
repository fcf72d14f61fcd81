package io.kunan.engine.stream.job;

/**
 * What is kept of an event frame: a figure of an expression over its time.
 *
 * @param name unique in the job
 * @param figure over the points from the one that confirmed the start of the frame to the one that
 *     confirmed its end
 * @param of a number
 */
public record Attribute(String name, Figure figure, String of) {
  /** Figures of a frame. */
  public enum Figure {
    /** Mean of the usable points. */
    MEAN,
    MIN,
    MAX,
    FIRST,
    LAST,
    /** Last less first. */
    CHANGE
  }
}
