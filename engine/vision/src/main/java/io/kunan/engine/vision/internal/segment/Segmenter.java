package io.kunan.engine.vision.internal.segment;

import io.kunan.engine.vision.GreyImage;

/** Anything that tells for each pixel of a prepared field how likely each class is. */
@FunctionalInterface
public interface Segmenter {
  /** A plane of shares for each class; at every pixel they sum to 1. */
  float[][] shares(GreyImage prepared);
}
