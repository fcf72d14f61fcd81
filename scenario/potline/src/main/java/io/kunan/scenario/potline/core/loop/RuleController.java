package io.kunan.scenario.potline.core.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A controller that decides each pot once a day by a rule of dose and volts, with the site's tap
 * rule and the trim of the line. The two references are made of it.
 */
public final class RuleController implements LineController {
  private final DailyRule rule;
  private final GuardRails rails;
  private final TapRule taps;
  private final LineTrim trim;
  private final List<PotMemory> pots = new ArrayList<>();
  private final List<SetPoints> held = new ArrayList<>();
  private @Nullable BlastRadius blast;
  private long doseRailHits;

  private RuleController(DailyRule rule, LineTargets targets, GuardRails rails) {
    this.rule = rule;
    this.rails = rails;
    taps = new TapRule(targets);
    trim = new LineTrim(targets);
  }

  /** The fair reference: the site rule for AlF3 with the line's trim, set voltage untouched. */
  public static RuleController reference(LineTargets targets, GuardRails rails) {
    return new RuleController(new SiteRule(targets), targets, rails);
  }

  /** The nine boxes of temperature and excess AlF3, with volts. */
  public static RuleController nineBox(LineTargets targets, GuardRails rails) {
    return new RuleController(new NineBoxRule(targets), targets, rails);
  }

  @Override
  public List<SetPoints> decide(LineReport report) {
    BlastRadius moved = blast == null ? new BlastRadius(rails, report.pots().size()) : blast;
    blast = moved;
    moved.look(report.micros());
    for (int p = 0; p < report.pots().size(); p++) {
      if (pots.size() == p) {
        pots.add(new PotMemory());
        held.add(present(report.pots().get(p)));
      }
      pots.get(p).take(report.pots().get(p), report.micros());
    }
    trim.look(pots, report.micros());
    for (int p = 0; p < pots.size(); p++) {
      SetPoints present = present(report.pots().get(p));
      if (!held.get(p).isHeldBy(present)) {
        held.set(p, present); // the pot has gone its own way meanwhile: go on from there
      }
      if (pots.get(p).isDue() || pots.get(p).isWaiting()) {
        held.set(p, decide(pots.get(p), report.pots().get(p), report, moved));
      }
    }
    return List.copyOf(held);
  }

  private SetPoints decide(PotMemory pot, PotReport now, LineReport line, BlastRadius moved) {
    SetPoints present = present(now);
    DailyRule.@Nullable Wish wish = rule.decide(pot, now, line, trim.kgPerDay());
    double base = rule.baseDose(pot, line, trim.kgPerDay());
    SetPoints wanted =
        new SetPoints(
            wish == null ? present.doseKgPerDay() : wish.doseKgPerDay(),
            pot.isDue() ? taps.wanted(now, pot) : present.tapKg(),
            wish == null ? present.setVolts() : wish.setVolts());
    GuardRails.Admitted admitted =
        rails.admit(
            wanted, present, pot.situation(now, line, base, pot.byFilter(line.micros())), moved);
    pot.decided(admitted.calm());
    boolean held = admitted.isFree() && (admitted.doseHeld() || (wish != null && wish.doseHeld()));
    doseRailHits += held ? 1 : 0;
    return admitted.setPoints();
  }

  static SetPoints present(PotReport now) {
    return new SetPoints(now.doseKgPerDay(), now.tapPlannedKg(), now.setVolts());
  }

  @Override
  public long doseRailHits() {
    return doseRailHits;
  }
}
