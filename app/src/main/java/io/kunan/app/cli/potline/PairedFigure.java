package io.kunan.app.cli.potline;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One figure under both controllers, seed by seed.
 *
 * @param figure its name
 * @param unit of reference and advisor
 * @param reference mean over the seeds
 * @param advisor mean over the seeds
 * @param difference mean of the differences, seed by seed
 * @param halfWidth of its 95 % interval
 * @param differenceUnit % of the reference, or that of the figure
 * @param most what the difference may be at most; null where nothing is asked
 * @param met whether the mean difference is not above that
 */
record PairedFigure(
    String figure,
    String unit,
    double reference,
    double advisor,
    double difference,
    double halfWidth,
    String differenceUnit,
    @Nullable Double most,
    @Nullable Boolean met) {

  /** Student's t for 95 %, two-sided, by degrees of freedom from 1. */
  private static final double[] STUDENT = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
  };

  /** Most seeds a comparison takes. */
  static final int MOST_SEEDS = STUDENT.length + 1;

  /** Both controllers on the same seed. */
  record Pair(long seed, SimulationAnswer reference, SimulationAnswer advisor) {}

  /** A figure judged by its relative difference, %. */
  static PairedFigure relative(
      String name,
      String unit,
      @Nullable Double most,
      List<Pair> pairs,
      ToDoubleFunction<SimulationAnswer> of) {
    double[] differences =
        pairs.stream()
            .mapToDouble(
                pair ->
                    100
                        * (of.applyAsDouble(pair.advisor()) / of.applyAsDouble(pair.reference())
                            - 1))
            .toArray();
    return of(name, unit, "%", most, pairs, of, differences);
  }

  /** A figure judged by its difference in its own unit. */
  static PairedFigure absolute(
      String name,
      String unit,
      @Nullable Double most,
      List<Pair> pairs,
      ToDoubleFunction<SimulationAnswer> of) {
    double[] differences =
        pairs.stream()
            .mapToDouble(
                pair -> of.applyAsDouble(pair.advisor()) - of.applyAsDouble(pair.reference()))
            .toArray();
    return of(name, unit, unit, most, pairs, of, differences);
  }

  private static PairedFigure of(
      String name,
      String unit,
      String differenceUnit,
      @Nullable Double most,
      List<Pair> pairs,
      ToDoubleFunction<SimulationAnswer> of,
      double[] differences) {
    double mean = mean(differences);
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    int free = differences.length - 1;
    double half = STUDENT[free - 1] * Math.sqrt(squares / free / differences.length);
    return new PairedFigure(
        name,
        unit,
        mean(pairs.stream().mapToDouble(pair -> of.applyAsDouble(pair.reference())).toArray()),
        mean(pairs.stream().mapToDouble(pair -> of.applyAsDouble(pair.advisor())).toArray()),
        mean,
        half,
        differenceUnit,
        most,
        most == null ? null : mean <= most);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
