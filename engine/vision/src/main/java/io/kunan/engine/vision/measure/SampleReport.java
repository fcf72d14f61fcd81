package io.kunan.engine.vision.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The fields of one sample together.
 *
 * @param phases in the order of the classes
 */
public record SampleReport(List<Phase> phases) {
  public SampleReport {
    phases = List.copyOf(phases);
  }

  /**
   * One class over the fields.
   *
   * @param areaFraction A_A, 0 to 1
   * @param density N_A
   * @param diameter mean equivalent diameter of a field's objects
   * @param fieldsForTenPercent fields in all that would tell the area fraction to 10 % relative; 0
   *     when one field cannot tell
   */
  public record Phase(
      String name,
      FieldStatistics areaFraction,
      FieldStatistics density,
      FieldStatistics diameter,
      int fieldsForTenPercent) {}

  /** Puts fields together that were measured by one recipe. */
  public static SampleReport of(List<FieldReport> fields) {
    List<Phase> phases = new ArrayList<>();
    for (int k = 0; k < fields.getFirst().phases().size(); k++) {
      FieldStatistics area = over(fields, k, phase -> phase.measures().areaFraction());
      phases.add(
          new Phase(
              fields.getFirst().phases().get(k).name(),
              area,
              over(fields, k, phase -> phase.measures().density()),
              over(fields, k, FieldReport.Phase::meanDiameter),
              area.fieldsNeeded(10)));
    }
    return new SampleReport(phases);
  }

  private static FieldStatistics over(
      List<FieldReport> fields, int k, ToDoubleFunction<FieldReport.Phase> figure) {
    return FieldStatistics.of(
        fields.stream()
            .mapToDouble(field -> figure.applyAsDouble(field.phases().get(k)))
            .toArray());
  }
}
