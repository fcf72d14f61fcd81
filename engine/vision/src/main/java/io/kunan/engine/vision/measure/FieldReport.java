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
   * @param meanDiameter equivalent, of the objects no edge cuts; NaN without any
   * @param objects those the field's edge cuts are among them and say so; empty where only the
   *     figures were kept
   */
  public record Phase(
      String name, PhaseMeasures measures, double meanDiameter, List<Particle> objects) {
    public Phase {
      objects = List.copyOf(objects);
    }

    private static Phase of(String name, PhaseMeasures measures, List<Particle> objects) {
      double diameter =
          objects.stream()
              .filter(object -> !object.touchesEdge())
              .mapToDouble(Particle::equivalentDiameter)
              .average()
              .orElse(Double.NaN);
      return new Phase(name, measures, diameter, objects);
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
          Phase.of(classes.name(k), PhaseMeasures.of(labels, number, scale, minArea), objects));
    }
    return new FieldReport(scale, phases);
  }
}
