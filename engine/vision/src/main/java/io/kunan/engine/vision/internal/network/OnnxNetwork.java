package io.kunan.engine.vision.internal.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.Region;
import io.kunan.engine.vision.internal.segment.Segmenter;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A network served by ONNX Runtime. May be used by several threads. */
public final class OnnxNetwork implements Segmenter, AutoCloseable {
  /** Sides of what the network is given are multiples of it: it halves them three times. */
  public static final int GRID = 8;

  /** ONNX Runtime overflows the stack of an ordinary thread. */
  private static final long STACK_BYTES = 8L << 20;

  private final OrtSession session;

  private OnnxNetwork(OrtSession session) {
    this.session = session;
  }

  /**
   * Loads a network.
   *
   * @param threads cores for one picture
   */
  public static OnnxNetwork of(byte[] model, int threads) {
    return onDeepStack(
        () -> {
          try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new OnnxNetwork(OrtEnvironment.getEnvironment().createSession(model, options));
          }
        });
  }

  @Override
  public float[][] shares(GreyImage image) {
    int width = Math.ceilDiv(image.width(), GRID) * GRID;
    int height = Math.ceilDiv(image.height(), GRID) * GRID;
    GreyImage padded =
        width == image.width() && height == image.height()
            ? image
            : image.window(new Region(0, 0, width, height));
    float[] all = onDeepStack(() -> run(padded));
    float[][] shares = new float[all.length / (width * height)][image.width() * image.height()];
    for (int k = 0; k < shares.length; k++) {
      for (int y = 0; y < image.height(); y++) {
        System.arraycopy(
            all, (k * height + y) * width, shares[k], y * image.width(), image.width());
      }
    }
    return shares;
  }

  private float[] run(GreyImage image) throws OrtException {
    long[] shape = {1, 1, image.height(), image.width()};
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(image.values()), shape);
        OrtSession.Result result = session.run(Map.of("field", input))) {
      FloatBuffer shares = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[shares.remaining()];
      shares.get(values);
      return values;
    }
  }

  private static <T> T onDeepStack(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(null, task, "network", STACK_BYTES).start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a network was at work", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
