package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;
import java.util.List;

/**
 * Repeats what was, as a person without a model would.
 *
 * @param columns the feature to repeat; where it has no value the next one
 * @param otherwise the forecast where none has a value: the median of the rows learned from
 */
public record NaiveModel(List<Integer> columns, double otherwise) implements Fitted {
  public NaiveModel {
    columns = List.copyOf(columns);
  }

  @Override
  public double[] predict(Matrix x) {
    double[] forecast = new double[x.rows()];
    for (int row = 0; row < forecast.length; row++) {
      int column = column(x, row);
      forecast[row] = column < 0 ? otherwise : x.at(row, column);
    }
    return forecast;
  }

  @Override
  public double[][] contributions(Matrix x) {
    double[][] parts = new double[x.rows()][x.columns() + 1];
    for (int row = 0; row < parts.length; row++) {
      int column = column(x, row);
      if (column >= 0) {
        parts[row][column] = x.at(row, column) - otherwise;
      }
      parts[row][x.columns()] = otherwise;
    }
    return parts;
  }

  private int column(Matrix x, int row) {
    for (int column : columns) {
      if (!Float.isNaN(x.at(row, column))) {
        return column;
      }
    }
    return -1;
  }
}
