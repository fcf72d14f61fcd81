package io.kunan.app.cli.potline;

import io.kunan.app.cli.TextTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a model of the potline foretells, on the virtual plant.
 *
 * @param name of the model
 * @param target what it tells
 * @param horizon how far ahead
 * @param metric what is measured
 * @param value of the model: physics with the learned correction
 * @param bar what the specification asks for; null where nothing is asked
 * @param persistence the same metric when the last value is held
 * @param siteRule the same metric of what a plant does today
 * @param coverage80 share of targets inside the 80 % band; null where no band is given
 * @param physics the same metric of the physics alone
 * @param targets scored
 */
record ModelCard(
    String name,
    String target,
    String horizon,
    String metric,
    double value,
    @Nullable Double bar,
    double persistence,
    double siteRule,
    @Nullable Double coverage80,
    double physics,
    int targets) {

  static TextTable table(List<ModelCard> cards) {
    var table =
        new TextTable(
            "Models on the virtual plant",
            "model",
            "horizon",
            "metric",
            "value",
            "bar",
            "last value",
            "site rule",
            "physics alone",
            "coverage of 80 %",
            "targets");
    for (ModelCard card : cards) {
      table.row(
          card.name(),
          card.horizon(),
          card.metric(),
          "%.3g".formatted(card.value()),
          card.bar() == null ? "" : "%.3g".formatted(card.bar()),
          "%.3g".formatted(card.persistence()),
          "%.3g".formatted(card.siteRule()),
          "%.3g".formatted(card.physics()),
          card.coverage80() == null ? "–" : "%.0f %%".formatted(100 * card.coverage80()),
          card.targets());
    }
    return table;
  }
}
