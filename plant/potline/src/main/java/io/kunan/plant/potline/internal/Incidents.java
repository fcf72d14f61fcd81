package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.InjectedFault;
import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.PotlineSettings;
import java.util.List;
import java.util.Map;

/** What goes wrong: anode effects, blocked feeders, pot controllers that do not answer. */
final class Incidents {
  private static final long MINUTE = CellSignals.STEPS_PER_MINUTE;
  private static final double MINUTE_SECONDS = 60;
  private static final double DAY_MINUTES = 24 * 60;
  private static final double LOWEST_EFFECT_VOLTS = 10;
  private static final double HIGHEST_EFFECT_VOLTS = 80;
  private static final long NOTICED_MINUTES = 20;

  private final PotParameters pot;
  private final Pots pots;
  private final Streams streams;
  private final FeedControl feed;
  private final Happening tell;
  private final FaultBook faults;
  private final double hidden;
  private final double volts;
  private final double voltsSpread;
  private final double quenchFeed;
  private final boolean chance;
  private final double feederPerMinute;
  private final double feederMinutes;
  private final double communicationPerMinute;
  private final double frozenPerMinute;
  private final double frozenMinutes;

  private final long[] effectSince;
  private final long[] effectUntil;
  final long[] effects;
  private final long[] feederSince;
  private final long[] feederUntil;
  private final long[] feederHidden;
  private final long[] silentSince;
  private final long[] silentUntil;
  private final long[] frozenUntil;

  Incidents(
      Book book,
      PotlineSettings settings,
      PotParameters pot,
      Pots pots,
      Streams streams,
      FeedControl feed,
      Happening tell,
      FaultBook faults) {
    this.faults = faults;
    hidden = settings.faults() == Faults.HARD ? pot.get("fault.feederHidden") : 0;
    this.pot = pot;
    this.pots = pots;
    this.streams = streams;
    this.feed = feed;
    this.tell = tell;
    volts = pot.get("anodeEffect.volts");
    voltsSpread = pot.get("anodeEffect.voltsSpread");
    quenchFeed = pot.get("anodeEffect.quenchFeed");
    chance = settings.disturbance().hasChance();
    double often = settings.faults().frequency(pot.get("fault.hardFactor")) / DAY_MINUTES;
    feederPerMinute = often * pot.get("fault.feederPerDay");
    feederMinutes = 60 * pot.get("fault.feederHours");
    communicationPerMinute = often * pot.get("fault.silentPerDay");
    frozenPerMinute = often * pot.get("fault.frozenPerDay");
    frozenMinutes = 60 * pot.get("fault.frozenHours");
    effectSince = book.longs("incident.effectSince", pots.count);
    effectUntil = book.longs("incident.effectUntil", pots.count);
    effects = book.longs("incident.effects", pots.count);
    feederSince = book.longs("incident.feederSince", pots.count);
    feederUntil = book.longs("incident.feederUntil", pots.count);
    feederHidden = book.longs("incident.feederHidden", pots.count);
    silentSince = book.longs("incident.silentSince", pots.count);
    silentUntil = book.longs("incident.silentUntil", pots.count);
    frozenUntil = book.longs("incident.frozenUntil", pots.count);
  }

  void start(int p) {
    effectUntil[p] = 0;
    effects[p] = 0;
    feederUntil[p] = 0;
    silentUntil[p] = 0;
    frozenUntil[p] = 0;
    pots.blockedFeeders[p] = 0;
  }

  /** True while the pot controller does not answer. */
  boolean silent(int p) {
    return silentUntil[p] > 0;
  }

  /** True while the measured voltage stands still. */
  boolean frozen(int p) {
    return frozenUntil[p] > 0;
  }

  /** True during an anode effect. */
  boolean inEffect(int p) {
    return effectUntil[p] > 0;
  }

  /** Looks once a minute. */
  void look(int p, long step, List<PotEvent> out) {
    anodeEffect(p, step, out);
    if (feederUntil[p] > 0) {
      feeder(p, step, out);
    }
    if (silentUntil[p] > 0 && step >= silentUntil[p]) {
      silentUntil[p] = 0;
      tell.ended(out, PotEvent.Kind.COMMUNICATION_FAULT, p, silentSince[p], step, Map.of());
    }
    if (frozenUntil[p] > 0 && step >= frozenUntil[p]) {
      frozenUntil[p] = 0;
    }
    if (chance) {
      mishaps(p, step, out);
    }
  }

  private void mishaps(int p, long step, List<PotEvent> out) {
    double feeder = streams.uniform(p, Source.FEEDER);
    if (feeder < feederPerMinute && feederUntil[p] == 0) {
      block(p, step, 1, feederEnd(step, feeder), out);
      // which feeders nobody hears is drawn with their length: the longest
      feederHidden[p] = feeder / feederPerMinute > 1 - hidden ? 1 : 0;
    }
    double silence = streams.uniform(p, Source.COMMUNICATION);
    if (silence < communicationPerMinute && silentUntil[p] == 0) {
      silentSince[p] = step;
      silentUntil[p] = step + (5 + (long) (25 * silence / communicationPerMinute)) * MINUTE;
      tell.begun(out, PotEvent.Kind.COMMUNICATION_FAULT, p, step, Map.of());
      faults.note(InjectedFault.Kind.LOST_HEARTBEAT, p, step, silentUntil[p]);
    }
    double stuck = streams.uniform(p, Source.FROZEN);
    if (stuck < frozenPerMinute && frozenUntil[p] == 0) {
      long minutes = (long) (30 + (frozenMinutes - 30) * stuck / frozenPerMinute);
      freeze(p, step, step + minutes * MINUTE);
    }
  }

  private long feederEnd(long step, double chanceDrawn) {
    double part = chanceDrawn / feederPerMinute;
    return step + (long) (feederMinutes * (0.25 + 0.75 * part)) * MINUTE;
  }

  /** Lets the measured voltage stand still until a step. */
  void freeze(int p, long step, long untilStep) {
    frozenUntil[p] = untilStep;
    faults.note(InjectedFault.Kind.FROZEN_VOLTAGE, p, step, untilStep);
  }

  /** Blocks feeders until a step. */
  void block(int p, long step, int feeders, long untilStep, List<PotEvent> out) {
    feederSince[p] = step;
    feederUntil[p] = untilStep;
    feederHidden[p] = 0;
    faults.note(InjectedFault.Kind.STUCK_FEEDER, p, step, untilStep);
    pots.blockedFeeders[p] = feeders;
    tell.begun(out, PotEvent.Kind.FEEDER_FAULT, p, step, Map.of("blocked", feeders));
  }

  private void feeder(int p, long step, List<PotEvent> out) {
    if (step >= feederUntil[p]) {
      tell.ended(
          out,
          PotEvent.Kind.FEEDER_FAULT,
          p,
          feederSince[p],
          step,
          Map.of("blocked", (int) pots.blockedFeeders[p]));
      feederUntil[p] = 0;
      pots.blockedFeeders[p] = 0;
      feed.knowBlocked(p, 0);
    } else if (step == feederSince[p] + NOTICED_MINUTES * MINUTE && feederHidden[p] == 0) {
      feed.suspend(p, step, step + NOTICED_MINUTES * MINUTE);
      feed.knowBlocked(p, pots.blockedFeeders[p]);
    }
  }

  private void anodeEffect(int p, long step, List<PotEvent> out) {
    double drawn = chance ? streams.uniform(p, Source.ANODE_EFFECT) : 1;
    if (effectUntil[p] > 0) {
      if (step >= effectUntil[p]) {
        tell.ended(
            out,
            PotEvent.Kind.ANODE_EFFECT,
            p,
            effectSince[p],
            step,
            Map.of("volts_V", Math.rint(10 * pots.effectVolts[p]) / 10));
        effectUntil[p] = 0;
        pots.effectVolts[p] = 0;
      }
      return;
    }
    double aboveOnset = pots.alumina(p) - pots.onset[p];
    double probability =
        pot.laws.anodeEffectProbability(
            aboveOnset,
            pots.superheat(p),
            pots.coldAnodes[p],
            pots.blockedFeeders[p],
            MINUTE_SECONDS);
    if (drawn < probability || pot.laws.anodeEffectCertain(aboveOnset, pots.densityMargin[p])) {
      beginEffect(p, step, out);
    }
  }

  private void beginEffect(int p, long step, List<PotEvent> out) {
    double height = volts * Math.exp(voltsSpread * streams.normal(p, Source.EFFECT_SIZE));
    pots.effectVolts[p] = Math.min(HIGHEST_EFFECT_VOLTS, Math.max(LOWEST_EFFECT_VOLTS, height));
    effectSince[p] = step;
    effectUntil[p] = step + (1 + (long) (4 * streams.uniform(p, Source.EFFECT_SIZE))) * MINUTE;
    effects[p]++;
    pots.extraFeed[p] += quenchFeed;
    tell.begun(
        out,
        PotEvent.Kind.ANODE_EFFECT,
        p,
        step,
        Map.of("volts_V", Math.rint(10 * pots.effectVolts[p]) / 10));
  }
}
