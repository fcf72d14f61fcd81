package io.kunan.engine.vision.measure;

import java.util.Arrays;
import java.util.List;

/**
 * Pores of a field, {@link Method#POROSITY}.
 *
 * @param areaFraction share of the field, 0 to 1
 * @param gas number of round pores
 * @param shrinkage number of ragged pores
 * @param gasShare share of the pores' area that is round
 * @param largest Feret diameter of the largest pore, in the scale's unit; 0 without pores
 * @param clusters groups of two or more pores close to each other
 */
public record Porosity(
    double areaFraction, int gas, int shrinkage, double gasShare, double largest, int clusters) {

  /**
   * When a pore counts as round.
   *
   * @param circularity at least this, 0 to 1
   * @param solidity at least this, 0 to 1
   */
  public record Roundness(double circularity, double solidity) {
    /** The usual limits. */
    public static final Roundness USUAL = new Roundness(0.7, 0.9);

    boolean isRound(Particle pore) {
      return pore.circularity() >= circularity && pore.solidity() >= solidity;
    }
  }

  /**
   * Judges pores.
   *
   * @param pores measured with {@link EdgeRule#INCLUDE}
   * @param fieldArea in the square of their unit
   */
  public static Porosity of(List<Particle> pores, double fieldArea, Roundness limits) {
    double area = 0;
    double gasArea = 0;
    int gas = 0;
    double largest = 0;
    for (Particle pore : pores) {
      area += pore.area();
      if (limits.isRound(pore)) {
        gas++;
        gasArea += pore.area();
      }
      largest = Math.max(largest, pore.feretMax());
    }
    return new Porosity(
        area / fieldArea,
        gas,
        pores.size() - gas,
        area == 0 ? 0 : gasArea / area,
        largest,
        clusters(pores));
  }

  private static int clusters(List<Particle> pores) {
    int[] group = new int[pores.size()];
    Arrays.setAll(group, i -> i);
    int[] size = new int[group.length];
    Arrays.fill(size, 1);
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < i; j++) {
        int a = root(group, i);
        int b = root(group, j);
        if (a != b && areClose(pores.get(i), pores.get(j))) {
          group[a] = b;
          size[b] += size[a];
        }
      }
    }
    int clusters = 0;
    for (int i = 0; i < group.length; i++) {
      clusters += group[i] == i && size[i] > 1 ? 1 : 0;
    }
    return clusters;
  }

  private static boolean areClose(Particle one, Particle other) {
    double gap =
        Math.hypot(one.x() - other.x(), one.y() - other.y())
            - (one.equivalentDiameter() + other.equivalentDiameter()) / 2;
    return gap < Math.min(one.equivalentDiameter(), other.equivalentDiameter());
  }

  private static int root(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }
}
