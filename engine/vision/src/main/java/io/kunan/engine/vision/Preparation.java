package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.filters.Illumination;
import io.kunan.engine.vision.internal.filters.Median;
import io.kunan.engine.vision.internal.filters.Standardised;

/**
 * What is done to a field before it is segmented; after it, gain and offset of the detector do not
 * matter.
 *
 * @param medianRadius takes single false pixels out; 0 for none
 * @param flattenRadius takes out uneven light coarser than this many pixels; 0 for none
 */
public record Preparation(int medianRadius, int flattenRadius) {
  /** Brightness is put on one scale, nothing else. */
  public static final Preparation NONE = new Preparation(0, 0);

  /** The prepared field: brightness from the field's median in units of its spread. */
  public GreyImage apply(GreyImage field) {
    GreyImage calm = medianRadius > 0 ? Median.filter(field, medianRadius) : field;
    return Standardised.of(flattenRadius > 0 ? Illumination.flatten(calm, flattenRadius) : calm);
  }
}
