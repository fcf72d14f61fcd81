package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.LabelImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Labelled pixels drawn from fields, the rows of training. */
final class PixelSample {
  private final int features;
  private float[] rows;
  private float[] labels = new float[4_096];
  private int size;

  PixelSample(int features) {
    this.features = features;
    this.rows = new float[features * labels.length];
  }

  /**
   * Draws pixels of a field: half of them as they come, half of them evenly from its classes, so
   * that a rare phase is seen often enough.
   *
   * @param planes what is seen of its pixels
   * @param labels class indices
   * @param classes their number; larger ones do not count
   * @param wanted pixels to draw at most
   */
  void draw(float[][] planes, LabelImage labels, int classes, int wanted, SplittableRandom random) {
    int[][] byClass = pixelsByClass(labels, classes);
    long labelled = Arrays.stream(byClass).mapToLong(pixels -> pixels.length).sum();
    long present = Arrays.stream(byClass).filter(pixels -> pixels.length > 0).count();
    for (int k = 0; k < byClass.length; k++) {
      int[] pixels = byClass[k];
      if (pixels.length > 0) {
        double share = 0.5 * pixels.length / labelled + 0.5 / present;
        int count = (int) Math.min(pixels.length, Math.ceil(share * wanted));
        drawFrom(pixels, count, random);
        for (int i = 0; i < count; i++) {
          add(planes, pixels[i], k);
        }
      }
    }
  }

  /** Puts a random choice of pixels in front. */
  private static void drawFrom(int[] pixels, int count, SplittableRandom random) {
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(pixels.length - i);
      int pixel = pixels[other];
      pixels[other] = pixels[i];
      pixels[i] = pixel;
    }
  }

  private static int[][] pixelsByClass(LabelImage labels, int classes) {
    int[] sizes = new int[classes];
    for (int i = 0; i < labels.classes().length; i++) {
      int k = labels.at(i);
      if (k < classes) {
        sizes[k]++;
      }
    }
    int[][] pixels = new int[classes][];
    Arrays.setAll(pixels, k -> new int[sizes[k]]);
    for (int i = 0; i < labels.classes().length; i++) {
      int k = labels.at(i);
      if (k < classes) {
        pixels[k][--sizes[k]] = i;
      }
    }
    return pixels;
  }

  private void add(float[][] planes, int pixel, int label) {
    if (size == labels.length) {
      labels = Arrays.copyOf(labels, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size * features);
    }
    for (int feature = 0; feature < features; feature++) {
      rows[size * features + feature] = planes[feature][pixel];
    }
    labels[size++] = label;
  }

  /** The rows of both, one after the other. */
  static PixelSample joined(PixelSample one, PixelSample other) {
    PixelSample both = new PixelSample(one.features);
    both.size = one.size + other.size;
    both.rows = Arrays.copyOf(one.rows(), both.size * both.features);
    both.labels = Arrays.copyOf(one.labels(), both.size);
    System.arraycopy(other.rows, 0, both.rows, one.size * one.features, other.size * one.features);
    System.arraycopy(other.labels, 0, both.labels, one.size, other.size);
    return both;
  }

  int features() {
    return features;
  }

  float[] rows() {
    return Arrays.copyOf(rows, size * features);
  }

  float[] labels() {
    return Arrays.copyOf(labels, size);
  }
}
