package io.kunan.engine.vision;

/**
 * How much a field looks like those a recipe was trained on.
 *
 * @param score distance of its texture from training, over the limit: above 1 the field is foreign
 *     and its figures must not be used
 * @param imagingScore the same with brightness as the detector gave it: above 1 alone, the imaging
 *     changed, which the recipe may bear
 */
public record Likeness(double score, double imagingScore) {
  /** Unlike anything the recipe was trained on. */
  public boolean isForeign() {
    return score > 1;
  }

  /** As in training but for gain, offset or contrast. */
  public boolean isImagingChanged() {
    return imagingScore > 1 && !isForeign();
  }
}
