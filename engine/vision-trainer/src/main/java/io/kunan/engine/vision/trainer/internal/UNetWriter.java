package io.kunan.engine.vision.trainer.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.ArrayList;
import java.util.List;

/** Writes a trained U-Net as ONNX, the normalisations folded into the convolutions before them. */
final class UNetWriter {
  private static final float EPSILON = 1e-5f; // DJL's default

  private final OnnxGraph graph = new OnnxGraph();

  private UNetWriter() {}

  static byte[] write(UNet net, int classes) {
    UNetWriter writer = new UNetWriter();
    List<String> kept = new ArrayList<>();
    String at = "field";
    for (int level = 0; level <= UNet.LEVELS; level++) {
      at = writer.stage(level == 0 ? at : writer.graph.halved(at), net.down().get(level));
      kept.add(at);
    }
    for (int i = 0; i < UNet.LEVELS; i++) {
      String both = writer.graph.joined(writer.graph.doubled(at), kept.get(UNet.LEVELS - 1 - i));
      at = writer.stage(both, net.up().get(i));
    }
    NDArray weights = array(net.head(), "weight");
    at =
        writer.graph.convolution(
            at,
            weights.toFloatArray(),
            weights.getShape().getShape(),
            array(net.head(), "bias").toFloatArray());
    return writer.graph.model(writer.graph.softmax(at), classes);
  }

  private String stage(String input, UNet.Stage stage) {
    return layer(layer(input, stage.first()), stage.second());
  }

  private String layer(String input, UNet.Layer layer) {
    NDArray kernel = array(layer.convolution(), "weight");
    float[] weights = kernel.toFloatArray();
    float[] gain = values(layer.norm(), "gamma");
    float[] shift = values(layer.norm(), "beta");
    float[] mean = values(layer.norm(), "runningMean");
    float[] variance = values(layer.norm(), "runningVar");
    int perFilter = weights.length / gain.length;
    float[] bias = new float[gain.length];
    for (int filter = 0; filter < gain.length; filter++) {
      float scale = gain[filter] / (float) Math.sqrt(variance[filter] + EPSILON);
      bias[filter] = shift[filter] - mean[filter] * scale;
      for (int i = 0; i < perFilter; i++) {
        weights[filter * perFilter + i] *= scale;
      }
    }
    return graph.relu(graph.convolution(input, weights, kernel.getShape().getShape(), bias));
  }

  private static float[] values(BatchNorm norm, String name) {
    for (Parameter parameter : norm.getDirectParameters().values()) {
      if (parameter.getName().equals(name)) {
        return parameter.getArray().toFloatArray();
      }
    }
    throw new IllegalStateException("DJL names the parts of a normalisation otherwise: " + name);
  }

  private static NDArray array(Conv2d convolution, String name) {
    for (Parameter parameter : convolution.getDirectParameters().values()) {
      if (parameter.getName().equals(name)) {
        return parameter.getArray();
      }
    }
    throw new IllegalStateException("DJL names the parts of a convolution otherwise: " + name);
  }
}
