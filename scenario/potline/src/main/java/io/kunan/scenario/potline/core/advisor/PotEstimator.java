package io.kunan.scenario.potline.core.advisor;

import static io.kunan.scenario.potline.core.advisor.PotDynamics.BATH;
import static io.kunan.scenario.potline.core.advisor.PotDynamics.CELSIUS;
import static io.kunan.scenario.potline.core.advisor.PotDynamics.EXCESS;
import static io.kunan.scenario.potline.core.advisor.PotDynamics.FAST;
import static io.kunan.scenario.potline.core.advisor.PotDynamics.FLUORIDE;
import static io.kunan.scenario.potline.core.advisor.PotDynamics.LEDGE;
import static io.kunan.scenario.potline.core.advisor.PotDynamics.SLOW;
import static io.kunan.scenario.potline.core.advisor.PotDynamics.STATES;

import io.kunan.scenario.potline.core.loop.GuardRails;
import io.kunan.science.electrolysis.Coefficients;

/**
 * Extended Kalman filter of one pot by the hour. An analysis that comes late is used at the hour in
 * which its sample was taken: the filter goes back to what it knew then and lives the hours since
 * once more. A sample far from what is believed is doubted once and believed when the next agrees.
 */
final class PotEstimator {
  private static final int KEPT = 120;
  private static final double NORMAL_90 = 1.2816;
  private static final double STEP_SHARE = 1e-4;
  private static final double[] STEP = {1, 10, 10, 0.1, 0.1, 1000, 1000};

  private final PotDynamics dynamics;
  private final double[] walk = new double[STATES];
  private final double celsiusError;
  private final double excessError;
  private final double bathError;
  private final double gate;

  private double[] state;
  private double[][] covariance;
  private final double[][] keptStates = new double[KEPT][];
  private final double[][][] keptCovariances = new double[KEPT][][];
  private final HourInputs[] keptInputs = new HourInputs[KEPT];
  private final double[][] keptSamples = new double[KEPT][];
  private long hour;
  private final double[] doubted = new double[2];
  private double innovation = Double.NaN;

  PotEstimator(PotDynamics dynamics, Coefficients file) {
    this.dynamics = dynamics;
    double bath = file.get("design.bathKg");
    state =
        new double[] {
          bath * file.get("design.excess") / 100,
          bath,
          file.get("design.ledgeKg"),
          file.get("design.celsius"),
          0,
          0,
          0
        };
    covariance = new double[STATES][STATES];
    double[] spread = {
      file.get("prior.excessKg"),
      file.get("prior.bathKg"),
      file.get("prior.ledgeKg"),
      file.get("prior.celsius"),
      file.get("prior.fluoride"),
      file.get("prior.fastWatts"),
      file.get("prior.slowWatts")
    };
    for (int i = 0; i < STATES; i++) {
      covariance[i][i] = spread[i] * spread[i];
    }
    // excess and bath are known together: more bath is more excess
    covariance[EXCESS][BATH] = spread[BATH] * spread[BATH] * file.get("design.excess") / 100;
    covariance[BATH][EXCESS] = covariance[EXCESS][BATH];
    covariance[EXCESS][EXCESS] += Math.pow(spread[BATH] * file.get("design.excess") / 100, 2);
    walk[EXCESS] = hourly(file.get("walk.excessKg"));
    walk[BATH] = hourly(file.get("walk.bathKg"));
    walk[LEDGE] = hourly(file.get("walk.ledgeKg"));
    walk[CELSIUS] = hourly(file.get("walk.celsius"));
    walk[FLUORIDE] = hourly(file.get("walk.fluoride"));
    walk[FAST] = stationary(spread[FAST], file.get("prior.fastDays"));
    walk[SLOW] = stationary(spread[SLOW], file.get("prior.slowDays"));
    celsiusError = file.get("sample.celsius");
    excessError = file.get("sample.excess");
    bathError = file.get("sample.bathKg");
    gate = file.get("sample.gate");
  }

  /** Variance of an hour from a standard deviation by root of days. */
  private static double hourly(double perRootDay) {
    return perRootDay * perRootDay / 24;
  }

  /** Variance that an hour adds to a walk with this deviation and memory. */
  private static double stationary(double sigma, double days) {
    double memory = Math.exp(-1 / (24 * days));
    return sigma * sigma * (1 - memory * memory);
  }

  /**
   * Lives an hour.
   *
   * @param celsius measured in it, or NaN
   * @param bathKg by level, or NaN
   */
  void advance(HourInputs in, double celsius, double bathKg) {
    int place = (int) (hour % KEPT);
    keptStates[place] = state.clone();
    keptCovariances[place] = copy(covariance);
    keptInputs[place] = in;
    keptSamples[place] = new double[] {celsius, bathKg, Double.NaN};
    live(place, true);
    hour++;
  }

  private void live(int place, boolean first) {
    predict(keptInputs[place]);
    double[] samples = keptSamples[place];
    if (!Double.isNaN(samples[0])) {
      if (first
          && isStrange(
              0, samples[0] - state[CELSIUS], covariance[CELSIUS][CELSIUS], celsiusError)) {
        samples[0] = Double.NaN;
      } else {
        double[] row = new double[STATES];
        row[CELSIUS] = 1;
        update(row, samples[0] - state[CELSIUS], celsiusError * celsiusError);
      }
    }
    if (!Double.isNaN(samples[1])) {
      double[] row = new double[STATES];
      row[BATH] = 1;
      update(row, samples[1] - state[BATH], bathError * bathError);
    }
    if (!Double.isNaN(samples[2])) {
      double[] row = excessRow();
      innovation = samples[2] - PotDynamics.excessPercent(state);
      update(row, innovation, excessError * excessError);
    }
  }

  /**
   * Uses an analysis at the hour in which its sample was taken.
   *
   * @param hoursAgo whole hours, 0 for the hour just lived
   */
  void analysed(double excess, int hoursAgo) {
    int back = (int) Math.min(Math.min(hour - 1, KEPT - 1), hoursAgo);
    if (back < 0) {
      return;
    }
    double[] row = excessRow();
    double variance = dot(row, times(covariance, row));
    if (isStrange(1, excess - PotDynamics.excessPercent(state), variance, excessError)) {
      return;
    }
    long from = hour - 1 - back;
    int start = (int) (from % KEPT);
    state = keptStates[start].clone();
    covariance = copy(keptCovariances[start]);
    keptSamples[start][2] = excess;
    for (long h = from; h < hour; h++) {
      int place = (int) (h % KEPT);
      keptStates[place] = state.clone();
      keptCovariances[place] = copy(covariance);
      live(place, false);
    }
  }

  /** Doubts a sample beyond the gate, unless the one before was as far off on the same side. */
  private boolean isStrange(int kind, double off, double variance, double error) {
    double deviations = off / Math.sqrt(variance + error * error);
    boolean strange = Math.abs(deviations) > gate && doubted[kind] * deviations <= 0;
    doubted[kind] = strange ? deviations : 0;
    return strange;
  }

  private double[] excessRow() {
    double[] row = new double[STATES];
    row[EXCESS] = 100 / state[BATH];
    row[BATH] = -100 * state[EXCESS] / (state[BATH] * state[BATH]);
    return row;
  }

  private void predict(HourInputs in) {
    double[] next = state.clone();
    dynamics.hour(next, in);
    double[][] jacobian = new double[STATES][];
    for (int i = 0; i < STATES; i++) {
      double[] moved = state.clone();
      double step = STEP[i] + STEP_SHARE * Math.abs(state[i]);
      moved[i] += step;
      dynamics.hour(moved, in);
      for (int k = 0; k < STATES; k++) {
        moved[k] = (moved[k] - next[k]) / step;
      }
      jacobian[i] = moved;
    }
    double[][] half = new double[STATES][STATES];
    for (int i = 0; i < STATES; i++) {
      for (int k = 0; k < STATES; k++) {
        double sum = 0;
        for (int j = 0; j < STATES; j++) {
          sum += covariance[i][j] * jacobian[j][k];
        }
        half[i][k] = sum;
      }
    }
    for (int i = 0; i < STATES; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = i == k ? walk[i] : 0;
        for (int j = 0; j < STATES; j++) {
          sum += jacobian[j][i] * half[j][k];
        }
        covariance[i][k] = sum;
        covariance[k][i] = sum;
      }
    }
    state = next;
  }

  private void update(double[] row, double off, double variance) {
    double[] spread = times(covariance, row);
    double total = dot(row, spread) + variance;
    for (int i = 0; i < STATES; i++) {
      state[i] += spread[i] / total * off;
    }
    for (int i = 0; i < STATES; i++) {
      for (int k = 0; k < STATES; k++) {
        covariance[i][k] -= spread[i] * spread[k] / total;
      }
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[STATES];
    for (int i = 0; i < STATES; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < STATES; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[STATES][];
    for (int i = 0; i < STATES; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  /** The present estimate; a copy. */
  double[] state() {
    return state.clone();
  }

  /** Half widths of the 80 % bands of temperature and excess. */
  GuardRails.Known known() {
    double[] row = excessRow();
    return new GuardRails.Known(
        NORMAL_90 * deviation(PotDynamics.CELSIUS),
        NORMAL_90 * Math.sqrt(Math.max(0, dot(row, times(covariance, row)))));
  }

  /** Standard deviation of a part of the estimate. */
  double deviation(int part) {
    return Math.sqrt(Math.max(0, covariance[part][part]));
  }

  /** By how much the last analysis was off, wt%; NaN when none came since this was asked. */
  double takeInnovation() {
    double last = innovation;
    innovation = Double.NaN;
    return last;
  }

  /** Lays a change of AlF3 demand, kg/d, to this pot as to all. */
  void shiftDemand(double kgPerDay) {
    state[FLUORIDE] += kgPerDay;
  }
}
