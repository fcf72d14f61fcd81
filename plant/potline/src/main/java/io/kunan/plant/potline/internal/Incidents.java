package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotEvent;
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
  private final double volts;
  private final double voltsSpread;
  private final double quenchFeed;
  private final double feederPerMinute;
  private final double communicationPerMinute;

  private final long[] effectSince;
  private final long[] effectUntil;
  final long[] effects;
  private final long[] feederSince;
  private final long[] feederUntil;
  private final long[] silentSince;
  private final long[] silentUntil;

  Incidents(
      Book book, PotParameters pot, Pots pots, Streams streams, FeedControl feed, Happening tell) {
    this.pot = pot;
    this.pots = pots;
    this.streams = streams;
    this.feed = feed;
    this.tell = tell;
    volts = pot.get("anodeEffect.volts");
    voltsSpread = pot.get("anodeEffect.voltsSpread");
    quenchFeed = pot.get("anodeEffect.quenchFeed");
    feederPerMinute = pot.get("incident.feederPerDay") / DAY_MINUTES;
    communicationPerMinute = pot.get("incident.communicationPerDay") / DAY_MINUTES;
    effectSince = book.longs("incident.effectSince", pots.count);
    effectUntil = book.longs("incident.effectUntil", pots.count);
    effects = book.longs("incident.effects", pots.count);
    feederSince = book.longs("incident.feederSince", pots.count);
    feederUntil = book.longs("incident.feederUntil", pots.count);
    silentSince = book.longs("incident.silentSince", pots.count);
    silentUntil = book.longs("incident.silentUntil", pots.count);
  }

  void start(int p) {
    effectUntil[p] = 0;
    effects[p] = 0;
    feederUntil[p] = 0;
    silentUntil[p] = 0;
    pots.blockedFeeders[p] = 0;
  }

  /** True while the pot controller does not answer. */
  boolean silent(int p) {
    return silentUntil[p] > 0;
  }

  /** Looks once a minute. */
  void look(int p, long step, boolean disturbed, List<PotEvent> out) {
    anodeEffect(p, step, disturbed, out);
    if (feederUntil[p] > 0) {
      feeder(p, step, out);
    }
    if (silentUntil[p] > 0 && step >= silentUntil[p]) {
      silentUntil[p] = 0;
      tell.ended(out, PotEvent.Kind.COMMUNICATION_FAULT, p, silentSince[p], step, Map.of());
    }
    if (disturbed) {
      chance(p, step, out);
    }
  }

  private void chance(int p, long step, List<PotEvent> out) {
    double feeder = streams.uniform(p, Source.FEEDER);
    if (feeder < feederPerMinute && feederUntil[p] == 0) {
      block(p, step, 1, step + (60 + (long) (300 * feeder / feederPerMinute)) * MINUTE, out);
    }
    double silence = streams.uniform(p, Source.COMMUNICATION);
    if (silence < communicationPerMinute && silentUntil[p] == 0) {
      silentSince[p] = step;
      silentUntil[p] = step + (5 + (long) (25 * silence / communicationPerMinute)) * MINUTE;
      tell.begun(out, PotEvent.Kind.COMMUNICATION_FAULT, p, step, Map.of());
    }
  }

  /** Blocks feeders until a step. */
  void block(int p, long step, int feeders, long untilStep, List<PotEvent> out) {
    feederSince[p] = step;
    feederUntil[p] = untilStep;
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
    } else if (step == feederSince[p] + NOTICED_MINUTES * MINUTE) {
      feed.suspend(p, step, step + NOTICED_MINUTES * MINUTE);
      feed.knowBlocked(p, pots.blockedFeeders[p]);
    }
  }

  private void anodeEffect(int p, long step, boolean disturbed, List<PotEvent> out) {
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
    double alumina = pots.alumina(p);
    double probability =
        pot.laws.anodeEffectProbability(alumina, pots.blockedFeeders[p], MINUTE_SECONDS);
    boolean certain = pot.laws.anodeEffectCertain(alumina, pots.densityMargin[p]);
    if (certain || disturbed && streams.uniform(p, Source.ANODE_EFFECT) < probability) {
      beginEffect(p, step, out);
    }
  }

  private void beginEffect(int p, long step, List<PotEvent> out) {
    double height = volts * Math.exp(voltsSpread * streams.normal(p, Source.ANODE_EFFECT));
    pots.effectVolts[p] = Math.min(HIGHEST_EFFECT_VOLTS, Math.max(LOWEST_EFFECT_VOLTS, height));
    effectSince[p] = step;
    effectUntil[p] = step + (1 + (long) (4 * streams.uniform(p, Source.ANODE_EFFECT))) * MINUTE;
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
