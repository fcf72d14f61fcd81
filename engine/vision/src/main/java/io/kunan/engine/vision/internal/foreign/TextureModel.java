package io.kunan.engine.vision.internal.foreign;

import io.kunan.engine.vision.GreyImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The textures of training as one cloud of patches, and how far from its middle a field may lie.
 * The limit is 1.25 times the farthest training field, each judged by a cloud it is no part of.
 *
 * @param middle mean of each figure
 * @param whitening lower triangle that turns a difference into a Mahalanobis distance
 * @param limit farthest distance of a known field
 */
@SuppressWarnings("ArrayRecordComponent") // small matrices, written as they are
public record TextureModel(double[] middle, double[][] whitening, double limit) {
  private static final double SLACK = 1.25;

  /** Share of the covariance between figures that few patches cannot tell. */
  private static final double SHRINKAGE = 0.1;

  /**
   * Learns from fields.
   *
   * @param fields one or more
   */
  public static TextureModel of(List<GreyImage> fields) {
    List<List<double[]>> patches = fields.stream().map(PatchStatistics::of).toList();
    double farthest = 0;
    for (int left = 0; left < patches.size(); left++) {
      List<double[]> others = new ArrayList<>();
      for (int i = 0; i < patches.size(); i++) {
        if (i != left || patches.size() == 1) {
          others.addAll(patches.get(i));
        }
      }
      farthest = Math.max(farthest, cloud(others, 1).distance(patches.get(left)));
    }
    List<double[]> all = patches.stream().flatMap(List::stream).toList();
    return cloud(all, SLACK * farthest);
  }

  /** Distance of a field over the limit: above 1 it is foreign. */
  public double score(GreyImage field) {
    return distance(PatchStatistics.of(field)) / limit;
  }

  /** The median over a field's patches of their distances: a scratch or a void is no material. */
  private double distance(List<double[]> patches) {
    double[] sorted = patches.stream().mapToDouble(this::distance).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private double distance(double[] patch) {
    double sum = 0;
    double[] solved = new double[patch.length];
    for (int row = 0; row < patch.length; row++) {
      double value = patch[row] - middle[row];
      for (int column = 0; column < row; column++) {
        value -= whitening[row][column] * solved[column];
      }
      solved[row] = value / whitening[row][row];
      sum += solved[row] * solved[row];
    }
    return Math.sqrt(sum / patch.length);
  }

  private static TextureModel cloud(List<double[]> patches, double limit) {
    int size = PatchStatistics.SIZE;
    double[] middle = new double[size];
    for (double[] patch : patches) {
      for (int i = 0; i < size; i++) {
        middle[i] += patch[i] / patches.size();
      }
    }
    double[][] covariance = new double[size][size];
    for (double[] patch : patches) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += (patch[i] - middle[i]) * (patch[j] - middle[j]) / patches.size();
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        covariance[i][j] *= 1 - SHRINKAGE;
      }
      covariance[i][i] += 1e-4;
    }
    return new TextureModel(middle, cholesky(covariance), limit);
  }

  /** The lower triangle L with L·Lᵀ equal to a positive definite matrix. */
  private static double[][] cholesky(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }
}
