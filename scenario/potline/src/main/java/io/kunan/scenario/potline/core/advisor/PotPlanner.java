package io.kunan.scenario.potline.core.advisor;

import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.Faraday;

/**
 * Plans dose and set voltage of a pot over the coming days: predicts temperature and excess from
 * the estimate, once as things stand and once for each handle moved a little, and takes the moves
 * that cost least in deviations, moves, dose beside the pot's own demand, and volts.
 */
final class PotPlanner {
  private static final int HOURS = 24;
  private static final int NEAR_DAYS = 3;
  private static final int NEAR = 0;
  private static final int LATER = 1;
  private static final int VOLTS = 2;
  private static final int HANDLES = 3;
  private static final double[] PROBE = {10, 10, 0.010};
  private static final int SWEEPS = 40;
  private static final double LATER_MOVE = 2;

  private final PotDynamics dynamics;
  private final LineTargets targets;
  private final int days;
  private final double celsiusScale;
  private final double excessScale;
  private final double doseMove;
  private final double doseLevel;
  private final double voltsMove;
  private final double voltsLevel;
  private final double anodeWatts;
  private final double bathTapPerHour;
  private final double efficiency;
  private final double poolMemory;

  PotPlanner(PotDynamics dynamics, LineTargets targets, Coefficients file) {
    this.dynamics = dynamics;
    this.targets = targets;
    days = (int) file.get("plan.days");
    celsiusScale = file.get("plan.celsius");
    excessScale = file.get("plan.excess");
    doseMove = file.get("plan.doseMove");
    doseLevel = file.get("plan.doseLevel");
    voltsMove = file.get("plan.voltsMove");
    voltsLevel = file.get("plan.voltsLevel");
    anodeWatts = file.get("design.anodeJoules") * file.get("design.anodesPerDay") / (HOURS * 3600);
    bathTapPerHour = file.get("design.bathTapKg") / HOURS;
    efficiency = file.get("design.efficiency");
    poolMemory = Math.exp(-1 / file.get("design.poolHours"));
  }

  /**
   * From what a plan is made.
   *
   * @param state estimate of the pot
   * @param poolKg AlF3 still on the crust
   * @param dose present, kg/d
   * @param ownDemand dose that keeps the excess, kg/d
   * @param volts present offset, V
   * @param baseVolts voltage of the pot at nominal current without offset, V
   * @param voltsHome offset that costs nothing, V
   * @param sodaFraction of the alumina
   * @param doseStep farthest move of the dose, kg/d
   * @param lowVolts lowest offset allowed, V
   * @param highVolts highest offset allowed, V
   */
  record Start(
      double[] state,
      double poolKg,
      double dose,
      double ownDemand,
      double volts,
      double baseVolts,
      double voltsHome,
      double sodaFraction,
      double doseStep,
      double lowVolts,
      double highVolts) {}

  /**
   * A plan and what it expects at its end.
   *
   * @param doseKgPerDay from now on
   * @param volts offset from now on, V
   * @param celsius mean of the last day of the horizon
   * @param excess mean of the last day of the horizon, wt%
   */
  record Plan(double doseKgPerDay, double volts, double celsius, double excess) {}

  /** Makes a plan. */
  Plan plan(Start start) {
    double[] now = {start.dose(), start.dose(), start.volts()};
    double[] as = predict(start, now);
    double[][] response = new double[HANDLES][];
    for (int handle = 0; handle < HANDLES; handle++) {
      double[] moved = now.clone();
      moved[handle] += PROBE[handle];
      response[handle] = predict(start, moved);
      for (int i = 0; i < as.length; i++) {
        response[handle][i] = (response[handle][i] - as[i]) / PROBE[handle];
      }
    }
    double[] move = cheapest(start, as, response);
    double celsius = as[days - 1];
    double excess = as[2 * days - 1];
    for (int handle = 0; handle < HANDLES; handle++) {
      celsius += response[handle][days - 1] * move[handle];
      excess += response[handle][2 * days - 1] * move[handle];
    }
    return new Plan(start.dose() + move[NEAR], start.volts() + move[VOLTS], celsius, excess);
  }

  /** What comes when nothing is moved: daily mean temperatures, then excesses. */
  double[] hold(Start start) {
    return predict(start, new double[] {start.dose(), start.dose(), start.volts()});
  }

  /** Daily means: temperatures first, then excesses. */
  private double[] predict(Start start, double[] handles) {
    double[] x = start.state().clone();
    double pool = start.poolKg();
    double[] means = new double[2 * days];
    double amperes = targets.nominalKiloamperes() * 1000;
    double alumina = Faraday.aluminaPerSecond(targets.nominalKiloamperes(), efficiency) * 3600;
    for (int hour = 0; hour < days * HOURS; hour++) {
      int day = hour / HOURS;
      pool += (day < NEAR_DAYS ? handles[NEAR] : handles[LATER]) / HOURS;
      double fluoride = pool * (1 - poolMemory);
      pool -= fluoride;
      dynamics.hour(
          x,
          new HourInputs(
              amperes,
              start.baseVolts() + handles[VOLTS],
              0,
              alumina,
              fluoride,
              start.sodaFraction(),
              anodeWatts,
              bathTapPerHour));
      means[day] += x[PotDynamics.CELSIUS] / HOURS;
      means[days + day] += PotDynamics.excessPercent(x) / HOURS;
    }
    return means;
  }

  /** Moves of the three handles with the least cost, inside their bounds, by coordinates. */
  private double[] cheapest(Start start, double[] as, double[][] response) {
    double[][] curve = new double[HANDLES][HANDLES];
    double[] slope = new double[HANDLES];
    for (int i = 0; i < as.length; i++) {
      boolean isCelsius = i < days;
      double scale = isCelsius ? celsiusScale : excessScale;
      double weight = 1 / (scale * scale * days);
      double off = as[i] - (isCelsius ? targets.celsius() : targets.excess());
      for (int a = 0; a < HANDLES; a++) {
        slope[a] += weight * response[a][i] * off;
        for (int b = 0; b < HANDLES; b++) {
          curve[a][b] += weight * response[a][i] * response[b][i];
        }
      }
    }
    price(curve, slope, NEAR, doseMove, 0);
    price(curve, slope, NEAR, doseLevel, start.ownDemand() - start.dose());
    price(curve, slope, LATER, doseLevel, start.ownDemand() - start.dose());
    double later = 1 / Math.pow(LATER_MOVE * doseMove, 2);
    curve[NEAR][NEAR] += later;
    curve[LATER][LATER] += later;
    curve[NEAR][LATER] -= later;
    curve[LATER][NEAR] -= later;
    price(curve, slope, VOLTS, voltsMove, 0);
    price(curve, slope, VOLTS, voltsLevel, start.voltsHome() - start.volts());
    double[] low = {
      -Math.min(start.doseStep(), start.dose()), -start.dose(), start.lowVolts() - start.volts()
    };
    double[] high = {start.doseStep(), start.dose(), start.highVolts() - start.volts()};
    double[] move = new double[HANDLES];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int a = 0; a < HANDLES; a++) {
        double pull = slope[a];
        for (int b = 0; b < HANDLES; b++) {
          pull += b == a ? 0 : curve[a][b] * move[b];
        }
        move[a] = Math.min(high[a], Math.max(low[a], -pull / curve[a][a]));
      }
    }
    return move;
  }

  /** Adds the price of a move beside a wanted one. */
  private static void price(
      double[][] curve, double[] slope, int handle, double scale, double wanted) {
    double weight = 1 / (scale * scale);
    curve[handle][handle] += weight;
    slope[handle] -= weight * wanted;
  }
}
