package io.kunan.engine.vision.trainer.internal;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.internal.filters.Mirror;
import io.kunan.engine.vision.internal.network.NetworkJob.Content;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws crops of labelled fields and changes them as another specimen, lamp or operator would:
 * mirrored, turned, larger or smaller, bent a little, lit unevenly, blurred or noisy.
 */
final class Crops {
  private final List<Content> fields;
  private final int side;
  private final boolean layered;
  private final SplittableRandom random;

  /** A batch, its images one after the other. */
  @SuppressWarnings("ArrayRecordComponent") // handed to the network at once
  record Batch(float[] images, byte[] labels) {}

  Crops(List<Content> fields, int side, boolean layered, long seed) {
    this.fields = fields;
    this.side = side;
    this.layered = layered;
    this.random = new SplittableRandom(seed);
  }

  Batch next(int count) {
    Batch batch = new Batch(new float[count * side * side], new byte[count * side * side]);
    for (int i = 0; i < count; i++) {
      Content field = fields.get(random.nextInt(fields.size()));
      place(field, batch, i * side * side);
      light(batch.images(), i * side * side);
    }
    return batch;
  }

  /** Samples a turned, scaled, mirrored and bent square of a field. */
  private void place(Content field, Batch batch, int start) {
    GreyImage image = field.image();
    double most = layered ? Math.toRadians(6) : Math.PI;
    double angle = between(-most, most);
    double scale = Math.pow(1.25, between(-1, 1));
    double mirror = random.nextBoolean() ? -1 : 1;
    double cos = Math.cos(angle) * scale;
    double sin = Math.sin(angle) * scale;
    double centreX = between(0, image.width());
    double centreY = between(0, image.height());
    double bend = between(0, 2.5);
    double wave = between(0.02, 0.08);
    double phaseX = between(0, 6.28);
    double phaseY = between(0, 6.28);
    for (int v = 0; v < side; v++) {
      for (int u = 0; u < side; u++) {
        double a = mirror * (u - side / 2.0);
        double b = v - side / 2.0;
        double x = centreX + cos * a - sin * b + bend * Math.sin(wave * v + phaseX);
        double y = centreY + sin * a + cos * b + bend * Math.sin(wave * u + phaseY);
        batch.images()[start + v * side + u] = between(image, x, y);
        batch.labels()[start + v * side + u] = nearest(field.labels(), x, y);
      }
    }
  }

  private static float between(GreyImage image, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = (float) (x - left);
    float down = (float) (y - top);
    int x0 = Mirror.inside(left, image.width());
    int x1 = Mirror.inside(left + 1, image.width());
    int y0 = Mirror.inside(top, image.height());
    int y1 = Mirror.inside(top + 1, image.height());
    float above = image.at(x0, y0) * (1 - right) + image.at(x1, y0) * right;
    float below = image.at(x0, y1) * (1 - right) + image.at(x1, y1) * right;
    return above * (1 - down) + below * down;
  }

  private static byte nearest(LabelImage labels, double x, double y) {
    int column = Mirror.inside((int) Math.round(x), labels.width());
    int row = Mirror.inside((int) Math.round(y), labels.height());
    return (byte) labels.at(column, row);
  }

  private void light(float[] images, int start) {
    float gain = (float) between(0.85, 1.15);
    float offset = (float) between(-0.15, 0.15);
    float slopeX = (float) between(-0.3, 0.3) / side;
    float slopeY = (float) between(-0.3, 0.3) / side;
    float noise = random.nextInt(3) == 0 ? (float) between(0, 0.15) : 0;
    boolean blur = random.nextInt(5) == 0;
    for (int v = 0; v < side; v++) {
      for (int u = 0; u < side; u++) {
        int at = start + v * side + u;
        float shade = offset + slopeX * (u - side / 2f) + slopeY * (v - side / 2f);
        images[at] = images[at] * gain + shade + (noise == 0 ? 0 : noise * gaussian());
      }
    }
    if (blur) {
      blur(images, start);
    }
  }

  private void blur(float[] images, int start) {
    float[] copy = new float[side * side];
    System.arraycopy(images, start, copy, 0, copy.length);
    System.arraycopy(
        io.kunan.engine.vision.internal.filters.Box.mean(copy, side, side, 1),
        0,
        images,
        start,
        copy.length);
  }

  /** Nearly normal, and quick. */
  private float gaussian() {
    return (float) ((random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2);
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
