package io.kunan.engine.learn.detect.internal;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Score of a Random Cut Forest (Guha, Mishra, Roy and Schrijvers, Robust random cut forest based
 * anomaly detection on streams, ICML 2016) grown on the training windows and then left as it is.
 * The windows are kept instead of the trees: the same windows and seed grow the same forest.
 */
@SuppressWarnings("ArrayRecordComponent") // private to the statistics, never changed after the fit
record ForestStatistic(Scaling scaling, Window window, double[][] views, long seed)
    implements Statistic {
  private static final int TREES = 30;
  private static final int SAMPLES = 256;

  static ForestStatistic fit(Runs runs, Window window, long seed) {
    Scaling scaling = Scaling.of(runs);
    double[][] views = window.views(scaling.apply(runs));
    return new ForestStatistic(scaling, window, NeighbourStatistic.thin(views), seed);
  }

  @Override
  public Scorer scorer() {
    Window.Memory memory = window.new Memory();
    RandomCutForest forest = grow();
    return (row, parts) -> {
      double[] view = memory.next(scaling.apply(row));
      if (parts.length == 0) {
        return forest.getAnomalyScore(single(view));
      }
      DiVector shares = forest.getAnomalyAttribution(single(view));
      Arrays.fill(parts, 0);
      for (int i = 0; i < view.length; i++) {
        parts[i % parts.length] += shares.getHighLowSum(i);
      }
      double statistic = forest.getAnomalyScore(single(view));
      Parts.scaleTo(statistic, parts);
      return statistic;
    };
  }

  private RandomCutForest grow() {
    RandomCutForest forest =
        RandomCutForest.builder()
            .dimensions(views[0].length)
            .numberOfTrees(TREES)
            .sampleSize(SAMPLES)
            .outputAfter(1)
            .randomSeed(seed)
            .parallelExecutionEnabled(false)
            .build();
    for (double[] view : views) {
      forest.update(single(view));
    }
    return forest;
  }

  private static float[] single(double[] view) {
    float[] single = new float[view.length];
    for (int i = 0; i < view.length; i++) {
      single[i] = (float) view[i];
    }
    return single;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(StatisticCodec.FOREST);
    scaling.write(out);
    StatisticCodec.write(out, window);
    StatisticCodec.write(out, views);
    out.writeLong(seed);
  }

  static ForestStatistic read(DataInput in) throws IOException {
    return new ForestStatistic(
        Scaling.read(in),
        StatisticCodec.readWindow(in),
        StatisticCodec.readMatrix(in),
        in.readLong());
  }
}
