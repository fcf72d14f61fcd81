package io.kunan.engine.vision.synthetic.internal;

import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.measure.GrainSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Grains as a Laguerre tessellation of seeds with log-normal radii that keep apart, so that grain
 * sizes are nearly log-normal too.
 */
public final class Grains {
  private static final int BOUNDARY = 1;
  private static final double MEDIAN_RADIUS = 15;

  private final int side;
  private final int[] cells;

  private Grains(int side, int[] cells) {
    this.side = side;
    this.cells = cells;
  }

  /** A seed. */
  private record Seed(double x, double y, double radius) {
    double power(double px, double py) {
      return (px - x) * (px - x) + (py - y) * (py - y) - radius * radius;
    }
  }

  /** Grows grains over a square. */
  public static Grains grow(int side, SplittableRandom random) {
    List<Seed> seeds = seeds(side, random);
    int bin = 40;
    int bins = side / bin + 7;
    List<List<Seed>> near = new ArrayList<>();
    for (int i = 0; i < bins * bins; i++) {
      near.add(new ArrayList<>());
    }
    for (Seed seed : seeds) {
      near.get(bin(seed.y(), bin) * bins + bin(seed.x(), bin)).add(seed);
    }
    Map<Seed, Integer> numbers = new HashMap<>();
    int[] cells = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        Seed best = nearest(near, bins, bin, x + 0.5, y + 0.5);
        cells[y * side + x] = numbers.computeIfAbsent(best, _ -> numbers.size());
      }
    }
    return new Grains(side, cells);
  }

  private static int bin(double at, int bin) {
    return (int) Math.floor(at / bin) + 3;
  }

  private static Seed nearest(List<List<Seed>> near, int bins, int bin, double x, double y) {
    Seed best = new Seed(-1e9, -1e9, 0);
    for (int row = bin(y, bin) - 2; row <= bin(y, bin) + 2; row++) {
      for (int column = bin(x, bin) - 2; column <= bin(x, bin) + 2; column++) {
        for (Seed seed : near.get(row * bins + column)) {
          best = seed.power(x, y) < best.power(x, y) ? seed : best;
        }
      }
    }
    return best;
  }

  /** Random sequential packing, also a little beyond the edges. */
  private static List<Seed> seeds(int side, SplittableRandom random) {
    List<Seed> seeds = new ArrayList<>();
    int misses = 0;
    while (misses < 400) {
      Seed next =
          new Seed(
              Randoms.between(random, -60, side + 60),
              Randoms.between(random, -60, side + 60),
              Math.min(30, Randoms.logNormal(random, MEDIAN_RADIUS, 0.25)));
      boolean free =
          seeds.stream()
              .noneMatch(
                  s ->
                      Math.hypot(s.x() - next.x(), s.y() - next.y())
                          < 0.85 * (s.radius() + next.radius()));
      misses = free ? 0 : misses + 1;
      if (free) {
        seeds.add(next);
      }
    }
    return seeds;
  }

  /** G of the grains themselves, counted as ASTM E112 says. */
  public GrainSize size(Scale scale) {
    Map<Integer, Boolean> atEdge = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      int x = i % side;
      int y = i / side;
      boolean edge = x == 0 || y == 0 || x == side - 1 || y == side - 1;
      atEdge.merge(cells[i], edge, Boolean::logicalOr);
    }
    double count = -1; // corner grains count a quarter
    for (boolean edge : atEdge.values()) {
      count += edge ? 0.5 : 1;
    }
    return GrainSize.ofCount(count, (double) side * side, scale);
  }

  /** Etched boundaries two pixels wide, and grains a little different in brightness. */
  public void draw(Canvas canvas, SplittableRandom random) {
    Map<Integer, Double> shades = new HashMap<>();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int own = cells[y * side + x];
        boolean boundary =
            own != cells[Math.min(side - 1, y + 1) * side + x]
                || own != cells[y * side + Math.min(side - 1, x + 1)]
                || own != cells[Math.max(0, y - 1) * side + x]
                || own != cells[y * side + Math.max(0, x - 1)];
        if (boundary) {
          canvas.set(x, y, BOUNDARY);
          canvas.shade(x, y, 0.35);
        } else {
          canvas.shade(x, y, shades.computeIfAbsent(own, _ -> Randoms.between(random, 0.64, 0.76)));
        }
      }
    }
  }
}
