package io.kunan.app.cli.potline;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.plant.potline.LineTruth;
import io.kunan.plant.potline.PotHour;
import io.kunan.plant.potline.Potline;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.scenario.potline.core.loop.LineController;
import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.scenario.potline.core.loop.SetPoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A controller of the scenario in closed loop with the virtual plant. Once an hour the controller
 * gets what the line has published and its set-points are written; a pot whose controller is silent
 * is neither read nor written. The set-points are held for three hours, so that a controller that
 * falls silent hands the pots back to themselves.
 */
final class PotlineSimulation {
  private static final double HELD_HOURS = 3;
  private static final int HOURS_PER_DAY = 24;

  private final PotlineSettings settings;
  private final LineController controller;

  PotlineSimulation(PotlineSettings settings, LineController controller) {
    this.settings = settings;
    this.controller = controller;
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
          hitsBefore = controller.doseRailHits();
        }
        line.advance(start.plus(Duration.ofHours(hour)));
        write(line, controller.decide(read(line)));
        on = progress.report(hour, hours, "hours of the line");
      }
      LineTruth truth = line.truth();
      double potDays = (double) settings.pots() * (days - warmUp);
      double hits = (controller.doseRailHits() - hitsBefore) / potDays;
      return SimulationAnswer.of(truth, hits, (System.nanoTime() - began) / 1e9);
    }
  }

  private LineReport read(Potline line) {
    List<PotReport> pots = new ArrayList<>(settings.pots());
    for (int p = 0; p < settings.pots(); p++) {
      pots.add(report(line.publish(p)));
    }
    return new LineReport(Micros.of(line.now()), line.sodaAnalysed(), pots);
  }

  private static PotReport report(PotHour hour) {
    return new PotReport(
        hour.volts(),
        hour.kiloamperes(),
        hour.noise(),
        hour.heardMinutes(),
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
        hour.celsius(),
        hour.celsiusMicros(),
        hour.excess(),
        hour.excessMicros(),
        hour.metalCm(),
        hour.bathCm());
  }

  private void write(Potline line, List<SetPoints> setPoints) {
    for (int p = 0; p < settings.pots(); p++) {
      if (!line.silent(p)) {
        SetPoints of = setPoints.get(p);
        line.setPoints(p, of.doseKgPerDay(), of.tapKg(), of.setVolts(), HELD_HOURS);
      }
    }
  }
}
