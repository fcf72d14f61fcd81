package io.kunan.engine.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.structure.Access2D;

/** Finds an {@link Envelope} and its limits from training rows. */
final class EnvelopeFit {
  private static final int BLOCKS = 5;
  private static final int REFERENCE_ROWS = 1_000;
  private static final double RIDGE = 0.05;
  private static final double QUANTILE = 0.99;
  private static final double MARGIN = 1.25;

  private EnvelopeFit() {}

  /** The parts of the envelope of training rows. */
  static Envelope.Parts of(List<float[]> rows, List<String> inputs) {
    double far = 0;
    double strange = 0;
    for (int block = 0; block < BLOCKS; block++) {
      int from = (int) ((long) rows.size() * block / BLOCKS);
      int to = (int) ((long) rows.size() * (block + 1) / BLOCKS);
      int[] kept = thinned(IntStream.range(0, rows.size()).filter(r -> r < from || r >= to));
      int[] left = thinned(IntStream.range(from, to));
      Envelope others = new Envelope(fit(rows, kept, inputs));
      double[] fars = new double[left.length];
      double[] stranges = new double[left.length];
      for (int i = 0; i < left.length; i++) {
        double[] scaled = others.scaled(rows.get(left[i]));
        fars[i] = others.far(scaled);
        stranges[i] = others.strange(scaled);
      }
      far = Math.max(far, quantile(fars));
      strange = Math.max(strange, quantile(stranges));
    }
    Envelope.Parts all = fit(rows, thinned(IntStream.range(0, rows.size())), inputs);
    return new Envelope.Parts(
        all.inputs(),
        all.mean(),
        all.spread(),
        all.precision(),
        all.reference(),
        Math.max(1e-9, far * MARGIN),
        Math.max(1e-9, strange * MARGIN));
  }

  private static Envelope.Parts fit(List<float[]> rows, int[] kept, List<String> inputs) {
    int width = inputs.size();
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int column = 0; column < width; column++) {
      int c = column;
      double[] values =
          IntStream.of(kept)
              .mapToDouble(row -> rows.get(row)[c])
              .filter(value -> !Double.isNaN(value))
              .toArray();
      double average = Arrays.stream(values).average().orElse(0);
      mean[c] = average;
      double variance =
          Arrays.stream(values).map(v -> (v - average) * (v - average)).average().orElse(0);
      spread[c] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    Envelope.Parts bare =
        new Envelope.Parts(inputs, mean, spread, new double[0][], new double[0][], 1, 1);
    Envelope scaler = new Envelope(bare);
    double[][] reference =
        IntStream.of(kept).mapToObj(row -> scaler.scaled(rows.get(row))).toArray(double[][]::new);
    return new Envelope.Parts(inputs, mean, spread, precision(reference, width), reference, 1, 1);
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
