package io.kunan.engine.vision.measure;

import java.util.List;

/**
 * How many objects, and how much of their area, fall into classes of size.
 *
 * @param limits upper limits of all classes but the last, rising, in the scale's unit
 * @param counts objects of each class, one more than limits
 * @param areas their area
 */
public record SizeClasses(List<Double> limits, List<Integer> counts, List<Double> areas) {
  public SizeClasses {
    limits = List.copyOf(limits);
    counts = List.copyOf(counts);
    areas = List.copyOf(areas);
  }

  /** Sorts objects by equivalent diameter; one on a limit belongs to the larger class. */
  public static SizeClasses of(List<Particle> particles, List<Double> limits) {
    Integer[] counts = new Integer[limits.size() + 1];
    Double[] areas = new Double[counts.length];
    java.util.Arrays.fill(counts, 0);
    java.util.Arrays.fill(areas, 0.0);
    for (Particle particle : particles) {
      int at = 0;
      while (at < limits.size() && particle.equivalentDiameter() >= limits.get(at)) {
        at++;
      }
      counts[at]++;
      areas[at] += particle.area();
    }
    return new SizeClasses(limits, List.of(counts), List.of(areas));
  }
}
