package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured on one segmented field.
 *
 * @param scale in which lengths are told
 * @param phases in the order of the classes; the first is the matrix, whose objects are not listed
 */
public record FieldReport(Scale scale, List<Phase> phases) {
  public FieldReport {
    phases = List.copyOf(phases);
  }

  /**
   * One class.
   *
   * @param measures of the class as a whole
   * @param objects those the field's edge cuts are among them and say so
   */
  public record Phase(String name, PhaseMeasures measures, List<Particle> objects) {
    public Phase {
      objects = List.copyOf(objects);
    }

    /** Mean equivalent diameter of the objects no edge cuts, NaN without any. */
    public double meanDiameter() {
      return objects.stream()
          .filter(object -> !object.touchesEdge())
          .mapToDouble(Particle::equivalentDiameter)
          .average()
          .orElse(Double.NaN);
    }
  }

  /**
   * Measures a field.
   *
   * @param minPixels smallest object of each class
   */
  public static FieldReport of(
      LabelImage labels, PhaseClasses classes, Scale scale, List<Integer> minPixels) {
    List<Phase> phases = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) {
      int number = classes.number(k);
      double minArea = minPixels.get(k) * scale.perPixel() * scale.perPixel();
      List<Particle> objects =
          k == 0
              ? List.of()
              : Particles.of(labels, number, scale, ParticleOptions.ALL.withMinArea(minArea));
      phases.add(
          new Phase(classes.name(k), PhaseMeasures.of(labels, number, scale, minArea), objects));
    }
    return new FieldReport(scale, phases);
  }
}
