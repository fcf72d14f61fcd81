package io.kunan.scenario.scheduling;

import io.kunan.kernel.AssetId;

/** Plans of generated plants, to try scheduling on before there is a plant of one's own. */
public interface VirtualPlanning {
  /**
   * Plans a generated strip plant for an asset that has no plan, or whose generated plan is over.
   *
   * @param orders open orders
   * @param days over which they are due
   */
  void ensure(AssetId asset, int orders, int days);
}
