package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.plant.potline.PotlineTags;
import java.util.List;

/**
 * All pots with everything around them, one step of one pot at a time. Pots meet only in the line's
 * current and alumina, so that any pot can be advanced by itself.
 */
final class PotModel {
  private final PotlineSettings settings;
  private final PotParameters pot;
  private final Streams streams;
  private final PotStep physics;
  private final double slowMemory;
  private final double slowVolts;
  private final double whiteVolts;

  final Pots pots;
  final Ledger ledger;
  final CellSignals signals;
  final BeamControl beam;
  final FeedControl feed;
  final DoseControl dose;
  final Incidents incidents;
  final Crew crew;
  final Laboratory laboratory;

  PotModel(Book book, PotlineSettings settings, PotParameters pot, Streams streams, long micros) {
    this.settings = settings;
    this.pot = pot;
    this.streams = streams;
    int count = settings.pots();
    var tell = new Happening(PotlineTags.LINE, PotlineTags.FIRST_POT, micros);
    pots = new Pots(book, count);
    ledger = new Ledger(book, pot, pots);
    physics = new PotStep(pot, pots, ledger);
    signals = new CellSignals(book, pot, count);
    beam = new BeamControl(book, pot, pots, signals);
    feed = new FeedControl(book, pot, pots, signals, beam);
    dose = new DoseControl(book, pot, pots);
    incidents = new Incidents(book, pot, pots, streams, feed, tell);
    crew = new Crew(book, pot, pots, streams, feed, beam, signals, ledger, tell);
    laboratory = new Laboratory(book, pot, pots, streams, crew, dose);
    slowMemory = Math.exp(-PotStep.SECONDS / pot.get("noise.slowSeconds"));
    slowVolts = pot.get("noise.slowVolts") / 1000 * Math.sqrt(1 - slowMemory * slowMemory);
    whiteVolts = pot.get("noise.whiteVolts");
  }

  /** Puts a pot at its own nominal point, balanced, somewhere in its daily cycle. */
  void start(int p, long step) {
    streams.start(p);
    individual(p);
    NominalPoint point =
        NominalPoint.of(
            pot,
            pots.sideTransfer[p],
            pots.cathodeOhms[p],
            pots.efficiencyOffset[p],
            pots.restlessness[p]);
    pots.lining[p] = point.lining();
    pots.topTransfer[p] = point.topTransfer();
    pots.bottomTransfer[p] = point.bottomTransfer();
    fill(p, point);
    signals.start(p, point.microOhms(), pot.laws.noiseMillivolts(pots.restlessness[p]));
    double part = settings.disturbed() ? streams.uniform(p, Source.INDIVIDUAL) : 0.8;
    beam.start(p, point.microOhms(), part);
    feed.start(p, step, pot.amperes / 1000);
    dose.start(p);
    incidents.start(p);
    crew.start(p, step, settings.disturbed());
    laboratory.start(p, step);
    pots.volts[p] = point.split().total();
    pots.measured[p] = pots.volts[p];
    pots.measuredBefore[p] = pots.volts[p];
    ledger.open(p);
  }

  private void individual(int p) {
    pots.sideTransfer[p] = pot.get("pot.sideTransfer") * (1 + draw(p, "spread.sideTransfer"));
    pots.cathodeOhms[p] = pot.cathodeOhms * (1 + draw(p, "spread.cathodeOhms"));
    pots.dissolving[p] = pot.get("feed.dissolving") * (1 + draw(p, "spread.dissolving"));
    pots.efficiencyOffset[p] = draw(p, "spread.efficiency");
    pots.restlessness[p] = 1 + draw(p, "spread.noise");
  }

  /** A deviation of at most two and a half standard deviations. */
  private double draw(int p, String spread) {
    double normal = streams.normal(p, Source.INDIVIDUAL);
    return settings.individual() ? pot.get(spread) * Math.min(2.5, Math.max(-2.5, normal)) : 0;
  }

  private void fill(int p, NominalPoint point) {
    double bath = pot.get("pot.bath");
    double alumina = pot.get("pot.alumina");
    double alF3 = pot.get("pot.alF3");
    double caF2 = pot.get("pot.caF2");
    double others = pot.get("pot.liF") + pot.get("pot.mgF2") + pot.get("pot.kF");
    pots.dissolved[p] = bath * alumina / 100;
    pots.excess[p] = bath * alF3 / 100;
    pots.caF2[p] = bath * caF2 / 100;
    pots.additives[p] = bath * others / 100;
    pots.cryolite[p] = bath * (100 - alumina - alF3 - caF2 - others) / 100;
    pots.pool[p] = point.alF3PerDay() / 86_400 * pot.poolSeconds;
    pots.ledge[p] = pot.ledgeDensityArea * pot.get("pot.ledge");
    pots.celsius[p] = point.celsius();
    pots.liquidus[p] = point.liquidus();
    pots.metal[p] = pot.get("pot.metal");
    pots.distance[p] = pot.get("pot.distance");
    pots.slowNoise[p] = 0;
    pots.feedPending[p] = 0;
    pots.extraFeed[p] = 0;
    pots.effectVolts[p] = 0;
    fillUndissolved(p, point);
  }

  /** Floating alumina and sludge at which what comes and goes is equal. */
  private void fillUndissolved(int p, NominalPoint point) {
    double saturation =
        pot.haupin
            .saturation()
            .percent(
                point.celsius(),
                pot.get("pot.alF3"),
                pot.get("pot.caF2"),
                pot.get("pot.liF"),
                pot.get("pot.mgF2"));
    double gap = 1 - pot.get("pot.alumina") / saturation;
    double slow = pot.slowShare * point.aluminaPerSecond();
    double dissolving = pots.dissolving[p] * gap / 0.65;
    pots.undissolved[p] = slow / (dissolving + pot.sinking);
    pots.sludge[p] = pot.sinking * pots.undissolved[p] / (pot.backDissolving * gap);
  }

  /**
   * The step that ends at number {@code step}.
   *
   * @param amperes line current
   * @param soda of the alumina, kg/kg
   * @param out takes what happens
   */
  void advance(int p, long step, double amperes, double soda, List<PotEvent> out) {
    physics.advance(p, step - 1, amperes, soda);
    measure(p);
    double kiloamperes = amperes / 1000;
    signals.add(p, pots.measured[p], kiloamperes);
    if (step % CellSignals.STEPS_PER_MINUTE == 0) {
      signals.closeMinute(p, step, kiloamperes);
      incidents.look(p, step, settings.disturbed(), out);
      crew.look(p, step, amperes, out);
      laboratory.look(p, step, amperes, out);
      feed.look(p, step, kiloamperes);
    }
  }

  private void measure(int p) {
    double volts = pots.volts[p];
    if (settings.disturbed()) {
      double size = pot.laws.noiseMillivolts(pots.restlessness[p]) * slowVolts;
      pots.slowNoise[p] =
          slowMemory * pots.slowNoise[p] + size * streams.normal(p, Source.SLOW_NOISE);
      volts += pots.slowNoise[p] + whiteVolts * streams.normal(p, Source.FAST_NOISE);
    }
    pots.measuredBefore[p] = pots.measured[p];
    pots.measured[p] = volts;
  }
}
