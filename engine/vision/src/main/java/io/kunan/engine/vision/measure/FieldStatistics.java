package io.kunan.engine.vision.measure;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure over the fields of a sample, as ASTM E562-19 tells it.
 *
 * @param fields n
 * @param mean over the fields
 * @param deviation s, of single fields; NaN for one field
 * @param confidence half-width of the 95 % confidence interval of the mean; NaN for one field
 * @param relativeAccuracy %RA = 100 · confidence / |mean|; NaN for one field
 */
public record FieldStatistics(
    int fields, double mean, double deviation, double confidence, double relativeAccuracy) {
  private static final double TWO_SIDED_95 = 0.975;
  private static final int MOST_FIELDS = 1_000_000;

  /** The statistics of one figure for each field; fields where it is NaN take no part. */
  public static FieldStatistics of(double... perField) {
    double[] known = Arrays.stream(perField).filter(Double::isFinite).toArray();
    int n = known.length;
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    if (n < 2) {
      return new FieldStatistics(n, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double confidence = t(n) * deviation / Math.sqrt(n);
    return new FieldStatistics(n, mean, deviation, confidence, 100 * confidence / Math.abs(mean));
  }

  /**
   * How many fields in all would bring %RA down to a wanted one, were they alike; t follows the
   * number of fields.
   *
   * @param wanted %RA, greater than 0
   * @return the number of fields, 2 or more; 0 when it cannot be told from one field
   */
  public int fieldsNeeded(double wanted) {
    if (fields < 2 || !(wanted > 0) || mean == 0) {
      return 0;
    }
    int n = 2;
    while (n < MOST_FIELDS && 100 * t(n) * deviation / Math.sqrt(n) > wanted * Math.abs(mean)) {
      n += Math.max(1, n / 200);
    }
    return n;
  }

  private static double t(int n) {
    return TDistribution.of(n - 1.0).inverseCumulativeProbability(TWO_SIDED_95);
  }
}
