package io.kunan.engine.vision.measure;

/** What becomes of objects that the edge of the field cuts. */
public enum EdgeRule {
  /** They are measured as they are seen, too small. */
  INCLUDE,

  /** They are left out, which leaves out large objects more often than small ones. */
  EXCLUDE,

  /**
   * Those at the right and bottom edge are left out: each object of a mosaic of fields counts once
   * (H. J. G. Gundersen, J. Microsc. 111, 1977). Right for densities.
   */
  COUNTING_FRAME
}
