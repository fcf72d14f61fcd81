package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantGenerator;
import io.kunan.kernel.AssetId;
import io.kunan.platform.assets.Assets;
import io.kunan.scenario.scheduling.VirtualPlanning;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Generates plants where none is planned. */
@Component
class GeneratedPlants implements VirtualPlanning {
  private static final int DAY = 24 * 60;
  private static final long SEED = 1;
  private static final String BY = "demo";

  private final PlanDesk desk;
  private final Assets assets;
  private final Clock clock;

  GeneratedPlants(PlanDesk desk, Assets assets, Clock clock) {
    this.desk = desk;
    this.assets = assets;
    this.clock = clock;
  }

  @Override
  public void ensure(AssetId asset, int orders, int days) {
    Optional<PlannedPlant> known = desk.find(asset);
    if (known.isPresent() && !isOver(known.get(), days)) {
      return;
    }
    // Begun yesterday, so that there is something under way to look at.
    Instant yesterday =
        clock
            .instant()
            .atZone(assets.tree().zone(asset))
            .truncatedTo(ChronoUnit.DAYS)
            .minusDays(1)
            .toInstant();
    desk.open(
        new PlannedPlant(asset, yesterday, true, PlantGenerator.generate(orders, days, SEED)), BY);
  }

  private boolean isOver(PlannedPlant plant, int days) {
    return plant.virtual() && desk.now(plant) > days * DAY;
  }
}
