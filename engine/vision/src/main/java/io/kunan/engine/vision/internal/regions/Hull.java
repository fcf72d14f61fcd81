package io.kunan.engine.vision.internal.regions;

import io.kunan.engine.vision.internal.regions.Outline.Corner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The convex hull of an outline and the calliper lengths across it. */
public final class Hull {
  private final List<Corner> corners;

  private Hull(List<Corner> corners) {
    this.corners = corners;
  }

  /** Andrew's monotone chain (Inf. Process. Lett. 9, 1979). */
  static Hull of(List<Corner> points) {
    List<Corner> sorted =
        points.stream()
            .sorted(Comparator.comparingInt(Corner::x).thenComparingInt(Corner::y))
            .toList();
    List<Corner> hull = new ArrayList<>(chain(sorted));
    hull.addAll(chain(sorted.reversed()));
    return new Hull(hull);
  }

  /** Half of the hull without its last corner, where the other half begins. */
  private static List<Corner> chain(List<Corner> sorted) {
    List<Corner> chain = new ArrayList<>();
    for (Corner next : sorted) {
      while (chain.size() > 1 && cross(chain.get(chain.size() - 2), chain.getLast(), next) <= 0) {
        chain.removeLast();
      }
      chain.add(next);
    }
    chain.removeLast();
    return chain;
  }

  private static double cross(Corner origin, Corner one, Corner other) {
    return (double) (one.x() - origin.x()) * (other.y() - origin.y())
        - (double) (one.y() - origin.y()) * (other.x() - origin.x());
  }

  /** Area in pixels. */
  public double area() {
    double twice = 0;
    Corner last = corners.getLast();
    for (Corner corner : corners) {
      twice += (double) last.x() * corner.y() - (double) corner.x() * last.y();
      last = corner;
    }
    return Math.abs(twice) / 2;
  }

  /** The largest distance between two parallel tangents, in pixels. */
  public double feretMax() {
    double largest = 0;
    for (Corner one : corners) {
      for (Corner other : corners) {
        largest = Math.max(largest, one.distance(other));
      }
    }
    return largest;
  }

  /** The smallest distance between two parallel tangents, in pixels; one of them lies on a side. */
  public double feretMin() {
    double smallest = Double.POSITIVE_INFINITY;
    Corner last = corners.getLast();
    for (Corner corner : corners) {
      double height = 0;
      for (Corner other : corners) {
        height = Math.max(height, Math.abs(cross(last, corner, other)));
      }
      smallest = Math.min(smallest, height / last.distance(corner));
      last = corner;
    }
    return smallest;
  }
}
