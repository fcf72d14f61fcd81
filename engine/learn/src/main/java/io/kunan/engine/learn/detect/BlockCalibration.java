package io.kunan.engine.learn.detect;

import io.kunan.engine.learn.detect.internal.Runs;
import io.kunan.engine.learn.detect.internal.Statistic;
import io.kunan.kernel.InputException;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the scale and the limit of statistics by block cross-validation of the training rows. Each
 * block is scored by statistics fitted on the others, less a guard of a quarter block on both sides
 * because neighbouring rows resemble each other (h-block cross-validation: Burman, Chow and Nolan,
 * Biometrika 81, 1994). Limits taken on the fitted rows themselves give many times the false alarms
 * asked for.
 *
 * <p>The limit is a prediction limit for a row of a new block: Student's t with the variance within
 * blocks and, separately, between them. Where blocks differ, as in a plant that drifts, the limit
 * moves out; where they are alike, it stays near the normal quantile. What is watched later goes on
 * from where training ended: where the last block, which is told from the past alone, stands higher
 * than the mean of all, the limit is counted from there.
 */
final class BlockCalibration {
  private static final int MOST_BLOCKS = 8;
  private static final int FEWEST_BLOCKS = 4;
  private static final int ROWS_OF_A_SMALL_BLOCK = 25;

  private final DetectorSettings settings;
  private final Runs runs;
  private final int blocks;

  BlockCalibration(Runs runs, DetectorSettings settings) {
    this.runs = runs;
    this.settings = settings;
    blocks = Math.clamp(runs.rows() / ROWS_OF_A_SMALL_BLOCK, FEWEST_BLOCKS, MOST_BLOCKS);
  }

  Calibration calibrate(List<Statistic.Fit> fits) {
    double[] floors = new double[fits.size()];
    double[] centres = new double[fits.size()];
    double[] spreads = new double[fits.size()];
    double[][] means = new double[blocks][];
    for (int b = 0; b < blocks; b++) {
      means[b] = new double[start(b + 1) - start(b)];
    }
    for (int s = 0; s < fits.size(); s++) {
      double[][] scores = heldOutScores(fits.get(s));
      double[] all = Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
      floors[s] = 1e-3 * mean(all);
      for (double[] block : scores) {
        for (int i = 0; i < block.length; i++) {
          block[i] = Math.log(block[i] + floors[s]);
        }
      }
      double[] logarithms = Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
      centres[s] = mean(logarithms);
      spreads[s] = Math.sqrt(variance(logarithms));
      if (!(spreads[s] > 0)) {
        throw new InputException(
            "training rows",
            "the statistic “%s” does not vary on them".formatted(settings.method().label()),
            "give more variables or rows, or use the method combined");
      }
      addScaled(means, scores, centres[s], spreads[s] * fits.size());
    }
    return new Calibration(floors, centres, spreads, limit(means));
  }

  private int start(int block) {
    return (int) ((long) block * runs.rows() / blocks);
  }

  private double[][] heldOutScores(Statistic.Fit fit) {
    double[][] rows = runs.all();
    int guard = rows.length / blocks / 4;
    double[][] scores = new double[blocks][];
    for (int b = 0; b < blocks; b++) {
      int from = start(b);
      int to = start(b + 1);
      Statistic.Scorer scorer = fit.fit(runs.without(from - guard, to + guard)).scorer();
      scores[b] = new double[to - from];
      for (int i = from; i < to; i++) {
        scores[b][i - from] = scorer.next(rows[i], Statistic.Scorer.UNASKED);
      }
    }
    return scores;
  }

  private static void addScaled(
      double[][] means, double[][] logarithms, double centre, double spread) {
    for (int b = 0; b < means.length; b++) {
      for (int i = 0; i < means[b].length; i++) {
        means[b][i] += (logarithms[b][i] - centre) / spread;
      }
    }
  }

  private double limit(double[][] means) {
    double[] blockMeans = new double[blocks];
    double within = 0;
    for (int b = 0; b < blocks; b++) {
      double[] smoothed = smooth(means[b]);
      blockMeans[b] = mean(smoothed);
      within += variance(smoothed) / blocks;
    }
    double between = variance(blockMeans) * blocks / (blocks - 1);
    double deviation = Math.sqrt(within + between * (1 + 1.0 / blocks));
    double quantile = new StudentT(blocks - 1).quantile(1 - settings.falseAlarms() / 100);
    double centre = Math.max(mean(blockMeans), blockMeans[blocks - 1]);
    return centre + quantile * deviation;
  }

  private double[] smooth(double[] values) {
    double[] smoothed = new double[values.length];
    double level = 0;
    for (int i = 0; i < values.length; i++) {
      level += settings.smoothing() * (values[i] - level);
      smoothed[i] = level;
    }
    return smoothed;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
  }
}
