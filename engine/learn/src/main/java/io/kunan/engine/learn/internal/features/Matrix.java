package io.kunan.engine.learn.internal.features;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Feature vectors one after the other.
 *
 * @param cells row by row; NaN where a feature has no value
 */
@SuppressWarnings("ArrayRecordComponent") // millions of cells, handed to native code as they are
public record Matrix(float[] cells, int rows, int columns) {
  public float at(int row, int column) {
    return cells[row * columns + column];
  }

  /** The rows one by one. */
  public List<float[]> list() {
    return IntStream.range(0, rows)
        .mapToObj(row -> Arrays.copyOfRange(cells, row * columns, (row + 1) * columns))
        .toList();
  }
}
