package io.kunan.scenario.potline.core.advisor;

import io.kunan.scenario.potline.core.loop.BlastRadius;
import io.kunan.scenario.potline.core.loop.GuardRails;
import io.kunan.scenario.potline.core.loop.LineController;
import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.scenario.potline.core.loop.SetPoints;
import io.kunan.science.electrolysis.Coefficients;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The advisor of a line: one estimate and one plan a day for each pot, what all pots have in common
 * laid to the line, and a price on the mean set voltage, so that calm is not bought with volts.
 */
public final class LineAdvisor implements LineController {
  private static final int HOURS = 24;
  private static final int LEAST_ANALYSES = 5;
  private static final double KG_PER_PERCENT = 120;

  private final Coefficients file;
  private final LineTargets targets;
  private final GuardRails rails;
  private final PotDynamics dynamics;
  private final PotPlanner planner;
  private final double lineGain;
  private final double meanVolts;
  private final double meanGain;
  private final List<PotAdvisor> pots = new ArrayList<>();
  private @Nullable BlastRadius blast;
  private double voltsHome;
  private int hours;

  public LineAdvisor(LineTargets targets, GuardRails rails, Coefficients file) {
    this.file = file;
    this.targets = targets;
    this.rails = rails;
    dynamics = new PotDynamics(file, Coefficients.published());
    planner = new PotPlanner(dynamics, targets, file);
    lineGain = file.get("line.gain");
    meanVolts = file.get("plan.meanVolts");
    meanGain = file.get("plan.meanGain");
  }

  @Override
  public List<SetPoints> decide(LineReport report) {
    BlastRadius moved = blast == null ? new BlastRadius(rails, report.pots().size()) : blast;
    blast = moved;
    moved.look(report.micros());
    while (pots.size() < report.pots().size()) {
      pots.add(new PotAdvisor(dynamics, planner, targets, rails, file));
    }
    double volts = 0;
    for (int p = 0; p < pots.size(); p++) {
      PotReport pot = report.pots().get(p);
      pots.get(p).take(pot, report);
      volts += pot.setVolts() / pots.size();
    }
    voltsHome -= meanGain * (volts - meanVolts);
    hours++;
    if (hours % HOURS == 0) {
      learnLine();
    }
    List<SetPoints> setPoints = new ArrayList<>(pots.size());
    for (int p = 0; p < pots.size(); p++) {
      setPoints.add(pots.get(p).decide(report.pots().get(p), report, voltsHome, moved));
    }
    return setPoints;
  }

  /** What the analyses of a day are off in common is the alumina's doing, not the pots'. */
  private void learnLine() {
    double sum = 0;
    int count = 0;
    for (PotAdvisor pot : pots) {
      double off = pot.takeInnovation();
      if (!Double.isNaN(off)) {
        sum += off;
        count++;
      }
    }
    if (count >= LEAST_ANALYSES) {
      double shift = -lineGain * sum / count * KG_PER_PERCENT;
      pots.forEach(pot -> pot.shiftDemand(shift));
    }
  }

  /** What is expected of a pot while nothing is changed, after the report was taken. */
  public PotOutlook outlook(int place, LineReport report) {
    return pots.get(place).outlook(report.pots().get(place), report);
  }

  @Override
  public long doseRailHits() {
    return pots.stream().mapToLong(PotAdvisor::doseRailHits).sum();
  }
}
