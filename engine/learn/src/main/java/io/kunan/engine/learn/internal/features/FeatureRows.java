package io.kunan.engine.learn.internal.features;

import java.util.List;
import java.util.stream.IntStream;

/** The features of every row of a panel, calculated once and kept by column. */
public final class FeatureRows {
  private final List<Feature> features;
  private final float[][] columns;

  private FeatureRows(List<Feature> features, float[][] columns) {
    this.features = features;
    this.columns = columns;
  }

  /** Calculates every feature at every row. */
  public static FeatureRows of(Panel panel, List<Feature> features) {
    float[][] columns =
        features.parallelStream().map(feature -> column(panel, feature)).toArray(float[][]::new);
    return new FeatureRows(List.copyOf(features), columns);
  }

  /** The features of some rows, as learners take them. */
  public static Matrix rows(Panel panel, List<Feature> features, int[] origins) {
    float[] cells = new float[origins.length * features.size()];
    int cell = 0;
    for (int origin : origins) {
      for (Feature feature : features) {
        cells[cell++] = (float) feature.at(panel.frame(origin), panel.place(origin));
      }
    }
    return new Matrix(cells, origins.length, features.size());
  }

  public List<Feature> features() {
    return features;
  }

  /** The same rows with some of the features only. */
  public FeatureRows select(int[] wanted) {
    return new FeatureRows(
        IntStream.of(wanted).mapToObj(features::get).toList(),
        IntStream.of(wanted).mapToObj(i -> columns[i]).toArray(float[][]::new));
  }

  /** Some rows one after the other, as learners take them. */
  public Matrix matrix(int[] origins) {
    int width = columns.length;
    float[] cells = new float[origins.length * width];
    for (int column = 0; column < width; column++) {
      float[] values = columns[column];
      for (int row = 0; row < origins.length; row++) {
        cells[row * width + column] = values[origins[row]];
      }
    }
    return new Matrix(cells, origins.length, width);
  }

  private static float[] column(Panel panel, Feature feature) {
    float[] values = new float[panel.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = (float) feature.at(panel.frame(row), panel.place(row));
    }
    return values;
  }
}
