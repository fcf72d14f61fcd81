package io.kunan.engine.vision.synthetic.internal;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Round gas pores and ragged shrinkage that keep apart from each other. */
public final class Pores {
  private static final int GAS = 1;
  private static final int SHRINKAGE = 2;
  private static final double PORE = 0.12;

  private final Canvas canvas;
  private final SplittableRandom random;
  private final List<double[]> taken = new ArrayList<>();

  private Pores(Canvas canvas, SplittableRandom random) {
    this.canvas = canvas;
    this.random = random;
  }

  /** Draws both kinds. */
  public static void draw(Canvas canvas, SplittableRandom random) {
    Pores pores = new Pores(canvas, random);
    int many = canvas.side() * canvas.side() / 8_000;
    for (int i = 0; i < many / 4; i++) {
      pores.shrinkage();
    }
    for (int i = 0; i < many; i++) {
      pores.gas(GAS, Randoms.logNormal(random, 7, 0.3));
    }
    pores.shade();
  }

  /** Draws gas pores only, as a class of another structure. */
  static void drawGas(Canvas canvas, SplittableRandom random, int number, int count) {
    Pores pores = new Pores(canvas, random);
    for (int i = 0; i < count; i++) {
      pores.gas(number, Randoms.logNormal(random, 8, 0.3));
    }
  }

  private void gas(int number, double radius) {
    double[] at = place(radius);
    if (at.length > 0) {
      canvas.fill(
          new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius), number);
    }
  }

  /** A chain of lobes along a crooked path, as liquid leaves it between dendrites. */
  private void shrinkage() {
    double reach = Randoms.between(random, 18, 32);
    double[] at = place(reach);
    if (at.length == 0) {
      return;
    }
    Area area = new Area();
    for (int arm = 0; arm < 3; arm++) {
      double x = at[0];
      double y = at[1];
      double angle = random.nextDouble() * 2 * Math.PI;
      for (double gone = 0; gone < reach - 6; gone += 2.5) {
        double r = Randoms.between(random, 1.8, 4.5);
        area.add(new Area(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)));
        angle += Randoms.between(random, -0.6, 0.6);
        x += 2.5 * Math.cos(angle);
        y += 2.5 * Math.sin(angle);
      }
    }
    canvas.fill(area, SHRINKAGE);
  }

  /** A place that keeps its distance from all others; empty when none was found. */
  private double[] place(double radius) {
    for (int tries = 0; tries < 50; tries++) {
      double[] at = {
        random.nextDouble() * canvas.side(), random.nextDouble() * canvas.side(), radius
      };
      boolean free =
          taken.stream().noneMatch(t -> Math.hypot(t[0] - at[0], t[1] - at[1]) < t[2] + radius + 5);
      if (free) {
        taken.add(at);
        return at;
      }
    }
    return new double[0];
  }

  private void shade() {
    for (int y = 0; y < canvas.side(); y++) {
      for (int x = 0; x < canvas.side(); x++) {
        if (canvas.classAt(x, y) != 0) {
          canvas.shade(x, y, PORE);
        }
      }
    }
  }
}
