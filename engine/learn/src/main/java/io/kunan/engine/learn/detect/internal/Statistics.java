package io.kunan.engine.learn.detect.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import org.ojalgo.matrix.store.MatrixStore;

/** The ways to train a statistic. */
public final class Statistics {
  /** Share of the variance that principal components keep. */
  private static final double VARIANCE_KEPT = 0.9;

  /** Added to unit variances so that variables that copy each other do not blow up an inverse. */
  private static final double RIDGE = 1e-3;

  private Statistics() {}

  /** Hotelling's T² in the principal components of {@code lags} rows. */
  public static Statistic.Fit hotelling(int lags) {
    return runs ->
        components(
            runs, lags, (spectrum, kept) -> i -> i < kept ? inverseRoot(spectrum.values()[i]) : 0);
  }

  /** Squared prediction error: what the principal components of {@code lags} rows leave over. */
  public static Statistic.Fit predictionError(int lags) {
    return runs -> components(runs, lags, (spectrum, kept) -> i -> i < kept ? 0 : 1);
  }

  /** Mahalanobis distance of the mean of {@code rows} rows, covariance by Ledoit and Wolf. */
  public static Statistic.Fit mahalanobis(int rows) {
    return runs -> {
      Scaling scaling = Scaling.of(runs);
      Window window = Window.mean(rows);
      Sample sample = Sample.of(window.views(scaling.apply(runs)));
      double shrinkage = sample.shrinkage();
      Spectrum spectrum = Spectrum.of(sample.covariance(0));
      double mean = Math.max(spectrum.mean(), RIDGE);
      MatrixStore<Double> root =
          spectrum.with(
              i -> inverseRoot((1 - shrinkage) * spectrum.values()[i] + shrinkage * mean));
      return QuadraticStatistic.of(scaling, window, sample.mean(), root);
    };
  }

  /**
   * Canonical variate analysis (Larimore; Chiang, Russell and Braatz, Fault Detection and Diagnosis
   * in Industrial Systems, 2001): the directions of the last {@code lags} rows that foretell the
   * next {@code lags} rows with a correlation above {@code memory} are the slow states of the
   * plant, which wander in normal operation too; the statistic is T² of all other directions.
   */
  public static Statistic.Fit canonicalResidual(int lags, double memory) {
    return runs -> {
      Scaling scaling = Scaling.of(runs);
      Window window = Window.lags(lags);
      List<double[]> pasts = new ArrayList<>();
      List<double[]> futures = new ArrayList<>();
      for (double[][] run : scaling.apply(runs).runs()) {
        double[][] views = views(window, run);
        for (int i = lags - 1; i + lags < run.length; i++) {
          pasts.add(views[i]);
          futures.add(views[i + lags]);
        }
      }
      Sample past = Sample.of(pasts.toArray(double[][]::new));
      Sample future = Sample.of(futures.toArray(double[][]::new));
      return QuadraticStatistic.of(
          scaling, window, past.mean(), residualRoot(past, future, memory));
    };
  }

  /** Distance to the nearest training windows of {@code lags} rows, in principal components. */
  public static Statistic.Fit neighbours(int lags, int count) {
    return runs -> {
      Scaling scaling = Scaling.of(runs);
      Window window = Window.lags(lags);
      double[][] views = window.views(scaling.apply(runs));
      Sample sample = Sample.of(views);
      Spectrum spectrum = Spectrum.of(sample.covariance(0));
      int kept = spectrum.countFor(VARIANCE_KEPT);
      double[][] basis = new double[kept][sample.mean().length];
      for (int k = 0; k < kept; k++) {
        for (int j = 0; j < basis[k].length; j++) {
          basis[k][j] = spectrum.vectors().doubleValue(j, k);
        }
      }
      return NeighbourStatistic.of(scaling, window, sample.mean(), basis, views, count);
    };
  }

  /** Two-sided CUSUM of each variable's one-row-ahead error. */
  public static Statistic.Fit residualCusum() {
    return CusumStatistic::fit;
  }

  /** Random Cut Forest on windows of {@code lags} rows. */
  public static Statistic.Fit randomCutForest(int lags, long seed) {
    return runs -> ForestStatistic.fit(runs, Window.lags(lags), seed);
  }

  private static QuadraticStatistic components(
      Runs runs, int lags, BiFunction<Spectrum, Integer, IntToDoubleFunction> weights) {
    Scaling scaling = Scaling.of(runs);
    Window window = Window.lags(lags);
    Sample sample = Sample.of(window.views(scaling.apply(runs)));
    Spectrum spectrum = Spectrum.of(sample.covariance(0));
    // one direction stays for the error even where one component already holds all the variance
    int kept = Math.min(spectrum.countFor(VARIANCE_KEPT), Math.max(1, sample.mean().length - 1));
    return QuadraticStatistic.of(
        scaling, window, sample.mean(), spectrum.with(weights.apply(spectrum, kept)));
  }

  private static double[][] views(Window window, double[][] run) {
    Window.Memory memory = window.new Memory();
    return Arrays.stream(run).map(memory::next).toArray(double[][]::new);
  }

  private static MatrixStore<Double> residualRoot(Sample past, Sample future, double memory) {
    Spectrum pastSpectrum = Spectrum.of(past.covariance(RIDGE));
    Spectrum futureSpectrum = Spectrum.of(future.covariance(RIDGE));
    MatrixStore<Double> whiten = pastSpectrum.with(i -> inverseRoot(pastSpectrum.values()[i]));
    MatrixStore<Double> inverse = futureSpectrum.with(i -> 1 / futureSpectrum.values()[i]);
    MatrixStore<Double> cross = whiten.multiply(past.covariance(future));
    Spectrum squaredCorrelations = Spectrum.of(cross.multiply(inverse).multiply(cross.transpose()));
    int last = past.mean().length - 1;
    MatrixStore<Double> forgetful =
        squaredCorrelations.with(
            i -> i == last || squaredCorrelations.values()[i] <= memory * memory ? 1 : 0);
    Spectrum form = Spectrum.of(whiten.multiply(forgetful).multiply(whiten));
    return form.with(i -> Math.sqrt(form.values()[i]));
  }

  private static double inverseRoot(double value) {
    return value > 1e-9 ? 1 / Math.sqrt(value) : 0;
  }
}
