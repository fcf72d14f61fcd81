package io.kunan.scenario.potline.internal;

import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.scenario.potline.PotQuantity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is forecast of a pot: its bath temperature a day ahead, from what the pot does between two
 * laboratory samples. Rows of ten minutes: a week of hours would be too few rows for a day ahead.
 * The temperature is a held laboratory value, so the last value is the guess to beat.
 */
@Component
public class BathTemperatureModel {
  private static final Duration ROW = Duration.ofMinutes(10);
  private static final int ROWS_AHEAD = 144;
  private static final Duration TRAINED_OVER = Duration.ofDays(28);
  private static final List<PotQuantity> INPUTS =
      List.of(
          PotQuantity.VOLTAGE,
          PotQuantity.NOISE,
          PotQuantity.FEED,
          PotQuantity.DOSE,
          PotQuantity.EXCESS,
          PotQuantity.SUPERHEAT);

  private final Potrooms potrooms;
  private final Assets assets;

  BathTemperatureModel(Potrooms potrooms, Assets assets) {
    this.potrooms = potrooms;
    this.assets = assets;
  }

  /** The model of a pot; empty when no tag of it measures the temperature, or none an input. */
  public Optional<ModelDefinition> of(Asset pot) {
    Optional<Tag> target = potrooms.tag(pot.id(), PotQuantity.TEMPERATURE);
    List<TagId> inputs =
        INPUTS.stream()
            .flatMap(quantity -> potrooms.tag(pot.id(), quantity).stream())
            .map(Tag::id)
            .toList();
    if (target.isEmpty() || inputs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelDefinition(
            "bath-temperature-24h-" + pot.id().value(),
            name(pot),
            pot.id(),
            target.get().id(),
            inputs,
            ROW,
            ROWS_AHEAD,
            TRAINED_OVER,
            zone(pot),
            1));
  }

  private static Text name(Asset pot) {
    return new Text(
        pot.name().zh() + "槽温 24 小时预测", pot.name().en() + ": bath temperature 24 h ahead");
  }

  /** The plant's clock; UTC when it names none that exists. */
  private ZoneId zone(Asset pot) {
    String zone =
        assets
            .tree()
            .findAbove(pot.id(), AssetKind.PLANT)
            .map(plant -> plant.attributes().get("zone"))
            .orElse("Z");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
