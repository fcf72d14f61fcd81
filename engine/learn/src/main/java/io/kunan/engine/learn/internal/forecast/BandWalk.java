package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.RollingBand;

/**
 * Forecasts one after the other, as they are given out in a plant: each gets the band that the
 * targets arrived by its origin allow.
 *
 * @param origins rows at which the forecasts are made, rising
 * @param times of the targets
 * @param mid forecasts
 * @param reach of their own bands
 * @param actual what came
 */
@SuppressWarnings("ArrayRecordComponent") // as many as rows
record BandWalk(int[] origins, long[] times, double[] mid, BandShape.Reach reach, double[] actual) {

  /** The bands given out. */
  @SuppressWarnings("ArrayRecordComponent") // as many as rows
  record Edges(double[] low, double[] high) {
    boolean holds(int row, double actual) {
      return actual >= low[row] && actual <= high[row];
    }
  }

  /** Gives out the bands and lets {@code band} learn from every target, the last ones too. */
  Edges through(RollingBand band, History history) {
    Edges edges = new Edges(new double[mid.length], new double[mid.length]);
    int seen = 0;
    for (int row = 0; row < mid.length; row++) {
      int arrived = history.arrivedEndAt(origins[row]);
      while (seen < row && history.isBefore(origins[seen], arrived)) {
        observe(band, edges, seen++);
      }
      RollingBand.Band given = band.around(mid[row], reach.low()[row], reach.high()[row]);
      edges.low[row] = given.low();
      edges.high[row] = given.high();
    }
    while (seen < mid.length) {
      observe(band, edges, seen++);
    }
    return edges;
  }

  private void observe(RollingBand band, Edges edges, int row) {
    band.observe(
        times[row],
        mid[row],
        reach.low()[row],
        reach.high()[row],
        new RollingBand.Band(edges.low[row], edges.high[row]),
        actual[row]);
  }
}
