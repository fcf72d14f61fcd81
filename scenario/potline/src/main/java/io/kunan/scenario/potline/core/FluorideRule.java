package io.kunan.scenario.potline.core;

import io.kunan.kernel.Micros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The daily dose of aluminium fluoride by the site rule: base dose from the mass balance, corrected
 * by filtered temperature and excess, less what is still on its way. Every sample counts once, and
 * nothing is used before it has arrived.
 *
 * <p>Temperature leads: melting ledge dilutes the excess while the pot heats, so a rule that reacts
 * to excess alone over-doses.
 */
public final class FluorideRule {
  /** How long a dose takes to act, hours. */
  static final double RESPONSE_HOURS = 72;

  /** Response of a 500 kA pot to 1 kg/d more, by step test on the virtual pot: °C per day. */
  static final double TEMPERATURE_RESPONSE = -0.45 / 30;

  /** The same for excess AlF3: % per day. */
  static final double EXCESS_RESPONSE = 0.13 / 30;

  private static final double TEMPERATURE_LIMIT_HOURS = 36;
  private static final double EXCESS_LIMIT_HOURS = 96;
  private static final double NOISE_LIMIT = 40;
  private static final double ANODE_EFFECT_HOURS = 4;

  private final FluorideParameters parameters;

  public FluorideRule(FluorideParameters parameters) {
    this.parameters = parameters;
  }

  /** Decides one pot for which nothing is proposed yet. */
  public FluorideAdvice decide(FluorideInputs inputs) {
    return decide(inputs, false);
  }

  /**
   * Decides one pot.
   *
   * @param standing whether a proposal for it stands, which is then not given up for a hair
   */
  public FluorideAdvice decide(FluorideInputs inputs, boolean standing) {
    List<Guard> guards = guards(inputs);
    if (guards.stream().anyMatch(guard -> !guard.passed())) {
      return new FluorideAdvice.Withheld(guards);
    }
    double base = parameters.baseDose(inputs.aluminaFeed());
    double temperature = filtered(inputs.temperatures(), inputs.nowMicros());
    double excess = filtered(inputs.excesses(), inputs.nowMicros());
    double hot = temperature - parameters.temperatureTarget();
    double rich = excess - parameters.excessTarget();
    double byTemperature = parameters.temperatureGain() * hot;
    double byExcess = -parameters.excessGain() * rich;
    double pending = pending(inputs.dailyDoses(), base);
    double wanted = base + byTemperature + byExcess - parameters.pendingGain() * pending;
    double today = inputs.dailyDoses().getLast();
    double advised = Math.round(limited(wanted, today, base));
    double change = advised - today;
    if (!parameters.deadBand().isPassed(change, hot, rich, standing)) {
      return new FluorideAdvice.Keep(today, guards);
    }
    return new FluorideAdvice.Change(
        today,
        advised,
        temperature,
        excess,
        newest(inputs.temperatures(), inputs.nowMicros()),
        newest(inputs.excesses(), inputs.nowMicros()),
        pending,
        byTemperature,
        byExcess,
        2 * change * TEMPERATURE_RESPONSE,
        2 * change * EXCESS_RESPONSE,
        guards);
  }

  private double limited(double wanted, double today, double base) {
    double step = parameters.dailyStep();
    double near = Math.clamp(wanted, today - step, today + step);
    return Math.clamp(near, 0, parameters.ceiling() * base);
  }

  /** Dose above base given lately, weighted by the part of its response still to come, kg. */
  private static double pending(List<Double> dailyDoses, double base) {
    double sum = 0;
    for (int age = 0; age < dailyDoses.size(); age++) {
      double left = 1 - (age + 0.5) * 24 / RESPONSE_HOURS;
      if (left > 0) {
        sum += left * (dailyDoses.get(dailyDoses.size() - 1 - age) - base);
      }
    }
    return sum;
  }

  /** Mean of the usable samples, an old one counting half for each half-life. */
  private double filtered(List<Sample> samples, long now) {
    double sum = 0;
    double weights = 0;
    for (Sample sample : samples) {
      if (sample.isUsableAt(now)) {
        double days = (double) (now - sample.takenMicros()) / Micros.PER_DAY;
        double weight = Math.pow(0.5, days / parameters.halfLifeDays());
        sum += weight * sample.value();
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double newest(List<Sample> samples, long now) {
    return samples.stream()
        .filter(sample -> sample.isUsableAt(now))
        .max(Comparator.comparingLong(Sample::takenMicros))
        .map(Sample::value)
        .orElse(Double.NaN);
  }

  private List<Guard> guards(FluorideInputs inputs) {
    List<Guard> guards = new ArrayList<>();
    double temperatureAge = ageHours(inputs.temperatures(), inputs.nowMicros());
    double excessAge = ageHours(inputs.excesses(), inputs.nowMicros());
    guards.add(atMost("temperature-fresh", temperatureAge, TEMPERATURE_LIMIT_HOURS, "h"));
    guards.add(atMost("excess-fresh", excessAge, EXCESS_LIMIT_HOURS, "h"));
    guards.add(atMost("noise-calm", inputs.noise(), NOISE_LIMIT, "mV"));
    double quiet = inputs.hoursSinceAnodeEffect();
    guards.add(
        new Guard("no-anode-effect", quiet >= ANODE_EFFECT_HOURS, quiet, ANODE_EFFECT_HOURS, "h"));
    guards.add(
        new Guard(
            "dose-known", !inputs.dailyDoses().isEmpty(), inputs.dailyDoses().size(), 1, "d"));
    return guards;
  }

  private static Guard atMost(String code, double measured, double limit, String unit) {
    return new Guard(code, measured <= limit, measured, limit, unit);
  }

  /** Hours since the newest usable sample was taken; infinite when there is none. */
  private static double ageHours(List<Sample> samples, long now) {
    return samples.stream()
        .filter(sample -> sample.isUsableAt(now))
        .mapToDouble(sample -> (double) (now - sample.takenMicros()) / Micros.PER_HOUR)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
