package io.kunan.engine.vision.trainer.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.internal.network.NetworkJob.Content;
import java.util.List;

/**
 * What the network makes small: cross-entropy, rare classes weighing more, and one less the mean
 * Dice of the classes, which is near to the IoU it is judged by. Pixels nobody labelled do not
 * count.
 */
final class ClassLoss {
  private final float[] weights;

  ClassLoss(float[] weights) {
    this.weights = weights.clone();
  }

  /** The root of how rare each class is, 1 on average over the pixels. */
  static float[] weights(List<Content> fields, int classes) {
    double[] counts = new double[classes];
    double all = 0;
    for (Content field : fields) {
      for (byte label : field.labels().classes()) {
        if ((label & 0xFF) != LabelImage.UNLABELLED) {
          counts[label]++;
          all++;
        }
      }
    }
    double mean = 0;
    for (double count : counts) {
      mean += Math.sqrt(count * all) / all;
    }
    float[] weights = new float[classes];
    for (int k = 0; k < classes; k++) {
      weights[k] = (float) (Math.sqrt(all / Math.max(counts[k], 1)) / mean);
    }
    return weights;
  }

  NDArray of(NDManager scope, NDArray logits, byte[] labels) {
    Shape shape = logits.getShape();
    int classes = weights.length;
    int area = (int) (shape.get(2) * shape.get(3));
    float[] is = new float[labels.length * classes];
    float[] weighed = new float[is.length];
    float weight = 0;
    for (int i = 0; i < labels.length; i++) {
      int k = labels[i] & 0xFF;
      if (k != LabelImage.UNLABELLED) {
        int at = (i / area * classes + k) * area + i % area;
        is[at] = 1;
        weighed[at] = weights[k];
        weight += weights[k];
      }
    }
    NDArray truth = scope.create(is, shape);
    NDArray logs = logits.logSoftmax(1);
    NDArray entropy = logs.mul(scope.create(weighed, shape)).sum().neg().div(Math.max(weight, 1));
    NDArray known = truth.sum(new int[] {1}, true);
    NDArray shares = logs.exp().mul(known);
    int[] overAll = {0, 2, 3};
    NDArray both = shares.mul(truth).sum(overAll).mul(2).add(1);
    NDArray dice = both.div(shares.sum(overAll).add(truth.sum(overAll)).add(1));
    return entropy.add(dice.mean().neg().add(1));
  }
}
