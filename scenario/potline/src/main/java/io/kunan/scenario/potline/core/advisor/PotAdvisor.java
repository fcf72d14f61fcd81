package io.kunan.scenario.potline.core.advisor;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.loop.BlastRadius;
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
  private static final double NORMAL_90 = 1.2816;
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
  SetPoints decide(PotReport report, LineReport line, double voltsHome, BlastRadius moved) {
    SetPoints present =
        new SetPoints(report.doseKgPerDay(), report.tapPlannedKg(), report.setVolts());
    if (held == null || !held.isHeldBy(present)) {
      held = present; // the pot has gone its own way meanwhile: go on from there
    }
    if (memory.isDue() || memory.isWaiting()) {
      held = plan(report, line, voltsHome, present, moved);
    }
    return held;
  }

  private SetPoints plan(
      PotReport report, LineReport line, double voltsHome, SetPoints present, BlastRadius moved) {
    double[] state = estimator.state();
    double own = Math.max(0, base(line) + state[PotDynamics.FLUORIDE]);
    double voltsStep = WITHIN_RATE * rails.get("rate.setVolts");
    double most = WITHIN_RATE * rails.get("range.setVolts");
    double volts = report.setVolts();
    boolean keepsVolts = memory.noise() > noisy || dynamics.superheat(state) < COLD;
    double lowest = Math.max(-most, volts - voltsStep);
    double highest = Math.min(most, volts + voltsStep);
    double doseStep = WITHIN_RATE * rails.get("rate.dose");
    PotPlanner.Plan plan =
        planner.plan(
            start(
                report,
                line,
                own,
                voltsHome,
                doseStep,
                keepsVolts ? Math.max(lowest, Math.min(volts, highest)) : lowest,
                highest));
    double tap = memory.isDue() ? taps.wanted(report.dayMetalKg()) : present.tapKg();
    var wanted = new SetPoints(plan.doseKgPerDay(), tap, plan.volts());
    GuardRails.Situation situation = memory.situation(report, line, own, estimator.known());
    GuardRails.Admitted admitted = rails.admit(wanted, present, situation, moved);
    memory.decided(admitted.calm());
    boolean atStep = Math.abs(plan.doseKgPerDay() - report.doseKgPerDay()) >= doseStep - 1e-9;
    doseRailHits += admitted.isFree() && (admitted.doseHeld() || atStep) ? 1 : 0;
    return admitted.setPoints();
  }

  private PotPlanner.Start start(
      PotReport report,
      LineReport line,
      double own,
      double voltsHome,
      double doseStep,
      double lowVolts,
      double highVolts) {
    return new PotPlanner.Start(
        estimator.state(),
        poolKg,
        report.doseKgPerDay(),
        own,
        report.setVolts(),
        baseVolts,
        voltsHome,
        line.sodaFraction(),
        doseStep,
        lowVolts,
        highVolts);
  }

  /** What is expected of the pot while nothing is changed. */
  PotOutlook outlook(PotReport report, LineReport line) {
    double[] state = estimator.state();
    double own = Math.max(0, base(line) + state[PotDynamics.FLUORIDE]);
    double[] days = planner.hold(start(report, line, own, 0, 0, 0, 0));
    GuardRails.Known known = estimator.known();
    double usual = Faraday.metalPerDay(targets.nominalKiloamperes(), efficiency);
    return new PotOutlook(
        days[0],
        days[days.length / 2],
        dynamics.superheat(state),
        taps.levelAtNextRound(usual / HOURS),
        efficiency * taps.share(),
        usual * taps.share(),
        own,
        known.celsius() / NORMAL_90,
        known.excess() / NORMAL_90,
        efficiency * taps.shareDeviation());
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
