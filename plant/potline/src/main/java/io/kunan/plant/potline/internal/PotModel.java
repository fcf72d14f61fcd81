package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.plant.potline.PotlineTags;
import io.kunan.science.electrolysis.PseudoResistance;
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
  final SetPointDesk setPoints;
  final HourBook published;
  final TruthBook truth;
  final FaultBook faults;
  private final HeatDrift heat;
  private final PotNature nature;
  private final NominalPoint nominal;

  PotModel(Book book, PotlineSettings settings, PotParameters pot, Streams streams, long micros) {
    this.settings = settings;
    this.pot = pot;
    this.streams = streams;
    int count = settings.pots();
    var tell = new Happening(PotlineTags.LINE, PotlineTags.FIRST_POT, micros);
    faults = new FaultBook(count, tell);
    pots = new Pots(book, count);
    ledger = new Ledger(book, pot, pots);
    physics = new PotStep(pot, pots, ledger);
    signals = new CellSignals(book, pot, count);
    beam = new BeamControl(book, pot, pots, signals);
    feed = new FeedControl(book, pot, pots, signals, beam);
    dose = new DoseControl(book, pot, pots);
    incidents = new Incidents(book, settings, pot, pots, streams, feed, tell, faults);
    heat = new HeatDrift(book, settings, pot, pots, streams);
    crew = new Crew(book, pot, pots, streams, feed, beam, signals, ledger, heat, tell);
    laboratory = new Laboratory(book, settings, pot, pots, streams, crew, dose, beam, faults);
    setPoints = new SetPointDesk(book, pot, pots, dose, crew, beam);
    truth = new TruthBook(book, pot, pots, ledger, crew, incidents, setPoints);
    published = new HourBook(book, pots, signals, incidents, crew, laboratory, setPoints);
    nature = new PotNature(settings, pot, pots, streams);
    nominal = NominalPoint.ofPotP(pot);
    slowMemory = Math.exp(-PotStep.SECONDS / pot.get("noise.slowSeconds"));
    slowVolts = pot.get("noise.slowVolts") / 1000 * Math.sqrt(1 - slowMemory * slowMemory);
    whiteVolts = pot.get("noise.whiteVolts");
  }

  /** Puts a pot at the nominal point of pot P with its own nature, somewhere in its daily cycle. */
  void start(int p, long step) {
    streams.start(p);
    boolean chance = settings.disturbance().hasChance();
    nature.draw(p, nominal);
    fill(p, nominal);
    double volts = nature.tunedVolts(p, nominal);
    double microOhms = PseudoResistance.microOhms(volts, pot.amperes / 1000);
    signals.start(p, microOhms, nominal.noise());
    double part = chance ? streams.uniform(p, Source.INDIVIDUAL) : 0.8;
    beam.start(p, microOhms + nature.trim(p), part);
    feed.start(p, step, pot.amperes / 1000);
    dose.start(p);
    incidents.start(p);
    heat.start(p);
    crew.start(p, step, chance);
    laboratory.start(p, step);
    setPoints.start(p, step);
    published.start(p);
    truth.start(p);
    pots.volts[p] = volts;
    pots.measured[p] = volts;
    pots.measuredBefore[p] = volts;
    ledger.open(p);
  }

  private void fill(int p, NominalPoint point) {
    double bath = pots.bathAtStart[p];
    double alumina = pot.get("pot.alumina");
    double alF3 = pot.get("pot.alF3");
    double caF2 = pot.get("pot.caF2") * pots.composition[p];
    double others =
        (pot.get("pot.liF") + pot.get("pot.mgF2") + pot.get("pot.kF")) * pots.composition[p];
    pots.dissolved[p] = bath * alumina / 100;
    pots.excess[p] = bath * alF3 / 100;
    pots.caF2[p] = bath * caF2 / 100;
    pots.additives[p] = bath * others / 100;
    pots.cryolite[p] = bath * (100 - alumina - alF3 - caF2 - others) / 100;
    pots.pool[p] = point.alF3PerDay() / 86_400 * pots.poolSeconds[p];
    pots.ledge[p] = pots.ledgeDensityArea[p] * pot.get("pot.ledge");
    pots.celsius[p] = point.celsius();
    pots.liquidus[p] = point.liquidus();
    pots.metal[p] = pot.get("pot.metal");
    pots.distance[p] = pot.get("pot.distance");
    pots.slowNoise[p] = 0;
    pots.coldAnodes[p] = 0;
    pots.clamps[p] = 0;
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
    double slow = pots.slowShare[p] * point.aluminaPerSecond();
    double dissolving = pots.dissolving[p] * gap / 0.65;
    pots.undissolved[p] = slow / (dissolving + pots.sinking[p]);
    double back = pots.backDissolving[p] * pot.laws.backFactor(point.celsius() - point.liquidus());
    pots.sludge[p] = pots.sinking[p] * pots.undissolved[p] / (back * gap);
  }

  /**
   * The step that ends at number {@code step}.
   *
   * @param amperes line current
   * @param batch of the alumina
   * @param out takes what happens
   */
  void advance(int p, long step, double amperes, AluminaBatch batch, List<PotEvent> out) {
    physics.advance(p, step - 1, amperes, batch);
    measure(p);
    double kiloamperes = amperes / 1000;
    signals.add(p, pots.measured[p], kiloamperes);
    if (step % CellSignals.STEPS_PER_MINUTE == 0) {
      signals.closeMinute(p, step, kiloamperes);
      signals.watch(p, pots.measured[p] == pots.measuredBefore[p]);
      heat.look(p, step);
      incidents.look(p, step, out);
      crew.look(p, step, amperes, out);
      laboratory.look(p, step, out);
      feed.look(p, step, kiloamperes);
      beam.protect(p);
      setPoints.look(p, step);
      published.look(p, kiloamperes);
      truth.look(p);
    }
  }

  private void measure(int p) {
    double volts = pots.volts[p];
    if (settings.disturbance().hasChance()) {
      double size = pots.noise[p] * slowVolts;
      pots.slowNoise[p] =
          slowMemory * pots.slowNoise[p] + size * streams.normal(p, Source.SLOW_NOISE);
      volts += pots.slowNoise[p] + whiteVolts * streams.normal(p, Source.FAST_NOISE);
    }
    pots.measuredBefore[p] = pots.measured[p];
    if (!incidents.frozen(p)) {
      pots.measured[p] = volts;
    }
  }
}
