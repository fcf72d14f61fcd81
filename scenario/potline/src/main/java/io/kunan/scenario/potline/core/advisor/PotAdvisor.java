package io.kunan.scenario.potline.core.advisor;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.loop.GuardRails;
import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.PotMemory;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.scenario.potline.core.loop.SetPoints;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.Faraday;
import io.kunan.science.electrolysis.FluorideBalance;
import io.kunan.science.electrolysis.PseudoResistance;
import org.jspecify.annotations.Nullable;

/** The advisor of one pot: keeps its estimate and decides once a day. */
final class PotAdvisor {
  private static final double HOURS = 24;
  private static final double VOLTS_MEMORY = 1 / 24.0;
  private static final double FULL_CURRENT = 0.97;
  private static final double COLD = 6;
  private static final double WITHIN_RATE = 0.95;

  private final PotDynamics dynamics;
  private final PotPlanner planner;
  private final LineTargets targets;
  private final GuardRails rails;
  private final PotEstimator estimator;
  private final TapEstimator taps;
  private final PotMemory memory = new PotMemory();
  private final double efficiency;
  private final double anodeJoules;
  private final double anodeMemory;
  private final double effectShare;
  private final double poolMemory;
  private final double bathKgPerCm;
  private final double lime;
  private final double evaporation;
  private final double bathTapPerDay;
  private final double noisy;

  private double poolKg;
  private double coldJoules;
  private double baseVolts;
  private double lastVolts;
  private @Nullable SetPoints held;
  private long doseRailHits;

  PotAdvisor(
      PotDynamics dynamics,
      PotPlanner planner,
      LineTargets targets,
      GuardRails rails,
      Coefficients file) {
    this.dynamics = dynamics;
    this.planner = planner;
    this.targets = targets;
    this.rails = rails;
    estimator = new PotEstimator(dynamics, file);
    taps = new TapEstimator(targets, file);
    efficiency = file.get("design.efficiency");
    anodeJoules = file.get("design.anodeJoules");
    anodeMemory = Math.exp(-1 / file.get("design.anodeHours"));
    effectShare = file.get("design.effectShare");
    poolMemory = Math.exp(-1 / file.get("design.poolHours"));
    bathKgPerCm = file.get("design.bathKgPerCm");
    lime = file.get("design.lime");
    evaporation = file.get("design.evaporation");
    bathTapPerDay = file.get("design.bathTapKg");
    noisy = file.get("plan.noisy");
    baseVolts = file.get("design.volts");
    lastVolts = baseVolts;
    poolKg = Double.NaN;
    coldJoules =
        anodeJoules * file.get("design.anodesPerDay") * file.get("design.anodeHours") / HOURS;
  }

  /** Lives an hour. */
  void take(PotReport report, LineReport line) {
    memory.take(report, line.micros());
    double pool = report.doseKgPerDay() / HOURS / (1 - poolMemory);
    poolKg = (Double.isNaN(poolKg) ? pool : poolKg) + report.doseKgPerDay() / HOURS;
    double fluoride = poolKg * (1 - poolMemory);
    poolKg -= fluoride;
    coldJoules += report.anodeChanges() * anodeJoules;
    double cold = coldJoules * (1 - anodeMemory);
    coldJoules -= cold;
    double amperes = report.kiloamperes() * 1000;
    volts(report);
    double effect = effectShare * report.effectVolts() * amperes * report.effectMinutes() / 60.0;
    var inputs =
        new HourInputs(
            amperes,
            lastVolts,
            effect,
            report.aluminaKg(),
            fluoride,
            line.sodaFraction(),
            cold / 3600,
            report.bathTapKg());
    double bath = report.hasLevels() ? report.bathCm() * bathKgPerCm : Double.NaN;
    estimator.advance(inputs, report.celsius(), bath);
    if (report.hasExcess()) {
      long ago = (line.micros() - report.excessMicros()) / Micros.PER_HOUR;
      estimator.analysed(report.excess(), (int) ago);
    }
    taps.take(report, Faraday.metalPerDay(report.kiloamperes(), efficiency) / HOURS);
  }

  private void volts(PotReport report) {
    if (report.heardMinutes() == 0) {
      return;
    }
    lastVolts = report.volts();
    if (report.kiloamperes() > FULL_CURRENT * targets.nominalKiloamperes()) {
      double normal =
          PseudoResistance.normalisedVolts(
              report.volts(), report.kiloamperes(), targets.nominalKiloamperes());
      baseVolts += VOLTS_MEMORY * (normal - report.setVolts() - baseVolts);
    }
  }

  /** Set-points of the pot; new ones once a day. */
  SetPoints decide(PotReport report, LineReport line, double voltsHome) {
    SetPoints present =
        new SetPoints(report.doseKgPerDay(), report.tapPlannedKg(), report.setVolts());
    if (held == null || held.doseKgPerDay() != present.doseKgPerDay()) {
      held = present; // the pot has gone its own way meanwhile: go on from there
    }
    if (memory.isDue()) {
      held = plan(report, line, voltsHome, present);
      memory.decided();
    }
    return held;
  }

  private SetPoints plan(PotReport report, LineReport line, double voltsHome, SetPoints present) {
    double[] state = estimator.state();
    double base = base(line);
    double voltsStep = WITHIN_RATE * rails.get("rate.setVolts");
    double most = WITHIN_RATE * rails.get("range.setVolts");
    double volts = report.setVolts();
    boolean keepsVolts = memory.noise() > noisy || dynamics.superheat(state) < COLD;
    double lowest = Math.max(-most, volts - voltsStep);
    double highest = Math.min(most, volts + voltsStep);
    double doseStep = WITHIN_RATE * rails.get("rate.dose");
    PotPlanner.Plan plan =
        planner.plan(
            new PotPlanner.Start(
                state,
                poolKg,
                report.doseKgPerDay(),
                base + state[PotDynamics.FLUORIDE],
                volts,
                baseVolts,
                voltsHome,
                line.sodaFraction(),
                doseStep,
                keepsVolts ? Math.max(lowest, Math.min(volts, highest)) : lowest,
                highest));
    var wanted = new SetPoints(plan.doseKgPerDay(), taps.wanted(report.dayMetalKg()), plan.volts());
    GuardRails.Admitted admitted =
        rails.admit(wanted, present, memory.situation(report, line.micros(), base));
    boolean atStep = Math.abs(plan.doseKgPerDay() - report.doseKgPerDay()) >= doseStep - 1e-9;
    doseRailHits += admitted.doseHeld() || (admitted.isFree() && atStep) ? 1 : 0;
    return admitted.setPoints();
  }

  /** Dose by mass balance, kg/d. */
  private double base(LineReport line) {
    double uptake = FluorideBalance.uptakePerAlumina(line.sodaFraction(), lime);
    return memory.aluminaPerDay() * uptake
        + FluorideBalance.evaporation(evaporation, targets.celsius(), targets.excess())
        + bathTapPerDay * targets.excess() / 100;
  }

  double takeInnovation() {
    return estimator.takeInnovation();
  }

  void shiftDemand(double kgPerDay) {
    estimator.shiftDemand(kgPerDay);
  }

  long doseRailHits() {
    return doseRailHits;
  }
}
