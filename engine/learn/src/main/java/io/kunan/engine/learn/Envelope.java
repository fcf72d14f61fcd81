package io.kunan.engine.learn;

import io.kunan.engine.learn.internal.features.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.structure.Access2D;

/**
 * Says whether the present is unlike anything a model was trained on, where its forecasts are worth
 * little. Two distances are taken: Mahalanobis with a regularised covariance (an odd combination of
 * usual values) and to the nearest training rows (a state never visited). Limits come from training
 * rows left out block by block.
 */
public final class Envelope {
  private static final int BLOCKS = 5;
  private static final int REFERENCE_ROWS = 1_000;
  private static final int NEIGHBOURS = 5;
  private static final double RIDGE = 0.05;
  private static final double QUANTILE = 0.99;
  private static final double MARGIN = 1.25;

  private final Parts parts;

  /**
   * What an envelope consists of.
   *
   * @param inputs names of the inputs looked at
   * @param mean of each input over the training rows
   * @param spread standard deviation of each, never 0
   * @param precision inverse of the regularised correlation, row by row
   * @param reference training rows, scaled
   * @param farLimit Mahalanobis distance that counts as 1
   * @param strangeLimit distance to the nearest training rows that counts as 1
   */
  @SuppressWarnings("ArrayRecordComponent") // matrices
  public record Parts(
      List<String> inputs,
      double[] mean,
      double[] spread,
      double[][] precision,
      double[][] reference,
      double farLimit,
      double strangeLimit) {}

  /**
   * @param score distance from the training rows; above 1 the present is unlike them
   * @param inside whether the model was trained on the like of it
   * @param farthest the inputs farthest from their usual values, at most three, or those missing
   */
  public record Verdict(double score, boolean inside, List<String> farthest) {
    public Verdict {
      farthest = List.copyOf(farthest);
    }
  }

  public Envelope(Parts parts) {
    this.parts = parts;
  }

  public Parts parts() {
    return parts;
  }

  /** The envelope of training rows, which stand in time order. */
  public static Envelope of(Matrix rows, List<String> inputs) {
    double far = 0;
    double strange = 0;
    for (int block = 0; block < BLOCKS; block++) {
      int from = (int) ((long) rows.rows() * block / BLOCKS);
      int to = (int) ((long) rows.rows() * (block + 1) / BLOCKS);
      int[] kept = thinned(IntStream.range(0, rows.rows()).filter(r -> r < from || r >= to));
      int[] left = thinned(IntStream.range(from, to));
      Envelope others = new Envelope(fit(rows, kept, inputs));
      double[] fars = new double[left.length];
      double[] stranges = new double[left.length];
      for (int i = 0; i < left.length; i++) {
        double[] scaled = others.scaled(row(rows, left[i]));
        fars[i] = others.far(scaled);
        stranges[i] = others.strange(scaled);
      }
      far = Math.max(far, quantile(fars));
      strange = Math.max(strange, quantile(stranges));
    }
    Parts all = fit(rows, thinned(IntStream.range(0, rows.rows())), inputs);
    return new Envelope(
        new Parts(
            all.inputs,
            all.mean,
            all.spread,
            all.precision,
            all.reference,
            Math.max(1e-9, far * MARGIN),
            Math.max(1e-9, strange * MARGIN)));
  }

  /** Judges one row of inputs, in the order of {@link Parts#inputs}. */
  public Verdict judge(float[] row) {
    List<String> missing =
        IntStream.range(0, row.length)
            .filter(i -> Float.isNaN(row[i]))
            .mapToObj(parts.inputs::get)
            .toList();
    double[] scaled = scaled(row);
    double score = Math.max(far(scaled) / parts.farLimit, strange(scaled) / parts.strangeLimit);
    if (missing.size() * 3 > row.length) {
      return new Verdict(
          Math.max(score, 1), false, missing.subList(0, Math.min(3, missing.size())));
    }
    List<String> farthest =
        IntStream.range(0, scaled.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(scaled[i])))
            .limit(3)
            .map(parts.inputs::get)
            .toList();
    return new Verdict(score, score <= 1, farthest);
  }

  private static Parts fit(Matrix rows, int[] kept, List<String> inputs) {
    int width = rows.columns();
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int column = 0; column < width; column++) {
      int c = column;
      double[] values =
          IntStream.of(kept)
              .mapToDouble(row -> rows.at(row, c))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      double average = Arrays.stream(values).average().orElse(0);
      mean[c] = average;
      double variance =
          Arrays.stream(values).map(v -> (v - average) * (v - average)).average().orElse(0);
      spread[c] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    Parts bare = new Parts(inputs, mean, spread, new double[0][], new double[0][], 1, 1);
    Envelope scaler = new Envelope(bare);
    double[][] reference =
        IntStream.of(kept).mapToObj(row -> scaler.scaled(row(rows, row))).toArray(double[][]::new);
    return new Parts(inputs, mean, spread, precision(reference, width), reference, 1, 1);
  }

  private static double[][] precision(double[][] scaled, int width) {
    double[][] correlation = new double[width][width];
    for (double[] row : scaled) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          correlation[i][j] += row[i] * row[j] / scaled.length;
        }
      }
    }
    for (int i = 0; i < width; i++) {
      correlation[i][i] += RIDGE;
    }
    R064Store matrix = R064Store.FACTORY.copy(Access2D.wrap(correlation));
    Cholesky<Double> cholesky = Cholesky.R064.make(matrix);
    cholesky.decompose(matrix);
    return cholesky.getInverse().toRawCopy2D();
  }

  private double[] scaled(float[] row) {
    double[] scaled = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = Float.isNaN(row[i]) ? 0 : (row[i] - parts.mean[i]) / parts.spread[i];
    }
    return scaled;
  }

  private double far(double[] scaled) {
    double sum = 0;
    for (int i = 0; i < scaled.length; i++) {
      for (int j = 0; j < scaled.length; j++) {
        sum += scaled[i] * parts.precision[i][j] * scaled[j];
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /** Distance to the fifth nearest training row. */
  private double strange(double[] scaled) {
    double[] nearest = new double[NEIGHBOURS];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (double[] other : parts.reference) {
      double distance = 0;
      for (int i = 0; i < scaled.length && distance < nearest[NEIGHBOURS - 1]; i++) {
        distance += (scaled[i] - other[i]) * (scaled[i] - other[i]);
      }
      if (distance < nearest[NEIGHBOURS - 1]) {
        nearest[NEIGHBOURS - 1] = distance;
        Arrays.sort(nearest);
      }
    }
    int last = Math.min(NEIGHBOURS, parts.reference.length) - 1;
    return Math.sqrt(nearest[last]);
  }

  private static float[] row(Matrix rows, int row) {
    return Arrays.copyOfRange(rows.cells(), row * rows.columns(), (row + 1) * rows.columns());
  }

  private static int[] thinned(IntStream rows) {
    int[] all = rows.toArray();
    int wanted = Math.min(all.length, REFERENCE_ROWS);
    return IntStream.range(0, wanted)
        .map(i -> all[(int) ((long) i * all.length / wanted)])
        .toArray();
  }

  private static double quantile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(int) (QUANTILE * (sorted.length - 1))];
  }
}
