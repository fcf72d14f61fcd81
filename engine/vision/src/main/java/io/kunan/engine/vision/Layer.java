package io.kunan.engine.vision;

import java.util.List;

/**
 * A layer that runs through the fields from left to right, with what lies inside of it.
 *
 * @param classes indices of the layer's class, first, and of those that lie inside of it, as cracks
 *     do
 * @param weight of what the pixels say against what is seen of the surfaces themselves
 * @param stiffness what a step of a surface costs for each pixel, in units of log-odds
 */
public record Layer(List<Integer> classes, double weight, double stiffness) {
  /** Pixels on either side of a surface that are learned as such; their middle is the surface. */
  public static final int SURFACE = 2;

  public Layer {
    classes = List.copyOf(classes);
  }

  /** The same layer, traced otherwise. */
  public Layer traced(double byPixels, double cost) {
    return new Layer(classes, byPixels, cost);
  }
}
