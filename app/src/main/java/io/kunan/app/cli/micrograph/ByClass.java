package io.kunan.app.cli.micrograph;

import io.kunan.engine.vision.PhaseClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of classes under their names; null where a figure has no meaning. */
final class ByClass {
  private ByClass() {}

  static Map<String, @Nullable Double> of(PhaseClasses classes, List<Double> figures) {
    Map<String, @Nullable Double> named = new LinkedHashMap<>();
    for (int k = 0; k < classes.size(); k++) {
      named.put(classes.name(k), known(figures.get(k)));
    }
    return named;
  }

  static @Nullable Double known(double figure) {
    return Double.isFinite(figure) ? (Double) figure : null;
  }

  /** A figure for people. */
  static String shown(@Nullable Double figure, String form, double factor) {
    return figure == null ? "–" : form.formatted(factor * figure);
  }
}
