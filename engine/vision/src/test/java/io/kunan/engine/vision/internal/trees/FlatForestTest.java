package io.kunan.engine.vision.internal.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.junit.jupiter.api.Test;

class FlatForestTest {
  private static final int COLUMNS = 9;
  private static final int ROWS = 2_000;
  private static final BoostedTrees.Settings SETTINGS = new BoostedTrees.Settings(20, 5, 0.3, 7);

  private final float[] rows = new float[ROWS * COLUMNS];
  private final float[] labels = new float[ROWS];

  FlatForestTest() {
    Random random = new Random(11);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        rows[row * COLUMNS + column] = (float) random.nextGaussian();
      }
      float x = rows[row * COLUMNS];
      float y = rows[row * COLUMNS + 3];
      labels[row] = x * y > 0.3 ? 2 : x > 0 ? 1 : 0;
    }
  }

  private float[][] flat(FlatForest forest) {
    float[][] scores = new float[ROWS][forest.classes()];
    float[] block = new float[COLUMNS * FlatForest.BLOCK];
    float[] out = new float[forest.classes() * FlatForest.BLOCK];
    for (int start = 0; start < ROWS; start += FlatForest.BLOCK) {
      int count = Math.min(FlatForest.BLOCK, ROWS - start);
      for (int row = 0; row < count; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          block[column * FlatForest.BLOCK + row] = rows[(start + row) * COLUMNS + column];
        }
      }
      forest.score(block, out);
      for (int row = 0; row < count; row++) {
        for (int k = 0; k < forest.classes(); k++) {
          scores[start + row][k] = out[k * FlatForest.BLOCK + row];
        }
      }
    }
    return scores;
  }

  @Test
  void scoresAsXgboostsOwnPredictor() throws Exception {
    FlatForest forest = BoostedTrees.learn(rows, COLUMNS, labels, 3, SETTINGS);
    float[][] flat = flat(forest);

    for (int k = 0; k < 3; k++) {
      float[] is = new float[ROWS];
      for (int row = 0; row < ROWS; row++) {
        is[row] = labels[row] == k ? 1 : 0;
      }
      Booster booster = BoostedTrees.booster(rows, COLUMNS, is, SETTINGS);
      DMatrix matrix = new DMatrix(rows, ROWS, COLUMNS, Float.NaN);
      float[][] margins = booster.predict(matrix, true);
      for (int row = 0; row < ROWS; row++) {
        assertThat(flat[row][k]).isCloseTo(margins[row][0], offset(1e-5f));
      }
      matrix.dispose();
      booster.dispose();
    }
  }

  @Test
  void theSameRowsGiveTheSameTreesWhichSurviveTheirBytes() {
    FlatForest once = BoostedTrees.learn(rows, COLUMNS, labels, 3, SETTINGS);
    FlatForest again = BoostedTrees.learn(rows, COLUMNS, labels, 3, SETTINGS);

    assertThat(again.bytes()).isEqualTo(once.bytes());
    assertThat(flat(FlatForest.ofBytes(once.bytes()))).isDeepEqualTo(flat(once));
  }
}
