package io.kunan.engine.vision.trainer.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * A U-Net (Ronneberger, Fischer, Brox, MICCAI 2015) of three halvings, two convolutions of 3 × 3
 * with batch normalisation on each level. It comes up again by doubling pixels: DJL's PyTorch has
 * no transposed convolution.
 */
final class UNet extends AbstractBlock {
  static final int LEVELS = 3;

  private static final byte VERSION = 1;
  private static final Shape TWO = new Shape(2, 2);

  private final List<Stage> down = new ArrayList<>();
  private final List<Stage> up = new ArrayList<>();
  private final Conv2d head;
  private final int classes;

  /** A convolution and its normalisation. */
  record Layer(Conv2d convolution, BatchNorm norm) {}

  /** The two layers of a level. */
  record Stage(Layer first, Layer second) {}

  UNet(int width, int classes) {
    super(VERSION);
    this.classes = classes;
    for (int level = 0; level <= LEVELS; level++) {
      down.add(stage("down" + level, width << level));
    }
    for (int level = LEVELS - 1; level >= 0; level--) {
      up.add(stage("up" + level, width << level));
    }
    head =
        addChildBlock(
            "head", Conv2d.builder().setKernelShape(new Shape(1, 1)).setFilters(classes).build());
  }

  private Stage stage(String name, int filters) {
    return new Stage(layer(name + "a", filters), layer(name + "b", filters));
  }

  private Layer layer(String name, int filters) {
    Conv2d convolution =
        Conv2d.builder()
            .setKernelShape(new Shape(3, 3))
            .optPadding(new Shape(1, 1))
            .setFilters(filters)
            .optBias(false)
            .build();
    return new Layer(
        addChildBlock(name + "-convolution", convolution),
        addChildBlock(name + "-norm", BatchNorm.builder().build()));
  }

  List<Stage> down() {
    return down;
  }

  /** From the coarsest level to the finest. */
  List<Stage> up() {
    return up;
  }

  Conv2d head() {
    return head;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    List<NDArray> kept = new ArrayList<>();
    for (int level = 0; level <= LEVELS; level++) {
      NDArray in =
          level == 0 ? x : x.getNDArrayInternal().maxPool(TWO, TWO, new Shape(0, 0), false);
      x = through(store, down.get(level), in, training);
      kept.add(x);
    }
    for (int i = 0; i < LEVELS; i++) {
      NDArray wide = doubled(x).concat(kept.get(LEVELS - 1 - i), 1);
      x = through(store, up.get(i), wide, training);
    }
    return head.forward(store, new NDList(x), training);
  }

  private static NDArray through(ParameterStore store, Stage stage, NDArray x, boolean training) {
    return layer(store, stage.second(), layer(store, stage.first(), x, training), training);
  }

  private static NDArray layer(ParameterStore store, Layer layer, NDArray x, boolean training) {
    NDList convolved = layer.convolution().forward(store, new NDList(x), training);
    return layer
        .norm()
        .forward(store, convolved, training)
        .singletonOrThrow()
        .getNDArrayInternal()
        .relu();
  }

  /** Every pixel four times. */
  private static NDArray doubled(NDArray x) {
    Shape shape = x.getShape();
    long n = shape.get(0);
    long c = shape.get(1);
    long h = shape.get(2);
    long w = shape.get(3);
    return x.reshape(n, c, h, 1, w, 1).broadcast(n, c, h, 2, w, 2).reshape(n, c, 2 * h, 2 * w);
  }

  @Override
  public void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape in = inputs[0];
    List<Long> channels = new ArrayList<>();
    long n = in.get(0);
    long side = in.get(2);
    long wide = in.get(1);
    for (int level = 0; level <= LEVELS; level++) {
      wide =
          initialise(
              manager, type, down.get(level), new Shape(n, wide, side >> level, side >> level));
      channels.add(wide);
    }
    for (int i = 0; i < LEVELS; i++) {
      int level = LEVELS - 1 - i;
      Shape both = new Shape(n, wide + channels.get(level), side >> level, side >> level);
      wide = initialise(manager, type, up.get(i), both);
    }
    head.initialize(manager, type, new Shape(n, wide, side, side));
  }

  private static long initialise(NDManager manager, DataType type, Stage stage, Shape in) {
    Shape middle = in;
    for (Layer layer : List.of(stage.first(), stage.second())) {
      layer.convolution().initialize(manager, type, middle);
      middle = layer.convolution().getOutputShapes(new Shape[] {middle})[0];
      layer.norm().initialize(manager, type, middle);
    }
    return middle.get(1);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape in = inputs[0];
    return new Shape[] {new Shape(in.get(0), classes, in.get(2), in.get(3))};
  }
}
