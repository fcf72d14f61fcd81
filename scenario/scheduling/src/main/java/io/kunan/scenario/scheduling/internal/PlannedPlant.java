package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.kernel.AssetId;
import java.time.Duration;
import java.time.Instant;

/**
 * A plant that is planned.
 *
 * @param asset where it stands in the asset tree
 * @param startsAt minute 0
 * @param virtual whether it is no real plant
 * @param problem machines, set-ups, calendars and open orders
 */
public record PlannedPlant(AssetId asset, Instant startsAt, boolean virtual, PlantProblem problem) {

  /** The minute of the plan at an instant, 0 before it begins. */
  public int minute(Instant at) {
    return (int) Math.max(0, Duration.between(startsAt, at).toMinutes());
  }

  /** The instant of a minute of the plan. */
  public Instant at(int minute) {
    return startsAt.plus(Duration.ofMinutes(minute));
  }
}
