package io.kunan.scenario.potline.core;

/**
 * What a pot did about a decision on its dose; NaN where nothing was measured.
 *
 * @param pot number of the pot's asset
 * @param temperatureBefore mean bath temperature of the day before, °C
 * @param temperatureAfter mean bath temperature of the day about the end of the horizon, °C
 * @param excessBefore mean excess AlF3 of the day before, %
 * @param doseBefore dose at the decision, kg/d
 * @param doseAfter mean dose from the decision to the end of the horizon, kg/d
 */
public record DoseCourse(
    int pot,
    double temperatureBefore,
    double temperatureAfter,
    double excessBefore,
    double doseBefore,
    double doseAfter) {

  /** Change of the bath temperature, °C. */
  public double temperatureChange() {
    return temperatureAfter - temperatureBefore;
  }

  /** Change of the dose, kg/d. */
  public double doseChange() {
    return doseAfter - doseBefore;
  }

  boolean isMeasured() {
    return Double.isFinite(temperatureChange())
        && Double.isFinite(excessBefore)
        && Double.isFinite(doseChange());
  }
}
