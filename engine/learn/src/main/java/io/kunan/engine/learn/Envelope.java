package io.kunan.engine.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says whether the present is unlike anything a model was trained on, where its forecasts are worth
 * little. Two distances are taken: Mahalanobis with a regularised covariance (an odd combination of
 * usual values) and to the nearest training rows (a state never visited). Limits come from training
 * rows left out block by block.
 */
public final class Envelope {
  private static final int NEIGHBOURS = 5;

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

  /**
   * The envelope of training rows, which stand in time order.
   *
   * @param rows inputs of each row; NaN where one is missing
   */
  public static Envelope of(List<float[]> rows, List<String> inputs) {
    return new Envelope(EnvelopeFit.of(rows, inputs));
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

  double[] scaled(float[] row) {
    double[] scaled = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = Float.isNaN(row[i]) ? 0 : (row[i] - parts.mean[i]) / parts.spread[i];
    }
    return scaled;
  }

  double far(double[] scaled) {
    double sum = 0;
    for (int i = 0; i < scaled.length; i++) {
      for (int j = 0; j < scaled.length; j++) {
        sum += scaled[i] * parts.precision[i][j] * scaled[j];
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /** Distance to the fifth nearest training row. */
  double strange(double[] scaled) {
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
}
