package io.kunan.engine.vision;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Label images drawn by shapes: what is white belongs to class 1. */
public final class Pictures {
  private Pictures() {}

  public static LabelImage drawn(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    drawing.accept(pen);
    pen.dispose();
    byte[] classes = new byte[width * height];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) (picture.getRaster().getSample(i % width, i / width, 0) > 127 ? 1 : 0);
    }
    return new LabelImage(width, height, classes);
  }
}
