package io.kunan.engine.vision.synthetic.internal;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** Al-Si as cast: dendrites in eutectic, and in the eutectic iron phases and pores. */
public final class CastStructure {
  private static final int ALPHA = 0;
  private static final int EUTECTIC = 1;
  private static final int NEEDLE = 2;
  private static final int SCRIPT = 3;
  private static final int PORE = 4;

  private static final double[] BRIGHTNESS = {0.72, 0.5, 0.33, 0.4, 0.1};

  private final Canvas canvas;
  private final SplittableRandom random;

  private CastStructure(Canvas canvas, SplittableRandom random) {
    this.canvas = canvas;
    this.random = random;
  }

  public static void draw(Canvas canvas, SplittableRandom random) {
    CastStructure cast = new CastStructure(canvas, random);
    canvas.fill(new Rectangle2D.Double(0, 0, canvas.side(), canvas.side()), EUTECTIC);
    double area = (double) canvas.side() * canvas.side();
    for (int i = 0; i < area / 14_000; i++) {
      cast.dendrite();
    }
    for (int i = 0; i < area / 26_000; i++) {
      cast.needle();
    }
    for (int i = 0; i < area / 40_000; i++) {
      cast.script();
    }
    Pores.drawGas(canvas, random, PORE, (int) (area / 40_000));
    cast.shade();
  }

  /** A trunk with arms on both sides, λ₂ apart. */
  private void dendrite() {
    double length = Randoms.between(random, 90, 170);
    double spacing = Randoms.between(random, 18, 24);
    double arm = Randoms.between(random, 25, 45);
    Area shape = new Area(stroke(new Line2D.Double(0, 0, length, 0), 12));
    for (double at = spacing; at < length - 4; at += spacing) {
      double reach = arm * (1 - 0.6 * at / length);
      shape.add(new Area(stroke(new Line2D.Double(at, -reach, at, reach), 11)));
    }
    canvas.fill(placed().createTransformedShape(shape), ALPHA);
  }

  private void needle() {
    double length = Randoms.between(random, 30, 80);
    Path2D shape = new Path2D.Double();
    shape.moveTo(0, 0);
    shape.lineTo(length / 2, 1.8);
    shape.lineTo(length, 0);
    shape.lineTo(length / 2, -1.8);
    shape.closePath();
    canvas.fill(placed().createTransformedShape(shape), NEEDLE);
  }

  /** A spine with bent ribs. */
  private void script() {
    Area shape = new Area(stroke(new Line2D.Double(0, 0, 36, 0), 4));
    for (double at = 4; at < 36; at += 9) {
      Path2D rib = new Path2D.Double();
      rib.moveTo(at, -12);
      rib.quadTo(at + Randoms.between(random, 2, 6), 0, at, 12);
      shape.add(new Area(stroke(rib, 3.5)));
    }
    canvas.fill(placed().createTransformedShape(shape), SCRIPT);
  }

  private static Shape stroke(Shape line, double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(line);
  }

  private AffineTransform placed() {
    AffineTransform where = new AffineTransform();
    where.translate(random.nextDouble() * canvas.side(), random.nextDouble() * canvas.side());
    where.rotate(random.nextDouble() * 2 * Math.PI);
    return where;
  }

  /** Eutectic is mottled by silicon too fine to be told apart. */
  private void shade() {
    for (int y = 0; y < canvas.side(); y++) {
      for (int x = 0; x < canvas.side(); x++) {
        int number = canvas.classAt(x, y);
        double mottle = number == EUTECTIC ? 0.07 * Randoms.normal(random) : 0;
        canvas.shade(x, y, BRIGHTNESS[number] + mottle);
      }
    }
  }
}
