package io.kunan.engine.vision;

import java.awt.geom.Ellipse2D;
import java.util.Random;

/** Dark round particles, small and large, on a noisy bright matrix. */
final class Blobs {
  static final PhaseClasses CLASSES = PhaseClasses.parse("0=matrix,1=fine,2=coarse");

  private Blobs() {}

  /** A field of 256 × 256 pixels; both kinds of particle are equally dark. */
  static LabelledField field(long seed) {
    return field("field-" + seed, seed, 1, 0);
  }

  static LabelledField field(String name, long seed, double gain, double offset) {
    Random random = new Random(seed);
    LabelImage coarse = Pictures.drawn(256, 256, pen -> particles(pen, random, 7, 22));
    LabelImage fine = Pictures.drawn(256, 256, pen -> particles(pen, random, 40, 4));
    byte[] classes = new byte[256 * 256];
    float[] values = new float[classes.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) (coarse.at(i) == 1 ? 2 : fine.at(i));
      double grey = classes[i] == 0 ? 0.6 : 0.4;
      values[i] = (float) (offset + gain * (grey + 0.05 * random.nextGaussian()));
    }
    return new LabelledField(
        name, new GreyImage(256, 256, values), new LabelImage(256, 256, classes));
  }

  private static void particles(java.awt.Graphics2D pen, Random random, int count, double radius) {
    for (int i = 0; i < count; i++) {
      double r = radius * (0.8 + 0.4 * random.nextDouble());
      pen.fill(
          new Ellipse2D.Double(
              random.nextDouble() * 256 - r, random.nextDouble() * 256 - r, 2 * r, 2 * r));
    }
  }

  /** A field of stripes: nothing the recipe knows. */
  static GreyImage stripes() {
    float[] values = new float[256 * 256];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.5 + 0.2 * Math.sin(i % 256 / 3.0));
    }
    return new GreyImage(256, 256, values);
  }
}
