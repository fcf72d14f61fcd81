package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.internal.filters.Mirror;

/**
 * Slope and curvatures of a surface by central differences over a step.
 *
 * @param slope length of the gradient
 * @param largerCurvature larger eigenvalue of the Hessian: positive in dark lines and spots
 * @param smallerCurvature smaller eigenvalue: negative on bright lines and spots
 */
@SuppressWarnings("ArrayRecordComponent") // planes of an image
record Derivatives(float[] slope, float[] largerCurvature, float[] smallerCurvature) {

  static Derivatives of(float[] values, int width, int height, int step) {
    int n = values.length;
    Derivatives all = new Derivatives(new float[n], new float[n], new float[n]);
    int[] left = new int[width];
    int[] right = new int[width];
    for (int x = 0; x < width; x++) {
      left[x] = Mirror.inside(x - step, width);
      right[x] = Mirror.inside(x + step, width);
    }
    for (int y = 0; y < height; y++) {
      int up = Mirror.inside(y - step, height) * width;
      int down = Mirror.inside(y + step, height) * width;
      all.row(values, y * width, up, down, left, right);
    }
    return all;
  }

  private void row(float[] v, int at, int up, int down, int[] left, int[] right) {
    for (int x = 0; x < left.length; x++) {
      int l = left[x];
      int r = right[x];
      float middle = v[at + x];
      float dx = (v[at + r] - v[at + l]) / 2;
      float dy = (v[down + x] - v[up + x]) / 2;
      float xx = v[at + r] - 2 * middle + v[at + l];
      float yy = v[down + x] - 2 * middle + v[up + x];
      float xy = (v[down + r] - v[down + l] - v[up + r] + v[up + l]) / 4;
      float half = (xx - yy) / 2;
      float spread = (float) Math.sqrt(half * half + xy * xy);
      slope[at + x] = (float) Math.sqrt(dx * dx + dy * dy);
      largerCurvature[at + x] = (xx + yy) / 2 + spread;
      smallerCurvature[at + x] = (xx + yy) / 2 - spread;
    }
  }
}
