package io.kunan.scenario.potline.internal;

import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelMember;
import io.kunan.scenario.potline.PotQuantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is forecast of a line: the next laboratory bath temperature of each pot, a day ahead, from
 * what the pot did before. One model for all pots: a pot gives one sample a day, which a week does
 * not make enough of, and what moves its temperature is the same in all.
 *
 * <p>Rows are shifts of eight hours. A pot is measured once a day, so the value held a day later is
 * that of the next round. Most of its scatter is the laboratory's (2 °C): the mean of a pot's
 * recent values is a far better guess than the last one, and the one to beat.
 */
@Component
public class BathTemperatureModel {
  private static final Duration ROW = Duration.ofHours(8);
  private static final int ROWS_AHEAD = 3;
  private static final Duration TRAINED_OVER = Duration.ofDays(28);
  private static final List<PotQuantity> TAGS =
      List.of(
          PotQuantity.TEMPERATURE,
          PotQuantity.VOLTAGE,
          PotQuantity.NOISE,
          PotQuantity.FEED,
          PotQuantity.DOSE,
          PotQuantity.EXCESS);

  /** A cold anode cools the bath for hours; the round of measuring goes before the tap. */
  private static final List<String> EVENTS = List.of("ANODE_CHANGE", "TAP");

  private final Potrooms potrooms;

  BathTemperatureModel(Potrooms potrooms) {
    this.potrooms = potrooms;
  }

  /** The model of a line; empty when no pot of it has all the tags. */
  public Optional<ModelDefinition> of(Asset line) {
    List<ModelMember> members =
        potrooms.pots(line.id()).stream().flatMap(pot -> member(pot).stream()).toList();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    List<TagId> tags = members.getFirst().tags();
    return Optional.of(
        new ModelDefinition(
            "bath-temperature-24h-line-" + line.id().value(),
            name(line),
            line.id(),
            tags.getFirst(),
            tags.subList(1, tags.size()),
            members,
            EVENTS,
            ROW,
            ROWS_AHEAD,
            TRAINED_OVER,
            potrooms.zone(line.id()),
            1));
  }

  /** A pot that lacks a tag is left out: its rows would lack a column. */
  private Optional<ModelMember> member(Asset pot) {
    List<TagId> tags =
        TAGS.stream()
            .flatMap(quantity -> potrooms.tag(pot.id(), quantity).stream())
            .map(Tag::id)
            .toList();
    return tags.size() == TAGS.size()
        ? Optional.of(new ModelMember(pot.id(), tags))
        : Optional.empty();
  }

  private static Text name(Asset line) {
    return new Text(
        line.name().zh() + "槽温 24 小时预测", line.name().en() + ": bath temperature 24 h ahead");
  }
}
