package io.kunan.app.cli.potline;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.LineTruth;
import io.kunan.plant.potline.PotHour;
import io.kunan.plant.potline.Potline;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.scenario.potline.core.loop.GuardRails;
import io.kunan.scenario.potline.core.loop.LineController;
import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.scenario.potline.core.loop.SetPoints;
import io.kunan.scenario.potline.core.watch.Diagnosis;
import io.kunan.scenario.potline.core.watch.FaultWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A controller of the scenario in closed loop with the virtual plant. Once an hour the controller
 * gets what the line has published and its set-points are written; a pot whose controller is silent
 * is neither read nor written. The set-points are held for an hour beyond the next renewal, so that
 * a controller that falls silent hands the pots back to themselves.
 */
final class PotlineSimulation {
  /** The virtual pots have no age; their linings are past their first months. */
  private static final double GROWN_DAYS = 1000;

  private static final int HOURS_PER_DAY = 24;

  /** A renewal that comes on the hour is not to come too late by a breath. */
  private static final double SLACK_HOURS = 0.05;

  private final PotlineSettings settings;
  private final LineController controller;
  private final GuardRails rails;
  private final MinuteSampler minutes;
  private final FaultWatch watch;
  private final RangeWatch range;
  private final List<Diagnosis> named = new ArrayList<>();

  PotlineSimulation(PotlineSettings settings, LineController controller, GuardRails rails) {
    this.settings = settings;
    this.controller = controller;
    this.rails = rails;
    minutes = new MinuteSampler(settings);
    watch = new FaultWatch(settings.pots());
    range = new RangeWatch(settings.pots(), LineTargets.usual500kA());
  }

  /**
   * Runs the line.
   *
   * @param days in all
   * @param warmUp of them, which do not count
   */
  SimulationAnswer run(int days, int warmUp, Progress progress) {
    long began = System.nanoTime();
    long hitsBefore = 0;
    boolean on = true;
    try (Potline line = Potline.start(settings)) {
      Instant start = settings.start();
      int hours = days * HOURS_PER_DAY;
      for (int hour = 1; hour <= hours && on; hour++) {
        if (hour == warmUp * HOURS_PER_DAY + 1) {
          line.beginTruth();
          range.begin();
          hitsBefore = controller.doseRailHits();
        }
        live(line, start.plus(Duration.ofHours(hour)));
        on = progress.report(hour, hours, "hours of the line");
      }
      LineTruth truth = line.truth();
      double potDays = (double) settings.pots() * (days - warmUp);
      double hits = (controller.doseRailHits() - hitsBefore) / potDays;
      long from = Micros.of(start.plus(Duration.ofDays(warmUp)));
      List<FaultScore> faults =
          FaultScore.of(line.injected(), named, from, Micros.of(line.now()), potDays);
      double seconds = (System.nanoTime() - began) / 1e9;
      return SimulationAnswer.of(
          truth, hits, range.outside(), range.byAdvice(), watched() ? faults : List.of(), seconds);
    }
  }

  /** Watching each minute costs time; it is done where the faults are of interest. */
  private boolean watched() {
    return settings.faults() == Faults.HARD;
  }

  private void live(Potline line, Instant until) {
    if (watched()) {
      line.advance(until, List.of(minutes.sampling()), minutes::take, event -> {});
      minutes.drain().forEach(minute -> named.addAll(watch.minute(minute)));
    } else {
      line.advance(until);
    }
    LineReport report = read(line, settings.pots());
    if (watched()) {
      named.addAll(watch.hour(report));
    }
    range.look(report, line);
    write(line, controller.decide(report), rails);
  }

  /** What the line has published since this was asked an hour ago. */
  static LineReport read(Potline line, int pots) {
    List<PotReport> reports = new ArrayList<>(pots);
    for (int p = 0; p < pots; p++) {
      reports.add(report(line.publish(p)));
    }
    return new LineReport(Micros.of(line.now()), line.sodaAnalysed(), reports);
  }

  private static PotReport report(PotHour hour) {
    return new PotReport(
        hour.volts(),
        hour.kiloamperes(),
        hour.noise(),
        hour.heardMinutes(),
        hour.unheardSeconds(),
        hour.effectMinutes(),
        hour.effectVolts(),
        hour.aluminaKg(),
        hour.doseKgPerDay(),
        hour.anodeChanges(),
        hour.bathTapKg(),
        hour.tapKg(),
        hour.tapPlannedKg(),
        hour.tapBeforeKg(),
        hour.dayMetalKg(),
        hour.setVolts(),
        GROWN_DAYS,
        hour.celsius(),
        hour.celsiusMicros(),
        hour.excess(),
        hour.excessMicros(),
        hour.metalCm(),
        hour.bathCm());
  }

  /** Hands set-points to the pots that answer. */
  static void write(Potline line, List<SetPoints> setPoints, GuardRails rails) {
    double hours = 1 + rails.get("fallback.lastPlanHours") + SLACK_HOURS;
    for (int p = 0; p < setPoints.size(); p++) {
      if (!line.silent(p)) {
        SetPoints of = setPoints.get(p);
        line.setPoints(p, of.doseKgPerDay(), of.tapKg(), of.setVolts(), hours);
      }
    }
  }
}
