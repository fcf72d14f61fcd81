package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.Faraday;

/**
 * The pot controllers' demand feed: base, tracking with less than needed until the slope of the
 * resistance tells that alumina is low, then more than needed for a while. Suspended to base feed
 * during work on the pot. Sees only what a pot controller measures.
 */
final class FeedControl {
  static final int NORMAL = 0;
  static final int UNDER = 1;
  static final int OVER = 2;
  static final int SUSPENDED = 3;
  static final int ANODE_EFFECT = 4;

  private static final int SETTLE_MINUTES = 15;
  private static final int WORK_MINUTES = 25;
  private static final int AFTER_EFFECT_MINUTES = 20;
  private static final int FALL_BACK_MINUTES = 240;
  private static final int CLEAN_MINUTES = 480;
  private static final double CLEAR = 2;
  static final double EFFECT_VOLTS = 8;
  private static final double GUARD = 3;
  private static final double LOW_CURRENT = 0.85;
  private static final double DAY_MEMORY = 1.0 / (24 * 60);
  private static final double FEEDERS = 6;
  private static final int MINUTE = CellSignals.STEPS_PER_MINUTE;

  private final Pots pots;
  private final CellSignals signals;
  private final BeamControl beam;
  private final double lowKiloamperes;
  private final double baseFactor;
  private final double efficiency;
  private final double under;
  private final double over;
  private final double overMinutes;
  private final double overKg;
  private final double underMinutes;
  private final double forcedMinutes;
  private final double slopeLimit;
  private final double rise;
  private final double guardRise;
  private final double watchdog;
  private final double blind;

  final long[] mode;
  private final long[] since;
  private final long[] suspendUntil;
  private final long[] quietFrom;
  private final long[] hits;
  private final double[] lowest;
  private final double[] overFed;
  private final double[] knownBlocked;
  private final double[] dayFeed;
  private final long[] cleaning;

  FeedControl(Book book, PotParameters pot, Pots pots, CellSignals signals, BeamControl beam) {
    this.pots = pots;
    this.signals = signals;
    this.beam = beam;
    lowKiloamperes = LOW_CURRENT * pot.amperes / 1000;
    baseFactor = pot.get("control.baseFactor");
    efficiency = pot.get("control.efficiency");
    under = pot.get("control.under");
    over = pot.get("control.over");
    overMinutes = pot.get("control.overMinutes");
    overKg = pot.get("control.overKg");
    underMinutes = pot.get("control.underMinutes");
    forcedMinutes = pot.get("control.forcedMinutes");
    slopeLimit = pot.get("control.slope");
    rise = pot.get("control.rise");
    guardRise = pot.get("control.guardRise");
    watchdog = pot.get("control.watchdog");
    blind = pot.get("control.blind");
    mode = book.longs("feed.mode", pots.count);
    since = book.longs("feed.since", pots.count);
    suspendUntil = book.longs("feed.suspendUntil", pots.count);
    quietFrom = book.longs("feed.quietFrom", pots.count);
    hits = book.longs("feed.hits", pots.count);
    lowest = book.doubles("feed.lowest", pots.count);
    overFed = book.doubles("feed.overFed", pots.count);
    dayFeed = book.doubles("feed.dayFeed", pots.count);
    cleaning = book.longs("feed.cleaning", pots.count);
    knownBlocked = book.doubles("feed.knownBlocked", pots.count);
  }

  void start(int p, long step, double kiloamperes) {
    enter(p, step, NORMAL);
    suspendUntil[p] = 0;
    quietFrom[p] = 0;
    dayFeed[p] = 1;
    cleaning[p] = 0;
    knownBlocked[p] = 0;
    pots.feedRate[p] = base(kiloamperes);
  }

  private double base(double kiloamperes) {
    return baseFactor * Faraday.aluminaPerSecond(kiloamperes, efficiency);
  }

  /** Base feed until a step: somebody works on the pot for the first minutes of it. */
  void suspend(int p, long step, long untilStep) {
    quietFrom[p] = step + WORK_MINUTES * MINUTE;
    suspendUntil[p] = Math.max(suspendUntil[p], untilStep);
    if (mode[p] != ANODE_EFFECT) {
      enter(p, step, SUSPENDED);
    }
  }

  /** The others take over for feeders known to be blocked, at most for half of them. */
  void knowBlocked(int p, double feeders) {
    knownBlocked[p] = Math.min(FEEDERS / 2, feeders);
  }

  /** Looks once a minute. */
  void look(int p, long step, double kiloamperes) {
    double base = base(kiloamperes);
    if (pots.measured[p] > EFFECT_VOLTS && mode[p] != ANODE_EFFECT) {
      enter(p, step, ANODE_EFFECT);
    }
    if (kiloamperes < lowKiloamperes || signals.isStuck(p)) {
      suspend(p, step, step + MINUTE);
    }
    if (starved(p, step)) {
      enter(p, step, OVER);
    }
    long minutes = (step - since[p]) / MINUTE;
    switch ((int) mode[p]) {
      case NORMAL -> {
        if (minutes >= SETTLE_MINUTES && signals.slopeKnown(p)) {
          enter(p, step, UNDER);
        }
      }
      case UNDER -> track(p, step, minutes);
      case OVER -> {
        overFed[p] += (over - 1) * base * 60;
        if (minutes >= overMinutes || overFed[p] >= overKg) {
          beam.regulate(p, step);
          enter(p, step, UNDER);
        }
      }
      case SUSPENDED -> {
        if (step >= suspendUntil[p]) {
          enter(p, step, NORMAL);
        }
      }
      default -> {
        if (pots.measured[p] <= EFFECT_VOLTS) {
          suspendUntil[p] = step + AFTER_EFFECT_MINUTES * MINUTE;
          signals.blank(p, step + AFTER_EFFECT_MINUTES * MINUTE);
          enter(p, step, SUSPENDED);
        }
      }
    }
    pots.feedRate[p] = base * factor(p) * FEEDERS / (FEEDERS - knownBlocked[p]);
    watch(p, step);
  }

  /** Resistance far above that of the last hours while nobody works on the pot: no alumina. */
  private boolean starved(int p, long step) {
    return mode[p] != OVER
        && mode[p] != ANODE_EFFECT
        && step >= quietFrom[p]
        && signals.minute[p] - signals.slow[p] > CellSignals.USUAL;
  }

  private void track(int p, long step, long minutes) {
    lowest[p] = Math.min(lowest[p], (signals.minute[p] + signals.minuteBefore[p]) / 2);
    boolean cleans = cleaning[p] == 1;
    double limit = cleans ? CLEAR * slopeLimit : slopeLimit;
    boolean steep = signals.slopeKnown(p) && signals.slope[p] >= limit;
    hits[p] = steep ? hits[p] + 1 : 0;
    boolean told = hits[p] >= 2 && minutes >= underMinutes;
    boolean risen =
        minutes >= underMinutes
            && (signals.minute[p] + signals.minuteBefore[p]) / 2 - lowest[p] >= rise;
    boolean guarded =
        hits[p] >= 1 && signals.slope[p] >= GUARD * slopeLimit
            || signals.minute[p] - signals.minuteBefore[p] > guardRise;
    if (told || risen || guarded || minutes >= (cleans ? CLEAN_MINUTES : forcedMinutes)) {
      cleaning[p] = 0;
      enter(p, step, OVER);
    }
  }

  /**
   * A day's feed far from Faraday's demand: too little is a leak, so base feed for hours; too much
   * is sludge, so less feed until the resistance rises beyond doubt.
   */
  private void watch(int p, long step) {
    dayFeed[p] += DAY_MEMORY * (factor(p) - dayFeed[p]);
    if (Math.abs(dayFeed[p] - 1) > watchdog && mode[p] != ANODE_EFFECT) {
      cleaning[p] = dayFeed[p] > 1 ? 1 : 0;
      dayFeed[p] = 1;
      if (cleaning[p] == 1) {
        enter(p, step, UNDER);
        return;
      }
      suspend(p, step, step + (long) FALL_BACK_MINUTES * MINUTE);
    }
  }

  private double factor(int p) {
    return switch ((int) mode[p]) {
      case UNDER -> under;
      case OVER, ANODE_EFFECT -> over;
      default -> signals.isStuck(p) ? blindFactor(p) : 1;
    };
  }

  /**
   * A pot whose voltage stands still may have been caught at the end of tracking, and its dumps may
   * be light: first what tracking has left out, then a little more than base. Some sludge is
   * mended, a starved pot melts its ledge within hours.
   */
  private double blindFactor(int p) {
    return signals.minutesStuck(p) <= overMinutes ? over : blind;
  }

  private void enter(int p, long step, int next) {
    mode[p] = next;
    since[p] = step;
    hits[p] = 0;
    overFed[p] = 0;
    lowest[p] = Double.MAX_VALUE;
  }
}
