package io.kunan.platform.history.web;

import io.kunan.kernel.InputException;
import io.kunan.kernel.PlantUnits;
import io.kunan.platform.assets.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The unit in which a person wants the answer; every tag in its own when none is named. Values are
 * kept in the unit of their tag whatever is asked.
 *
 * @param symbol of {@link PlantUnits}
 */
record AskedUnit(@Nullable String symbol) {

  /** How the values of a tag are turned into it. */
  DoubleUnaryOperator conversion(Tag tag) {
    return PlantUnits.conversion(tag.unit(), of(tag));
  }

  /** The unit of a tag's values in the answer. */
  String of(Tag tag) {
    return Objects.requireNonNullElse(symbol, tag.unit());
  }

  /**
   * Refuses a unit into which some of the tags cannot be turned; states of a digital tag have none.
   *
   * @throws InputException with the units allowed for the first such tag
   */
  void check(Collection<Tag> tags) {
    if (symbol == null) {
      return;
    }
    PlantUnits.get(symbol);
    for (Tag tag : tags) {
      List<String> allowed =
          tag.traits().states().isEmpty() ? PlantUnits.ofSameDimension(tag.unit()) : List.of();
      if (!allowed.contains(symbol) && !symbol.equals(tag.unit())) {
        throw new InputException(
            "unit",
            "%s is in “%s”, which is no %s".formatted(tag.name(), tag.unit(), symbol),
            allowed.isEmpty()
                ? "ask for its states without a unit"
                : "use one of " + String.join(" ", allowed));
      }
    }
  }
}
