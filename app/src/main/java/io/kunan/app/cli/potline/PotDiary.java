package io.kunan.app.cli.potline;

import io.kunan.kernel.Micros;
import io.kunan.plant.potline.Potline;
import io.kunan.scenario.potline.core.advisor.PotOutlook;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.science.electrolysis.Faraday;
import java.util.ArrayList;
import java.util.List;

/** Writes down day by day what was known of a pot and what came of it. */
final class PotDiary {
  private static final double WEIGHT = 0.293;
  private static final double SAMPLE_WEIGHT = 0.5;
  private static final double LEVEL_WEIGHT = 0.25;
  private static final double HOURS = 24;
  private static final double KWH_PER_TONNE_AT_ONE_VOLT = 2979.98;

  private final int pot;
  private final List<Open> open = new ArrayList<>();
  private double lastCelsius = Double.NaN;
  private double filteredCelsius = Double.NaN;
  private double lastExcess = Double.NaN;
  private double filteredExcess = Double.NaN;
  private double lastMetal = Double.NaN;
  private double filteredMetal = Double.NaN;
  private double noiseSum;
  private double voltsSum;
  private double trueVolts;
  private double made;
  private double faraday;
  private double tapped;
  private double doses;
  private double hours;
  private double energyBefore = Double.NaN;

  /** A day under way, or over but still waiting for its analysis. */
  private static final class Open {
    private final DayRow row;
    private final long from;
    private double celsius = Double.NaN;
    private double excess = Double.NaN;
    private double metalCm = Double.NaN;
    private double metalKg = Double.NaN;
    private double energy = Double.NaN;
    private double faradayKg = Double.NaN;
    private double tappedKg = Double.NaN;
    private double dose = Double.NaN;

    Open(DayRow row, long from) {
      this.row = row;
      this.from = from;
    }

    boolean holds(long micros) {
      return micros > from && micros <= from + Micros.PER_DAY;
    }

    DayRow close() {
      return new DayRow(
          row.day(),
          row.pot(),
          row.outlook(),
          row.lastCelsius(),
          row.filteredCelsius(),
          row.lastExcess(),
          row.filteredExcess(),
          row.lastMetalCm(),
          row.filteredMetalCm(),
          row.noise(),
          row.volts(),
          row.energyBefore(),
          celsius,
          excess,
          metalCm,
          row.superheat(),
          metalKg,
          energy,
          faradayKg,
          tappedKg,
          dose);
    }
  }

  PotDiary(int pot) {
    this.pot = pot;
  }

  /** Takes an hour with the truth at its end. */
  void take(PotReport report, Potline.Truth truth, long now) {
    for (Open day : open) {
      if (report.hasCelsius() && day.holds(report.celsiusMicros())) {
        day.celsius = report.celsius();
      }
      if (report.hasExcess() && day.holds(report.excessMicros())) {
        day.excess = report.excess();
      }
      if (report.hasLevels() && day.holds(now)) {
        day.metalCm = report.metalCm();
      }
    }
    filter(report);
    if (report.heardMinutes() > 0) {
      noiseSum += report.noise();
      voltsSum += report.volts();
      hours++;
    }
    trueVolts += truth.volts();
    double possible = Faraday.metalPerDay(report.kiloamperes(), 1) / HOURS;
    faraday += possible;
    made += truth.currentEfficiency() * possible;
    tapped += Double.isNaN(report.tapKg()) ? 0 : report.tapKg();
    doses += report.doseKgPerDay() / HOURS;
  }

  private void filter(PotReport report) {
    if (report.hasCelsius()) {
      lastCelsius = report.celsius();
      filteredCelsius = towards(filteredCelsius, lastCelsius, WEIGHT);
    }
    if (report.hasExcess()) {
      lastExcess = report.excess();
      filteredExcess = towards(filteredExcess, lastExcess, SAMPLE_WEIGHT);
    }
    if (report.hasLevels()) {
      lastMetal = report.metalCm();
      filteredMetal = towards(filteredMetal, lastMetal, LEVEL_WEIGHT);
    }
  }

  private static double towards(double filtered, double value, double weight) {
    return Double.isNaN(filtered) ? value : filtered + weight * (value - filtered);
  }

  /** Ends a day and begins the next. */
  void turn(int day, PotOutlook outlook, double superheat, long now) {
    double energy = KWH_PER_TONNE_AT_ONE_VOLT * (trueVolts / HOURS) / (made / faraday);
    for (Open one : open) {
      if (one.from == now - Micros.PER_DAY) {
        one.metalKg = made;
        one.energy = energy;
        one.faradayKg = faraday;
        one.tappedKg = tapped;
        one.dose = doses;
      }
    }
    energyBefore = energy;
    var row =
        new DayRow(
            day,
            pot,
            outlook,
            lastCelsius,
            filteredCelsius,
            lastExcess,
            filteredExcess,
            lastMetal,
            filteredMetal,
            noiseSum / hours,
            voltsSum / hours,
            energyBefore,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            superheat,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    open.add(new Open(row, now));
    noiseSum = 0;
    voltsSum = 0;
    trueVolts = 0;
    made = 0;
    faraday = 0;
    tapped = 0;
    doses = 0;
    hours = 0;
  }

  /** All days that are over. */
  List<DayRow> days(long until) {
    return open.stream()
        .filter(one -> one.from + Micros.PER_DAY <= until)
        .map(Open::close)
        .toList();
  }
}
