package io.kunan.engine.vision.synthetic.internal;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.internal.filters.Box;
import java.util.SplittableRandom;

/** Turns a specimen into what the eyepiece shows: blur, uneven light, scratches and noise. */
public final class Microscope {
  private Microscope() {}

  public static GreyImage see(Canvas canvas, SplittableRandom random) {
    int side = canvas.side();
    float[] values = canvas.brightness().clone();
    scratch(values, side, random);
    values = Box.mean(values, side, side, 1); // the optics' own blur
    double slopeX = 0.12 * (random.nextDouble() - 0.5);
    double slopeY = 0.12 * (random.nextDouble() - 0.5);
    double bowl = 0.1 * random.nextDouble();
    double gain = 0.9 + 0.2 * random.nextDouble();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = (double) x / side - 0.5;
        double v = (double) y / side - 0.5;
        double light = gain * (1 + slopeX * u + slopeY * v - bowl * (u * u + v * v));
        double noise = 0.02 * Randoms.normal(random);
        values[y * side + x] = (float) Math.clamp(values[y * side + x] * light + noise, 0.0, 1.0);
      }
    }
    return new GreyImage(side, side, values);
  }

  /** Fine polishing marks, one pixel wide, that belong to no class. */
  private static void scratch(float[] values, int side, SplittableRandom random) {
    int scratches = random.nextInt(4);
    for (int i = 0; i < scratches; i++) {
      double x = random.nextDouble() * side;
      double y = random.nextDouble() * side;
      double angle = random.nextDouble() * Math.PI;
      double length = side * (0.2 + 0.5 * random.nextDouble());
      for (double t = 0; t < length; t += 0.7) {
        int column = (int) (x + t * Math.cos(angle));
        int row = (int) (y + t * Math.sin(angle));
        if (column >= 0 && column < side && row >= 0 && row < side) {
          values[row * side + column] *= 0.9f;
        }
      }
    }
  }
}
