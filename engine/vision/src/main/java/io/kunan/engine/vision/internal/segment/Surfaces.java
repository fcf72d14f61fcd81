package io.kunan.engine.vision.internal.segment;

/**
 * The two surfaces of a layer.
 *
 * @param top first row of the layer in each column
 * @param bottom first row below the layer in each column, not above {@code top}
 */
@SuppressWarnings("ArrayRecordComponent") // one number a column
record Surfaces(int[] top, int[] bottom) {
  boolean holds(int x, int y) {
    return y >= top[x] && y < bottom[x];
  }
}
