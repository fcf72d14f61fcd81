package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;
import java.io.IOException;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The calls into XGBoost, with its native memory released and its errors made ours. */
final class Boosters {
  private interface Call<T> {
    T on(DMatrix matrix) throws XGBoostError;
  }

  private Boosters() {}

  static Booster train(Matrix x, float[] labels, Map<String, Object> parameters, int rounds) {
    return with(
        x,
        matrix -> {
          matrix.setLabel(labels);
          // A watch list would print every round.
          return XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
        });
  }

  /** Predictions from the first {@code rounds} rounds, 0 for all. */
  static float[][] predict(Booster booster, Matrix x, int rounds) {
    return with(x, matrix -> booster.predict(matrix, false, rounds));
  }

  static float[][] contributions(Booster booster, Matrix x) {
    return with(x, matrix -> booster.predictContrib(matrix, 0));
  }

  static Map<String, Double> gains(Booster booster, String[] names) {
    try {
      return booster.getScore(names, "total_gain");
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(Booster booster) {
    try {
      return booster.toByteArray("ubj");
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  static Booster load(byte[] bytes) {
    try {
      Booster booster = XGBoost.loadModel(bytes);
      booster.setParam("nthread", 1);
      return booster;
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T with(Matrix x, Call<T> call) {
    try {
      DMatrix matrix = new DMatrix(x.cells(), x.rows(), x.columns(), Float.NaN);
      try {
        return call.on(matrix);
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }
}
