package io.kunan.scenario.potline.core.loop;

import java.util.List;

/**
 * What the line has published in one hour.
 *
 * @param micros end of the hour, UTC
 * @param sodaFraction Na2O of the last analysed batch of alumina, kg/kg
 * @param pots in the order of the line
 */
public record LineReport(long micros, double sodaFraction, List<PotReport> pots) {
  public LineReport {
    pots = List.copyOf(pots);
  }
}
