package io.kunan.engine.vision.measure;

/**
 * Which objects are measured.
 *
 * @param diagonal whether pixels that touch at a corner only belong to one object
 * @param edges what becomes of objects at the edge of the field
 * @param minArea smaller ones are left out, in the square of the scale's unit
 */
public record ParticleOptions(boolean diagonal, EdgeRule edges, double minArea) {
  /** Objects of any size, joined over corners, those at the edge included. */
  public static final ParticleOptions ALL = new ParticleOptions(true, EdgeRule.INCLUDE, 0);

  public ParticleOptions withEdges(EdgeRule rule) {
    return new ParticleOptions(diagonal, rule, minArea);
  }

  public ParticleOptions withMinArea(double area) {
    return new ParticleOptions(diagonal, edges, area);
  }
}
