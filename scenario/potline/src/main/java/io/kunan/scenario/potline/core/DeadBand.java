package io.kunan.scenario.potline.core;

import io.kunan.kernel.InputException;
import io.kunan.science.electrolysis.Coefficients;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * What an advice on AlF3 has to come to before people are asked: a change that matters, for a pot
 * that is off by more than its measurements leave open. What was proposed stands until the pot is
 * well back inside, so that it is not withdrawn and made again each round. Figures with their
 * reasons stand in {@code dead-band.coefficients}.
 *
 * @param leastChange of the dose, kg/d
 * @param changeAgain by which a wanted dose has to move before a standing proposal is made anew,
 *     kg/d
 * @param celsius bath temperature off target, °C
 * @param excess AlF3 off target, wt%
 * @param standShare of all limits, down to which a standing proposal stands
 * @param quietHours after a decision in which nothing is proposed for the pot
 */
public record DeadBand(
    double leastChange,
    double changeAgain,
    double celsius,
    double excess,
    double standShare,
    double quietHours) {
  private static final String FILE = "dead-band.coefficients";

  /** None: every change is made, for a rule that a machine follows. */
  public static final DeadBand NONE = new DeadBand(0, 0, 0, 0, 1, 0);

  /** The one that comes with the product. */
  public static DeadBand usual() {
    InputStream stream = DeadBand.class.getResourceAsStream(FILE);
    if (stream == null) {
      throw new InputException(FILE, "is not in the program", "build the program again");
    }
    Coefficients file =
        Coefficients.read(
            FILE,
            new InputStreamReader(stream, StandardCharsets.UTF_8),
            Coefficients.Purpose.MODEL);
    return new DeadBand(
        file.get("change.least"),
        file.get("change.again"),
        file.get("off.celsius"),
        file.get("off.excess"),
        file.get("stand.share"),
        file.get("quiet.hours"));
  }

  /**
   * Whether a change is worth a person's time.
   *
   * @param change of the dose, kg/d
   * @param hot bath temperature above target, °C
   * @param rich excess AlF3 above target, wt%
   * @param standing whether a proposal for the pot stands already
   */
  boolean isPassed(double change, double hot, double rich, boolean standing) {
    double share = standing ? standShare : 1;
    boolean off = Math.abs(hot) >= share * celsius || Math.abs(rich) >= share * excess;
    return off && Math.abs(change) >= share * leastChange;
  }
}
