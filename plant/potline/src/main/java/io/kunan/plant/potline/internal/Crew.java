package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotEvent;
import io.kunan.science.electrolysis.Faraday;
import java.util.List;
import java.util.Map;

/** The crew's work on the pots: anode changes, taps by plan, bath taps where bath is high. */
final class Crew {
  private static final long MINUTE = CellSignals.STEPS_PER_MINUTE;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long ANODE_MINUTES = 12;
  private static final long TAP_MINUTES = 12;
  private static final long FOLLOW_MINUTES = 5;
  private static final long BATH_MINUTES = 15;
  private static final long KEEP_APART = 2 * HOUR;
  private static final double PLAN_BAND = 0.10;

  private final PotParameters pot;
  private final Pots pots;
  private final Streams streams;
  private final FeedControl feed;
  private final BeamControl beam;
  private final CellSignals signals;
  private final Ledger ledger;
  private final HeatDrift heat;
  private final Happening tell;
  private final double anodeHours;
  private final double tapGain;

  /** Target of the metal level before a tap, cm. */
  final double tapLevel;

  private final double tapChange;
  private final double tapScale;
  private final double bathLevel;
  private final double bathMargin;
  private final double bathKg;
  private final double efficiency;

  final long[] nextTap;
  private final long[] tapSlot;
  private final long[] tapSince;
  private final long[] tapUntil;
  private final long[] followUntil;
  private final long[] nextAnode;
  private final long[] anodeSince;
  private final long[] anodeUntil;
  private final long[] anodeNumber;
  private final long[] bathSince;
  private final long[] bathUntil;
  private final long[] noBathTap;
  final double[] planned;
  private final double[] fixed;

  /** Plan of the last tap that was made, kg. */
  final double[] lastPlan;

  /** Metal of the day before the last round by line current, kg. */
  final double[] dayMetal;

  private final double[] chargeAtRound;
  private final double[] secondsAtRound;

  /** Weight of the last tap as the scale read it, kg. */
  final double[] weight;

  final long[] tappedAt;

  /** Anodes changed since the start. */
  final long[] anodesChanged;

  Crew(
      Book book,
      PotParameters pot,
      Pots pots,
      Streams streams,
      FeedControl feed,
      BeamControl beam,
      CellSignals signals,
      Ledger ledger,
      HeatDrift heat,
      Happening tell) {
    this.pot = pot;
    this.pots = pots;
    this.streams = streams;
    this.feed = feed;
    this.beam = beam;
    this.signals = signals;
    this.ledger = ledger;
    this.heat = heat;
    this.tell = tell;
    anodeHours = pot.get("anodes.hours");
    tapGain = pot.get("tap.gain");
    tapChange = pot.get("tap.change");
    tapScale = pot.get("lab.tap");
    bathLevel = pot.get("bathTap.level");
    bathMargin = pot.get("bathTap.margin");
    bathKg = pot.get("bathTap.kg");
    efficiency = pot.get("control.efficiency");
    tapLevel = pot.get("tap.level") + plan(pot.amperes) / 2 * pot.cmPerKgMetal;
    nextTap = book.longs("crew.nextTap", pots.count);
    tapSlot = book.longs("crew.tapSlot", pots.count);
    tapSince = book.longs("crew.tapSince", pots.count);
    tapUntil = book.longs("crew.tapUntil", pots.count);
    followUntil = book.longs("crew.followUntil", pots.count);
    nextAnode = book.longs("crew.nextAnode", pots.count);
    anodeSince = book.longs("crew.anodeSince", pots.count);
    anodeUntil = book.longs("crew.anodeUntil", pots.count);
    anodeNumber = book.longs("crew.anodeNumber", pots.count);
    bathSince = book.longs("crew.bathSince", pots.count);
    bathUntil = book.longs("crew.bathUntil", pots.count);
    noBathTap = book.longs("crew.noBathTap", pots.count);
    planned = book.doubles("crew.planned", pots.count);
    fixed = book.doubles("crew.fixed", pots.count);
    dayMetal = book.doubles("crew.dayMetal", pots.count);
    lastPlan = book.doubles("crew.lastPlan", pots.count);
    chargeAtRound = book.doubles("crew.chargeAtRound", pots.count);
    secondsAtRound = book.doubles("crew.secondsAtRound", pots.count);
    weight = book.doubles("crew.weight", pots.count);
    tappedAt = book.longs("crew.tappedAt", pots.count);
    anodesChanged = book.longs("crew.anodesChanged", pots.count);
  }

  /** Begins a pot somewhere in its daily and anode cycle. */
  void start(int p, long step, boolean disturbed) {
    double dayPart = disturbed ? streams.uniform(p, Source.TAP) : 0.5;
    nextTap[p] = step + wholeMinutes(dayPart * DAY) + HOUR + 10 * MINUTE;
    tapSlot[p] = nextTap[p];
    tapUntil[p] = 0;
    followUntil[p] = 0;
    planned[p] = plan(pot.amperes);
    fixed[p] = Double.NaN;
    dayMetal[p] = planned[p];
    lastPlan[p] = planned[p];
    weight[p] = planned[p];
    tappedAt[p] = nextTap[p] - DAY;
    double cyclePart = disturbed ? streams.uniform(p, Source.ANODE_CHANGE) : 0.5;
    double cycle = anodeHours * HOUR;
    nextAnode[p] = step + wholeMinutes(cyclePart * cycle) + MINUTE;
    anodeUntil[p] = 0;
    anodeNumber[p] = p * 7L % pot.anodes;
    bathUntil[p] = 0;
    noBathTap[p] = 0;
    double coldHours = pot.coldSeconds / 3600;
    double sinceLast = anodeHours * (1 - cyclePart);
    pots.coldJoules[p] =
        pots.anodeHeat[p]
            * Math.exp(-sinceLast / coldHours)
            / (1 - Math.exp(-anodeHours / coldHours));
    if (disturbed) {
      pots.metal[p] += plan(pot.amperes) * (0.5 - dayPart);
    }
  }

  /** Metal of a day by which taps are planned, kg. */
  double plan(double amperes) {
    return Faraday.metalPerDay(amperes / 1000, efficiency);
  }

  private static long wholeMinutes(double steps) {
    return (long) (steps / MINUTE) * MINUTE;
  }

  /** The crew looks once a minute. */
  void look(int p, long step, double amperes, List<PotEvent> out) {
    if (anodeUntil[p] == 0 && step >= nextAnode[p]) {
      beginAnode(p, step, out);
    } else if (anodeUntil[p] > 0 && step >= anodeUntil[p]) {
      endAnode(p, step, out);
    }
    if (step < followUntil[p]) {
      beam.followTap(p);
    }
    if (tapUntil[p] > 0) {
      if (step >= tapUntil[p]) {
        endTap(p, step, out);
      }
    } else if (step >= nextTap[p]) {
      if (step - anodeSince[p] < KEEP_APART && anodeSince[p] > 0 || isAbnormal(p, amperes)) {
        nextTap[p] = step + 30 * MINUTE;
      } else {
        tap(p, step, planned[p], out);
        lastPlan[p] = planned[p];
        tapSlot[p] += DAY;
        nextTap[p] = tapSlot[p] + late(p, amperes);
      }
    }
    if (bathUntil[p] > 0 && step >= bathUntil[p]) {
      endBathTap(p, step, out);
    }
  }

  /** No tap while the beam could not follow the metal by the resistance. */
  private boolean isAbnormal(int p, double amperes) {
    return pots.effectVolts[p] > 0
        || signals.isStuck(p)
        || signals.isUnusual(p)
        || !signals.isUsualCurrent(p, amperes / 1000);
  }

  /**
   * Some minutes before or after the pot's place in the day's plan, which a delay does not move.
   */
  private long late(int p, double amperes) {
    double late = Math.min(25, Math.max(-25, 12 * streams.normal(p, Source.TAP)));
    return amperes > 0 ? wholeMinutes(late * MINUTE) : 0;
  }

  private void beginAnode(int p, long step, List<PotEvent> out) {
    anodeSince[p] = step;
    anodesChanged[p]++;
    anodeUntil[p] = step + ANODE_MINUTES * MINUTE;
    pots.coldJoules[p] += pots.anodeHeat[p];
    ledger.heatOut[p] += pots.anodeHeat[p];
    pots.coldAnodes[p] += 1;
    heat.anodeChanged(p);
    feed.suspend(p, step, step + (long) pot.get("control.suspendAnode") * MINUTE);
    signals.blank(p, step + 20 * MINUTE);
    tell.begun(out, PotEvent.Kind.ANODE_CHANGE, p, step, Map.of("anode", anodeNumber[p] + 1));
  }

  private void endAnode(int p, long step, List<PotEvent> out) {
    tell.ended(
        out,
        PotEvent.Kind.ANODE_CHANGE,
        p,
        anodeSince[p],
        step,
        Map.of("anode", anodeNumber[p] + 1));
    anodeUntil[p] = 0;
    anodeNumber[p] = (anodeNumber[p] + 7) % pot.anodes;
    double late = Math.min(2, Math.max(-2, 0.5 * streams.normal(p, Source.ANODE_CHANGE)));
    nextAnode[p] = anodeSince[p] + wholeMinutes((anodeHours + late) * HOUR);
  }

  /** Keeps anodes as they are until they are let go again. */
  void holdAnodes(int p, boolean hold, long step) {
    nextAnode[p] = hold ? Long.MAX_VALUE : step;
  }

  /** Begins to tap metal, kg. */
  void tap(int p, long step, double kg, List<PotEvent> out) {
    tapSince[p] = step;
    tapUntil[p] = step + TAP_MINUTES * MINUTE;
    followUntil[p] = step + (TAP_MINUTES + FOLLOW_MINUTES) * MINUTE;
    pots.tapRate[p] = kg / (TAP_MINUTES * 60);
    beam.beginTap(p);
    feed.suspend(p, step, step + (long) pot.get("control.suspendTap") * MINUTE);
    signals.blank(p, step + (TAP_MINUTES + FOLLOW_MINUTES + 3) * MINUTE);
    tell.begun(out, PotEvent.Kind.TAP, p, step, Map.of("planned_kg", Math.rint(kg)));
  }

  private void endTap(int p, long step, List<PotEvent> out) {
    double taken = pots.tapRate[p] * TAP_MINUTES * 60;
    pots.tapRate[p] = 0;
    tapUntil[p] = 0;
    weight[p] = Math.rint(taken + tapScale * streams.normal(p, Source.TAP));
    tappedAt[p] = step;
    tell.ended(out, PotEvent.Kind.TAP, p, tapSince[p], step, Map.of("weight_kg", weight[p]));
  }

  /** Fixes the weight of the taps that come, kg; NaN gives it back to the plan. */
  void fixTap(int p, double kg) {
    fixed[p] = kg;
    if (!Double.isNaN(kg)) {
      planned[p] = kg;
    }
  }

  /** Metal of a day by the measured line current since the round before, kg. */
  private double madeInADay(int p) {
    double seconds = ledger.seconds[p] - secondsAtRound[p];
    double amperes = seconds > 0 ? (ledger.coulombs[p] - chargeAtRound[p]) / seconds : pot.amperes;
    return plan(amperes);
  }

  /** Plans the next tap from the filtered metal level before the tap, cm. */
  void planTap(int p, double level) {
    double made = madeInADay(p);
    dayMetal[p] = made;
    chargeAtRound[p] = ledger.coulombs[p];
    secondsAtRound[p] = ledger.seconds[p];
    if (!Double.isNaN(fixed[p])) {
      return;
    }
    double wanted = made + tapGain * (level - tapLevel) / pot.cmPerKgMetal;
    double within = Math.min((1 + PLAN_BAND) * made, Math.max((1 - PLAN_BAND) * made, wanted));
    planned[p] = Math.min(planned[p] + tapChange, Math.max(planned[p] - tapChange, within));
  }

  /** Taps bath when the filtered bath level, cm, is high; true when it does. */
  boolean tapBathIfHigh(int p, long step, double level, List<PotEvent> out) {
    if (level < bathLevel + bathMargin || bathUntil[p] > 0 || noBathTap[p] == 1) {
      return false;
    }
    bathSince[p] = step;
    bathUntil[p] = step + BATH_MINUTES * MINUTE;
    pots.bathTapRate[p] = bathKg / (BATH_MINUTES * 60);
    tell.begun(out, PotEvent.Kind.BATH_TAP, p, step, Map.of("planned_kg", bathKg));
    return true;
  }

  void allowBathTap(int p, boolean allowed) {
    noBathTap[p] = allowed ? 0 : 1;
  }

  private void endBathTap(int p, long step, List<PotEvent> out) {
    pots.bathTapRate[p] = 0;
    bathUntil[p] = 0;
    tell.ended(out, PotEvent.Kind.BATH_TAP, p, bathSince[p], step, Map.of("weight_kg", bathKg));
  }
}
