package io.kunan.benchmark.electrolysis;

import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.HaupinVoltage;
import io.kunan.science.electrolysis.PotGeometry;
import io.kunan.science.electrolysis.SolheimLiquidus;

/** Full voltage, liquidus and conductivity of a pot, one after the other on one core. */
public final class ElectrolysisBenchmark {
  private static final int EVALUATIONS = 1_000_000;
  private static final int ROUNDS = 5;
  private static final PotGeometry POT =
      new PotGeometry(62.16, 48, 1.10, 78, 0.52e-6, 0.60e-6, 0.50e-6, 1.8);

  private final SolheimLiquidus liquidus = new SolheimLiquidus(Coefficients.published());
  private final HaupinVoltage haupin = new HaupinVoltage(Coefficients.published());

  /**
   * What was measured.
   *
   * @param evaluations of voltage, liquidus and conductivity each
   * @param seconds of the fastest round, after the machine code was warm
   * @param secondsWorst of the slowest round
   * @param checksum so that nothing is optimised away
   */
  public record Figures(int evaluations, double seconds, double secondsWorst, double checksum) {}

  /** Measures five rounds after two that warm up. */
  public Figures run() {
    double sum = round() + round();
    double best = Double.MAX_VALUE;
    double worst = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      sum += round();
      double seconds = (System.nanoTime() - began) / 1e9;
      best = Math.min(best, seconds);
      worst = Math.max(worst, seconds);
    }
    return new Figures(EVALUATIONS, best, worst, sum);
  }

  private double round() {
    double sum = 0;
    for (int i = 0; i < EVALUATIONS; i++) {
      double part = (i % 1000) / 1000.0;
      Bath bath = new Bath(9 + 3 * part, 5, 1.9 + 2 * part, 1 + part, 0.5, 1);
      double celsius = 945 + 20 * part;
      sum += liquidus.at(bath).value();
      sum += haupin.conductivity().at(celsius, bath).value();
      sum += haupin.split(bath, celsius, 500e3, 4 + part / 10, POT).total();
    }
    return sum;
  }
}
