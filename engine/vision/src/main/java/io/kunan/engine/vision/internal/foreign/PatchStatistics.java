package io.kunan.engine.vision.internal.foreign;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.Region;
import io.kunan.engine.vision.internal.filters.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Twenty-four figures of brightness and texture for each patch of a field. */
final class PatchStatistics {
  static final int SIZE = 24;

  private static final int SIDE = 128;
  private static final int MOST_PATCHES = 256;
  private static final double[] QUANTILES = {0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98};
  private static final int[] LAGS = {1, 2, 4, 8, 16, 32};

  private PatchStatistics() {}

  /** The figures of the patches of a field, the same number of patches from fields of one size. */
  static List<double[]> of(GreyImage field) {
    int side = Math.min(SIDE, Math.min(field.width(), field.height()));
    int across = Math.max(1, field.width() / side);
    int down = Math.max(1, field.height() / side);
    int every = Math.max(1, (int) Math.ceil(Math.sqrt((double) across * down / MOST_PATCHES)));
    List<double[]> patches = new ArrayList<>();
    for (int y = 0; y < down; y += every) {
      for (int x = 0; x < across; x += every) {
        patches.add(patch(field.window(new Region(x * side, y * side, side, side))));
      }
    }
    return patches;
  }

  private static double[] patch(GreyImage patch) {
    double[] figures = new double[SIZE];
    int next = moments(patch.values(), figures);
    next = quantiles(patch.values(), figures, next);
    for (int lag : LAGS) {
      figures[next++] = Math.log(roughness(patch, lag) + 1e-6);
    }
    float[] fine = patch.values();
    for (int radius : new int[] {1, 2, 4, 8, 16}) {
      float[] coarse = Box.smooth(patch.values(), patch.width(), patch.height(), radius);
      figures[next++] = Math.log(difference(fine, coarse) + 1e-6);
      fine = coarse;
    }
    float[] curved = new float[fine.length];
    float[] smooth = Box.mean(patch.values(), patch.width(), patch.height(), 1);
    for (int i = 0; i < curved.length; i++) {
      curved[i] = patch.values()[i] - smooth[i];
    }
    figures[next++] = tails(curved);
    figures[next] = skew(curved);
    return figures;
  }

  private static int moments(float[] values, double[] figures) {
    double mean = mean(values);
    figures[0] = mean;
    figures[1] = Math.log(deviation(values, mean) + 1e-6);
    figures[2] = skew(values);
    figures[3] = tails(values);
    return 4;
  }

  private static int quantiles(float[] values, double[] figures, int first) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int next = first;
    for (double share : QUANTILES) {
      figures[next++] = sorted[(int) (share * (sorted.length - 1))];
    }
    return next;
  }

  /** Root mean square of the change over a distance, right and down. */
  private static double roughness(GreyImage patch, int lag) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y + lag < patch.height(); y++) {
      for (int x = 0; x + lag < patch.width(); x++) {
        float here = patch.at(x, y);
        double right = patch.at(x + lag, y) - here;
        double down = patch.at(x, y + lag) - here;
        sum += right * right + down * down;
        count += 2;
      }
    }
    return Math.sqrt(sum / Math.max(1, count));
  }

  private static double difference(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double d = one[i] - (double) other[i];
      sum += d * d;
    }
    return Math.sqrt(sum / one.length);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values, double mean) {
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  /** Bounded, so that one spot does not decide. */
  private static double skew(float[] values) {
    return Math.tanh(power(values, 3) / 2);
  }

  private static double tails(float[] values) {
    return Math.log(power(values, 4) + 1);
  }

  private static double power(float[] values, int exponent) {
    double mean = mean(values);
    double deviation = deviation(values, mean) + 1e-6;
    double sum = 0;
    for (float value : values) {
      double scaled = (value - mean) / deviation;
      double cube = scaled * scaled * scaled;
      sum += exponent == 3 ? cube : cube * scaled;
    }
    return sum / values.length;
  }
}
