package io.kunan.engine.learn.detect;

import io.kunan.kernel.Column;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A made-up unit of six signals: two slow causes that drive four flows and temperatures, and two
 * signals of their own. The same seed gives the same rows.
 */
final class SyntheticPlant {
  static final List<String> NAMES = List.of("feed", "steam", "level", "heat", "power", "vibration");

  private SyntheticPlant() {}

  static double[][] rows(int rows, long seed) {
    Random random = new Random(seed);
    double[][] result = new double[rows][];
    double load = 0;
    double ambient = 0;
    for (int i = 0; i < rows; i++) {
      load = 0.9 * load + 0.4 * random.nextGaussian();
      ambient = 0.95 * ambient + 0.3 * random.nextGaussian();
      result[i] =
          new double[] {
            100 + 10 * load + random.nextGaussian(),
            50 + 5 * load - 2 * ambient + random.nextGaussian(),
            2 + 0.2 * ambient + 0.05 * random.nextGaussian(),
            400 + 20 * load + 10 * ambient + 3 * random.nextGaussian(),
            1e6 * (1 + 0.01 * random.nextGaussian()),
            0.01 + 0.001 * random.nextGaussian()
          };
    }
    return result;
  }

  static Table table(double[][] rows) {
    return table(rows, NAMES);
  }

  static Table table(double[][] rows, List<String> names) {
    List<Column> columns = new ArrayList<>();
    for (int v = 0; v < names.size(); v++) {
      int column = v;
      columns.add(
          new Column.Numbers(
              names.get(v), Arrays.stream(rows).mapToDouble(row -> row[column]).toArray()));
    }
    return new Table(new long[0], columns);
  }

  /** Adds to one signal from a row on. */
  static double[][] shifted(double[][] rows, int from, int variable, double by) {
    double[][] result = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    for (int i = from; i < result.length; i++) {
      result[i][variable] += by;
    }
    return result;
  }
}
