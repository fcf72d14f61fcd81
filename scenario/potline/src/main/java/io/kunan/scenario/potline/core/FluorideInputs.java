package io.kunan.scenario.potline.core;

import java.util.List;

/**
 * What is known of one pot when its dose is decided.
 *
 * @param nowMicros the instant of the decision, microseconds UTC
 * @param temperatures bath temperature samples, °C, in order of time
 * @param excesses excess AlF3 samples, %, in order of time
 * @param dailyDoses doses given on the last days, kg/d, the newest last; at least one
 * @param aluminaFeed mean alumina feed, kg/d
 * @param noise present voltage noise, mV
 * @param hoursSinceAnodeEffect hours since the last anode effect; large when there was none
 */
public record FluorideInputs(
    long nowMicros,
    List<Sample> temperatures,
    List<Sample> excesses,
    List<Double> dailyDoses,
    double aluminaFeed,
    double noise,
    double hoursSinceAnodeEffect) {
  public FluorideInputs {
    temperatures = List.copyOf(temperatures);
    excesses = List.copyOf(excesses);
    dailyDoses = List.copyOf(dailyDoses);
  }
}
