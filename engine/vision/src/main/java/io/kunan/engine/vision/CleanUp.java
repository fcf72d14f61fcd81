package io.kunan.engine.vision;

import java.util.List;

/**
 * What is done to a segmentation before it is measured.
 *
 * @param smoothing radius over which the classes' shares are averaged, pixels; 0 for none
 * @param oneClassPerObject whether what hangs together gets the class most of it has
 * @param minPixels smallest object of each class; smaller ones, and smaller holes in the matrix's
 *     favour, are given to what surrounds them
 */
public record CleanUp(int smoothing, boolean oneClassPerObject, List<Integer> minPixels) {
  public CleanUp {
    minPixels = List.copyOf(minPixels);
  }
}
