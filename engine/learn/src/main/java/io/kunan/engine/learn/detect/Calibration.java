package io.kunan.engine.learn.detect;

import io.kunan.engine.learn.detect.internal.StatisticCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Brings statistics of any kind to one scale: the logarithm of each, less its mean, in deviations,
 * as seen on training rows that the statistic was not fitted on; then the mean of all.
 *
 * @param floors added to each statistic before the logarithm, so that a frozen signal is not
 *     infinitely normal
 * @param centres mean logarithm of each statistic
 * @param spreads deviation of the logarithm of each statistic
 * @param limit of the smoothed mean
 */
@SuppressWarnings("ArrayRecordComponent") // private to the detector, never changed
record Calibration(double[] floors, double[] centres, double[] spreads, double limit) {
  double scale(int statistic, double value) {
    return (Math.log(value + floors[statistic]) - centres[statistic]) / spreads[statistic];
  }

  void write(DataOutput out) throws IOException {
    StatisticCodec.write(out, floors);
    StatisticCodec.write(out, centres);
    StatisticCodec.write(out, spreads);
    out.writeDouble(limit);
  }

  static Calibration read(DataInput in) throws IOException {
    return new Calibration(
        StatisticCodec.readVector(in),
        StatisticCodec.readVector(in),
        StatisticCodec.readVector(in),
        in.readDouble());
  }
}
