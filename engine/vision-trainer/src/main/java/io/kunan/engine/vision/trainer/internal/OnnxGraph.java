package io.kunan.engine.vision.trainer.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Builds a network in the ONNX format, node by node (field numbers of onnx.proto3, IR version 8,
 * operators of version 13).
 */
final class OnnxGraph {
  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 13;
  private static final int FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_STRING = 3;
  private static final int ATTRIBUTE_INTS = 7;

  private final ProtoBytes graph = new ProtoBytes();
  private int names;

  /** A convolution; the result's name is returned. */
  String convolution(String input, float[] weights, long[] shape, float[] bias) {
    long side = shape[2];
    String kernel = tensor(weights, shape);
    String shift = tensor(bias, shape[0]);
    return node(
        "Conv",
        List.of(input, kernel, shift),
        ints("kernel_shape", side, side),
        ints("pads", side / 2, side / 2, side / 2, side / 2));
  }

  String relu(String input) {
    return node("Relu", List.of(input));
  }

  /** The largest of each 2 × 2 pixels. */
  String halved(String input) {
    return node("MaxPool", List.of(input), ints("kernel_shape", 2, 2), ints("strides", 2, 2));
  }

  /** Every pixel four times. */
  String doubled(String input) {
    String scales = tensor(new float[] {1, 1, 2, 2}, 4);
    return node(
        "Resize",
        List.of(input, "", scales),
        text("mode", "nearest"),
        text("coordinate_transformation_mode", "asymmetric"),
        text("nearest_mode", "floor"));
  }

  String joined(String first, String second) {
    return node("Concat", List.of(first, second), number("axis", 1));
  }

  String softmax(String input) {
    return node("Softmax", List.of(input), number("axis", 1));
  }

  private String node(String operator, List<String> inputs, ProtoBytes... attributes) {
    String output = "n" + names++;
    ProtoBytes node = new ProtoBytes();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, output).text(4, operator);
    for (ProtoBytes attribute : attributes) {
      node.message(5, attribute);
    }
    graph.message(1, node);
    return output;
  }

  private String tensor(float[] values, long... shape) {
    String name = "w" + names++;
    ProtoBytes tensor = new ProtoBytes();
    for (long size : shape) {
      tensor.number(1, size);
    }
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
    return name;
  }

  private static ProtoBytes number(String name, long value) {
    return new ProtoBytes().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
  }

  private static ProtoBytes text(String name, String value) {
    return new ProtoBytes().text(1, name).text(4, value).number(20, ATTRIBUTE_STRING);
  }

  private static ProtoBytes ints(String name, long... values) {
    ProtoBytes attribute = new ProtoBytes().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, ATTRIBUTE_INTS);
  }

  /**
   * The whole file.
   *
   * @param result name of the node whose result is told as {@code shares}
   */
  byte[] model(String result, int classes) {
    graph.message(1, new ProtoBytes().text(1, result).text(2, "shares").text(4, "Identity"));
    graph.text(2, "segmentation");
    graph.message(11, picture("field", 1)).message(12, picture("shares", classes));
    return new ProtoBytes()
        .number(1, IR_VERSION)
        .text(2, "kunan")
        .message(7, graph)
        .message(8, new ProtoBytes().text(1, "").number(2, OPERATORS))
        .toBytes();
  }

  /** Pictures of any size, some channels each. */
  private static ProtoBytes picture(String name, int channels) {
    ProtoBytes shape =
        new ProtoBytes()
            .message(1, new ProtoBytes().text(2, "pictures"))
            .message(1, new ProtoBytes().number(1, channels))
            .message(1, new ProtoBytes().text(2, "height"))
            .message(1, new ProtoBytes().text(2, "width"));
    ProtoBytes tensor = new ProtoBytes().number(1, FLOAT).message(2, shape);
    return new ProtoBytes().text(1, name).message(2, new ProtoBytes().message(1, tensor));
  }
}
