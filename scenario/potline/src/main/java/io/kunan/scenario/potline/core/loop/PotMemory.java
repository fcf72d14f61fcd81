package io.kunan.scenario.potline.core.loop;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.scenario.potline.core.Sample;
import io.kunan.science.electrolysis.Faraday;
import java.util.ArrayList;
import java.util.List;

/**
 * What a controller remembers of a pot: samples in order of arrival, what the pot reported over the
 * last day, and when it was decided last. A decision falls due once a day, when the bath
 * temperature has come or is overdue.
 */
public final class PotMemory {
  private static final int HOURS = 24;
  private static final int OVERDUE = 28;

  /** Rounds are a day apart, but one may be missed and the decision then be late. */
  private static final int DUE = 20;

  /** Hours for which a decision waits for its turn. */
  private static final int WAITS = 16;

  /** Hours over which a rate by the day is looked at. */
  private static final int RATE_HOURS = 23;

  private static final int DOSE_DAYS = 4;
  private static final long KEPT = 8 * Micros.PER_DAY;
  private static final double LONG_AGO = 1e6;
  private static final double EFFICIENCY = 0.94;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double LEVEL_WEIGHT = 0.25;
  private static final double NORMAL_90 = 1.2816;
  private static final double CELSIUS_ERROR = 2;
  private static final double EXCESS_ERROR = 0.4;
  private static final double FILTER_DAYS = 2;
  private static final double USUAL_MEMORY = 1.0 / 72;

  private final List<Sample> temperatures = new ArrayList<>();
  private final List<Sample> excesses = new ArrayList<>();
  private final double[] doses = new double[RATE_HOURS];
  private final double[] volts = new double[RATE_HOURS];
  private final List<Double> dailyDoses = new ArrayList<>();
  private double aluminaPerDay = Double.NaN;
  private int hours;
  private int sinceDecision;
  private int sinceEffect = (int) LONG_AGO;
  private boolean celsiusCame;
  private double noise;
  private double metalLevel = Double.NaN;
  private double usualKiloamperes = Double.NaN;
  private boolean waits;

  /** Takes an hour. */
  public void take(PotReport report, long now) {
    celsiusCame = report.hasCelsius();
    if (report.hasCelsius()) {
      temperatures.add(new Sample(report.celsiusMicros(), now, report.celsius(), Quality.GOOD));
    }
    if (report.hasExcess()) {
      excesses.add(new Sample(report.excessMicros(), now, report.excess(), Quality.GOOD));
    }
    if (report.hasLevels()) {
      double off = report.metalCm() - metalLevel;
      metalLevel = Double.isNaN(metalLevel) ? report.metalCm() : metalLevel + LEVEL_WEIGHT * off;
    }
    temperatures.removeIf(sample -> sample.takenMicros() < now - KEPT);
    excesses.removeIf(sample -> sample.takenMicros() < now - KEPT);
    doses[hours % RATE_HOURS] = report.doseKgPerDay();
    volts[hours % RATE_HOURS] = report.setVolts();
    hours++;
    if (hours % HOURS == 0) {
      dailyDoses.add(report.doseKgPerDay());
      if (dailyDoses.size() > DOSE_DAYS) {
        dailyDoses.removeFirst();
      }
    }
    double used = Faraday.aluminaPerSecond(report.kiloamperes(), EFFICIENCY) * SECONDS_PER_DAY;
    aluminaPerDay =
        Double.isNaN(aluminaPerDay) ? used : aluminaPerDay + (used - aluminaPerDay) / HOURS;
    usualKiloamperes =
        Double.isNaN(usualKiloamperes)
            ? report.kiloamperes()
            : usualKiloamperes + USUAL_MEMORY * (report.kiloamperes() - usualKiloamperes);
    sinceDecision++;
    sinceEffect = report.effectMinutes() > 0 ? 0 : sinceEffect + 1;
    noise = report.heardMinutes() > 0 ? report.noise() : noise;
  }

  /** Whether the decision of the day is due. */
  public boolean isDue() {
    return hours >= HOURS && (sinceDecision >= OVERDUE || (sinceDecision >= DUE && celsiusCame));
  }

  /**
   * Whether dose and volts of the day still wait for their turn, because a guard did not let them
   * pass. The tap does not wait.
   */
  public boolean isWaiting() {
    return waits && sinceDecision <= WAITS;
  }

  /**
   * The decision was made.
   *
   * @param calm whether the pot could be moved
   */
  public void decided(boolean calm) {
    sinceDecision = isWaiting() ? sinceDecision : 0;
    waits = !calm;
  }

  /** Filtered metal level, cm; NaN until the first. */
  double metalLevel() {
    return metalLevel;
  }

  List<Sample> temperatures() {
    return temperatures;
  }

  List<Sample> excesses() {
    return excesses;
  }

  /** Doses of the last days, kg/d, the present one last. */
  List<Double> dailyDoses(double present) {
    List<Double> all = new ArrayList<>(dailyDoses);
    all.add(present);
    return all;
  }

  /** Alumina used by the line current, kg/d: dumps weigh this or that, Faraday does not. */
  public double aluminaPerDay() {
    return aluminaPerDay;
  }

  /** Noise as last heard, mV. */
  public double noise() {
    return noise;
  }

  double hoursSinceEffect() {
    return sinceEffect;
  }

  /**
   * The situation of the pot for the guard rails.
   *
   * @param known half widths of the 80 % bands of what is held
   */
  public GuardRails.Situation situation(
      PotReport report, LineReport line, double baseDose, GuardRails.Known known) {
    long now = line.micros();
    return new GuardRails.Situation(
        baseDose,
        report.dayMetalKg(),
        recent(report),
        new GuardRails.Age(
            hoursSince(temperatures, now),
            hoursSince(excesses, now),
            report.unheardSeconds(),
            report.unheardSeconds()),
        new GuardRails.Condition(
            noise, sinceEffect, report.ageDays(), report.kiloamperes() / usualKiloamperes),
        known);
  }

  private GuardRails.Recent recent(PotReport report) {
    int filled = Math.min(hours, RATE_HOURS);
    double lowestDose = report.doseKgPerDay();
    double highestDose = lowestDose;
    double lowestVolts = report.setVolts();
    double highestVolts = lowestVolts;
    for (int i = 0; i < filled; i++) {
      lowestDose = Math.min(lowestDose, doses[i]);
      highestDose = Math.max(highestDose, doses[i]);
      lowestVolts = Math.min(lowestVolts, volts[i]);
      highestVolts = Math.max(highestVolts, volts[i]);
    }
    return new GuardRails.Recent(
        lowestDose, highestDose, lowestVolts, highestVolts, 1, 1, report.tapBeforeKg());
  }

  /**
   * How well filtered samples tell what is held, by the errors of measurement alone: half widths of
   * the 80 % bands.
   */
  GuardRails.Known byFilter(long now) {
    return new GuardRails.Known(
        NORMAL_90 * CELSIUS_ERROR / Math.sqrt(weight(temperatures, now)),
        NORMAL_90 * EXCESS_ERROR / Math.sqrt(weight(excesses, now)));
  }

  /** How many samples a filter with its half-life amounts to. */
  private static double weight(List<Sample> samples, long now) {
    double sum = 0;
    double squares = 0;
    for (Sample sample : samples) {
      double days = (double) (now - sample.takenMicros()) / Micros.PER_DAY;
      double weight = Math.pow(0.5, days / FILTER_DAYS);
      sum += weight;
      squares += weight * weight;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }

  private static double hoursSince(List<Sample> samples, long now) {
    return samples.stream()
        .mapToDouble(sample -> (double) (now - sample.takenMicros()) / Micros.PER_HOUR)
        .min()
        .orElse(LONG_AGO);
  }
}
