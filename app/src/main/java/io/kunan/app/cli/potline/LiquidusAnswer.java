package io.kunan.app.cli.potline;

import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.Checked;
import io.kunan.science.electrolysis.LiquidusPair;
import io.kunan.science.electrolysis.LithiumLiquidus;
import io.kunan.science.electrolysis.SolheimLiquidus;
import java.util.List;

/**
 * Liquidus by two correlations.
 *
 * @param bath wt%
 * @param cryoliteRatio mol NaF by mol AlF3
 * @param liquidus by each correlation
 * @param uncertainty what they differ by, °C
 */
record LiquidusAnswer(Bath bath, double cryoliteRatio, List<Opinion> liquidus, double uncertainty) {

  /** One correlation's answer, °C. */
  record Opinion(String model, double celsius, boolean inRange, String source) {}

  static LiquidusAnswer of(Bath bath, LiquidusPair.Opinions both) {
    return new LiquidusAnswer(
        bath,
        bath.cryoliteRatio(),
        List.of(
            opinion("Solheim 1996", both.solheim(), SolheimLiquidus.SOURCE),
            opinion("lithium 2014", both.lithium(), LithiumLiquidus.SOURCE)),
        both.uncertainty());
  }

  private static Opinion opinion(String model, Checked answer, String source) {
    return new Opinion(model, answer.value(), answer.inRange(), source);
  }
}
