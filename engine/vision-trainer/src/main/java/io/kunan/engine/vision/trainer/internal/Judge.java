package io.kunan.engine.vision.trainer.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.Trainer;
import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Region;
import io.kunan.engine.vision.internal.network.NetworkJob.Content;
import io.kunan.engine.vision.internal.network.OnnxNetwork;
import java.util.List;

/** Lets the network see whole fields as it will at work. */
final class Judge {
  private static final int LARGEST = 512;

  private final Trainer trainer;
  private final int classes;

  Judge(Trainer trainer, int classes) {
    this.trainer = trainer;
    this.classes = classes;
  }

  /** Mean over the classes of the IoU over all fields. */
  double meanIoU(List<Content> fields) {
    long[] both = new long[classes];
    long[] either = new long[classes];
    for (Content field : fields) {
      GreyImage piece = piece(field.image());
      float[] shares = shares(piece);
      int area = piece.width() * piece.height();
      for (int y = 0; y < piece.height(); y++) {
        for (int x = 0; x < piece.width(); x++) {
          int truth = field.labels().at(x, y);
          if (truth != LabelImage.UNLABELLED) {
            int told = likeliest(shares, y * piece.width() + x, area);
            both[truth] += told == truth ? 1 : 0;
            either[truth]++;
            either[told] += told == truth ? 0 : 1;
          }
        }
      }
    }
    double sum = 0;
    int seen = 0;
    for (int k = 0; k < classes; k++) {
      if (either[k] > 0) {
        sum += (double) both[k] / either[k];
        seen++;
      }
    }
    return sum / Math.max(1, seen);
  }

  /** Largest difference of a share between the written network and this one. */
  double difference(byte[] written, GreyImage image) {
    GreyImage piece = piece(image);
    float[] ours = shares(piece);
    double largest = 0;
    try (OnnxNetwork network = OnnxNetwork.of(written, 1)) {
      float[][] theirs = network.shares(piece);
      int area = piece.width() * piece.height();
      for (int i = 0; i < ours.length; i++) {
        largest = Math.max(largest, Math.abs(ours[i] - theirs[i / area][i % area]));
      }
    }
    return largest;
  }

  /** As much of a field as is judged at once, its sides multiples of the network's grid. */
  private static GreyImage piece(GreyImage image) {
    int width = Math.min(LARGEST, image.width()) / OnnxNetwork.GRID * OnnxNetwork.GRID;
    int height = Math.min(LARGEST, image.height()) / OnnxNetwork.GRID * OnnxNetwork.GRID;
    return image.window(new Region(0, 0, width, height));
  }

  private float[] shares(GreyImage image) {
    try (NDManager scope = trainer.getManager().newSubManager()) {
      NDArray input = scope.create(image.values(), new Shape(1, 1, image.height(), image.width()));
      NDArray logits = trainer.evaluate(new NDList(input)).singletonOrThrow();
      logits.attach(scope);
      return logits.softmax(1).toFloatArray();
    }
  }

  private int likeliest(float[] shares, int pixel, int area) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      best = shares[k * area + pixel] > shares[best * area + pixel] ? k : best;
    }
    return best;
  }
}
