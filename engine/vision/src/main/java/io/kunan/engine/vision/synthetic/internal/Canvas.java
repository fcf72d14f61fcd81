package io.kunan.engine.vision.synthetic.internal;

import io.kunan.engine.vision.LabelImage;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A square specimen: the class and the brightness of every pixel. */
public final class Canvas {
  private final int side;
  private final byte[] classes;
  private final float[] brightness;

  /**
   * @param matrix brightness of class 0
   */
  public Canvas(int side, double matrix) {
    this.side = side;
    this.classes = new byte[side * side];
    this.brightness = new float[side * side];
    Arrays.fill(brightness, (float) matrix);
  }

  int side() {
    return side;
  }

  /** Fills a shape with a class. */
  void fill(Shape shape, int number) {
    Rectangle box = shape.getBounds().intersection(new Rectangle(side, side));
    if (box.isEmpty()) {
      return;
    }
    BufferedImage stencil = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D cut = stencil.createGraphics();
    cut.translate(-box.x, -box.y);
    cut.fill(shape);
    cut.dispose();
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        if (stencil.getRaster().getSample(x, y, 0) != 0) {
          set(box.x + x, box.y + y, number);
        }
      }
    }
  }

  int classAt(int x, int y) {
    return classes[y * side + x];
  }

  void set(int x, int y, int number) {
    classes[y * side + x] = (byte) number;
  }

  void shade(int x, int y, double value) {
    brightness[y * side + x] = (float) value;
  }

  float[] brightness() {
    return brightness;
  }

  public LabelImage labels() {
    return new LabelImage(side, side, classes.clone());
  }
}
