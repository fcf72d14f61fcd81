package io.kunan.engine.vision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a segmentation before it is measured.
 *
 * @param smoothing radius over which the classes' shares are averaged, pixels; 0 for none
 * @param oneClassPerObject whether what hangs together gets the class most of it has
 * @param minPixels smallest object of each class; smaller ones, and smaller holes in the matrix's
 *     favour, are given to what surrounds them
 * @param layer whose two surfaces are traced through the field; null for none
 */
public record CleanUp(
    int smoothing, boolean oneClassPerObject, List<Integer> minPixels, @Nullable Layer layer) {
  public CleanUp {
    minPixels = List.copyOf(minPixels);
  }

  /** Without a layer. */
  public CleanUp(int smoothing, boolean oneClassPerObject, List<Integer> minPixels) {
    this(smoothing, oneClassPerObject, minPixels, null);
  }
}
