package io.kunan.engine.learn.detect.internal;

import java.io.DataOutput;
import java.io.IOException;

/**
 * A trained measure of how unlike the training rows the newest rows are: zero or more, larger means
 * less alike. Immutable; each stream of rows gets its own {@link Scorer}.
 */
public sealed interface Statistic
    permits QuadraticStatistic, NeighbourStatistic, CusumStatistic, ForestStatistic {
  /** A scorer at the start of a stream of rows. */
  Scorer scorer();

  /** Writes what {@link StatisticCodec} needs to build this statistic again, bit for bit. */
  void write(DataOutput out) throws IOException;

  /** Reads rows one by one; keeps the short memory that the statistic needs. */
  interface Scorer {
    /** No variable's part is wanted. */
    double[] UNASKED = {};

    /**
     * The statistic at this row.
     *
     * @param row one value for each variable, in the unit of training, no NaN
     * @param parts receives what each variable adds to the statistic, zero or more each; without
     *     places ({@link #UNASKED}) when nobody asks, which spares the work
     */
    double next(double[] row, double[] parts);
  }

  /** How a statistic is trained. */
  @FunctionalInterface
  interface Fit {
    /** Trains on runs of normal operation; within a run the rows follow each other. */
    Statistic fit(Runs runs);
  }
}
