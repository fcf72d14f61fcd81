package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.internal.regions.Hull;
import io.kunan.engine.vision.internal.regions.Moments;
import io.kunan.engine.vision.internal.regions.Outline;
import io.kunan.engine.vision.internal.regions.PixelRegion;
import io.kunan.engine.vision.internal.regions.Regions;
import java.util.ArrayList;
import java.util.List;

/** Measures the objects of a class one by one. */
public final class Particles {
  private Particles() {}

  /** The objects of a class from the top left, {@link Method#PARTICLE_SHAPE}. */
  public static List<Particle> of(
      LabelImage field, int classNumber, Scale scale, ParticleOptions options) {
    Regions regions = Regions.of(field, number -> number == classNumber, options.diagonal());
    List<PixelRegion> kept = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      PixelRegion region = regions.get(i);
      double area = region.area() * scale.perPixel() * scale.perPixel();
      if (area >= options.minArea() && counts(region, options.edges())) {
        kept.add(region);
      }
    }
    List<Moments> moments = kept.stream().map(PixelRegion::moments).toList();
    double[] distances = Neighbours.distances(moments);
    List<Particle> particles = new ArrayList<>(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      particles.add(
          particle(
              kept.get(i), moments.get(i), distances[i], scale.perPixel(), options.diagonal()));
    }
    return particles;
  }

  static boolean counts(PixelRegion region, EdgeRule edges) {
    return switch (edges) {
      case INCLUDE -> true;
      case EXCLUDE -> !region.touchesEdge();
      case COUNTING_FRAME -> !region.touchesForbiddenLines();
    };
  }

  private static Particle particle(
      PixelRegion region, Moments moments, double neighbour, double size, boolean diagonal) {
    Outline outline = region.outline(diagonal);
    Hull hull = outline.hull();
    double pixels = region.area();
    double length = outline.length();
    return new Particle(
        moments.centreX() * size,
        moments.centreY() * size,
        pixels * size * size,
        Math.sqrt(4 * pixels / Math.PI) * size,
        length * size,
        hull.feretMax() * size,
        hull.feretMin() * size,
        moments.major() / moments.minor(),
        Math.min(1, 4 * Math.PI * pixels / (length * length)),
        pixels / hull.area(),
        moments.orientation(),
        region.touchesEdge(),
        neighbour * size);
  }
}
