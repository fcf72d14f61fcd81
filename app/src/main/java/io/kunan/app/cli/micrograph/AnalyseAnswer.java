package io.kunan.app.cli.micrograph;

import io.kunan.app.cli.TextTable;
import io.kunan.engine.vision.Likeness;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.measure.FieldReport;
import io.kunan.engine.vision.measure.FieldStatistics;
import io.kunan.engine.vision.measure.Method;
import io.kunan.engine.vision.measure.PhaseMeasures;
import io.kunan.engine.vision.measure.SampleReport;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code micrograph analyse} answers; a figure is null where it has no meaning.
 *
 * @param recipe fingerprint of the recipe
 * @param fields measured, in the order of their files
 * @param sample over the fields the recipe knows; empty when it knows none
 * @param methods behind the figures, with what of a standard is not covered
 */
record AnalyseAnswer(
    String recipe, List<Field> fields, List<SamplePhase> sample, List<MethodNote> methods) {

  /** One file; its labels, overlay and objects stand beside it under the same name. */
  record Field(
      String file,
      double scale,
      String unit,
      String scaleOrigin,
      boolean foreign,
      boolean imagingChanged,
      double likeness,
      List<Phase> phases) {
    static Field of(String file, FieldReport report, Likeness likeness) {
      return new Field(
          file,
          report.scale().perPixel(),
          report.scale().unit().symbol(),
          report.scale().origin(),
          likeness.isForeign(),
          likeness.isImagingChanged(),
          likeness.score(),
          report.phases().stream().map(Phase::of).toList());
    }

    /** The figures again, without the objects. */
    FieldReport figures() {
      Scale known =
          unit.equals(Scale.Unit.MICROMETRE.symbol())
              ? Scale.micrometres(scale, scaleOrigin)
              : Scale.PIXELS;
      return new FieldReport(known, phases.stream().map(Phase::figures).toList());
    }
  }

  /** A figure that may have no meaning, as it is counted with. */
  private static double orNaN(@Nullable Double figure) {
    return figure == null ? Double.NaN : figure;
  }

  /** One class of a field. */
  record Phase(
      String name,
      double areaFraction,
      int count,
      @Nullable Double perSquareMillimetre,
      @Nullable Double meanDiameter,
      @Nullable Double meanChord,
      @Nullable Double meanFreePath) {
    static Phase of(FieldReport.Phase phase) {
      return new Phase(
          phase.name(),
          phase.measures().areaFraction(),
          phase.measures().count(),
          ByClass.known(phase.measures().density()),
          ByClass.known(phase.meanDiameter()),
          ByClass.known(phase.measures().meanChord()),
          ByClass.known(phase.measures().meanFreePath()));
    }

    private FieldReport.Phase figures() {
      PhaseMeasures measures =
          new PhaseMeasures(
              areaFraction,
              count,
              orNaN(perSquareMillimetre),
              orNaN(meanChord),
              orNaN(meanFreePath));
      return new FieldReport.Phase(name, measures, orNaN(meanDiameter), List.of());
    }
  }

  /** A figure over fields. */
  record Statistics(
      int fields,
      @Nullable Double mean,
      @Nullable Double s,
      @Nullable Double ci95,
      @Nullable Double relativeAccuracy) {
    static Statistics of(FieldStatistics over) {
      return new Statistics(
          over.fields(),
          ByClass.known(over.mean()),
          ByClass.known(over.deviation()),
          ByClass.known(over.confidence()),
          ByClass.known(over.relativeAccuracy()));
    }
  }

  /** One class over the fields. */
  record SamplePhase(
      String name,
      Statistics areaFraction,
      Statistics perSquareMillimetre,
      Statistics meanDiameter,
      int fieldsForTenPercent) {
    static SamplePhase of(SampleReport.Phase phase) {
      return new SamplePhase(
          phase.name(),
          Statistics.of(phase.areaFraction()),
          Statistics.of(phase.density()),
          Statistics.of(phase.diameter()),
          phase.fieldsForTenPercent());
    }
  }

  /** A method. */
  record MethodNote(String name, String standard, String formula, String notCovered) {}

  static List<MethodNote> notes(Method... methods) {
    return Arrays.stream(methods)
        .map(m -> new MethodNote(m.name(), m.standard(), m.formula(), m.notCovered()))
        .toList();
  }

  /** The fields, for people. */
  TextTable fieldTable() {
    TextTable table =
        new TextTable(
            "", "file", "phase", "area, %", "objects", "per mm²", "mean Ø", "mean free path", "");
    for (Field field : fields) {
      for (Phase phase : field.phases()) {
        table.row(
            field.file(),
            phase.name(),
            "%.2f".formatted(100 * phase.areaFraction()),
            phase.count(),
            ByClass.shown(phase.perSquareMillimetre(), "%.4g", 1),
            ByClass.shown(phase.meanDiameter(), "%.3g", 1) + " " + field.unit(),
            ByClass.shown(phase.meanFreePath(), "%.3g", 1) + " " + field.unit(),
            field.foreign()
                ? "foreign: do not use"
                : field.imagingChanged() ? "imaging changed" : "");
      }
    }
    return table;
  }

  /** The sample, for people. */
  TextTable sampleTable() {
    TextTable table =
        new TextTable("Sample", "phase", "fields", "area, %", "95 % CI", "%RA", "fields for 10 %");
    for (SamplePhase phase : sample) {
      table.row(
          phase.name(),
          phase.areaFraction().fields(),
          ByClass.shown(phase.areaFraction().mean(), "%.2f", 100),
          ByClass.shown(phase.areaFraction().ci95(), "±%.2f", 100),
          ByClass.shown(phase.areaFraction().relativeAccuracy(), "%.1f", 1),
          phase.fieldsForTenPercent() == 0 ? "–" : phase.fieldsForTenPercent());
    }
    return table;
  }
}
