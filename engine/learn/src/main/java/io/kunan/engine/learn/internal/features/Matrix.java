package io.kunan.engine.learn.internal.features;

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
}
