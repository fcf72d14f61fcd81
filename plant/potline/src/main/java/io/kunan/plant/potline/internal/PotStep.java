package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.AluminaBalance;
import io.kunan.science.electrolysis.Faraday;
import io.kunan.science.electrolysis.FluorideBalance;
import io.kunan.science.electrolysis.LedgeHeat;

/**
 * Five seconds in the life of one pot: what falls in, what the current makes, what leaves, where
 * the heat goes (explicit Euler on masses and heat, voltage algebraic). Every flow is entered in
 * the {@link Ledger}.
 */
final class PotStep {
  /** Length of a step, s. */
  static final double SECONDS = 5;

  /** Steps between two looks at the chemistry. */
  static final int REFRESH = 6;

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double LEAST_DISTANCE = 2.2;
  private static final double COLDEST = 900;
  private static final double HOTTEST = 1040;
  private static final double LEAST_EXCESS = 2;
  private static final double LEAST_BATH = 5000;
  private static final double MOST_ALUMINA = 7.5;

  private final PotParameters pot;
  private final Pots pots;
  private final Ledger ledger;
  private final PotChemistry chemistry;
  private final double feeders;

  PotStep(PotParameters pot, Pots pots, Ledger ledger) {
    this.pot = pot;
    this.pots = pots;
    this.ledger = ledger;
    this.chemistry = new PotChemistry(pot, pots);
    this.feeders = pot.get("feed.feeders");
  }

  /**
   * One step.
   *
   * @param step number since the start, which tells when the chemistry is due
   * @param amperes line current
   * @param batch of the alumina
   */
  void advance(int p, long step, double amperes, AluminaBatch batch) {
    if (step % REFRESH == 0) {
      chemistry.refresh(p, amperes);
    }
    double volts =
        pots.baseVolts[p]
            + amperes * pots.voltsPerAmpere[p]
            + amperes * pots.ohmsPerCm[p] * (pots.distance[p] - pots.layer[p])
            + pots.effectVolts[p];
    pots.volts[p] = volts;
    double capacity = ledger.heatCapacity(p);
    double bathBefore = pots.bath(p);
    double metalBefore = pots.metal[p];
    double fallen = feed(p);
    double made = amperes * Faraday.KG_PER_COULOMB * pots.efficiency[p] * SECONDS;
    double consumed = made * Faraday.ALUMINA_PER_METAL;
    double fluoride = fluoride(p, fallen, batch);
    alumina(p, fallen, batch, consumed);
    double toLedge = ledge(p);
    heat(p, amperes, capacity, toLedge, (fallen - consumed) * pot.feedHeat, fluoride);
    metal(p, made);
    tapBath(p);
    double celsius = pots.celsius[p];
    ledger.carried[p] +=
        Ledger.carriedHeat(pots.bath(p) - bathBefore, pot.bathHeat, celsius)
            + Ledger.carriedHeat(pots.metal[p] - metalBefore, pot.metalHeat, celsius);
    account(p, amperes, volts, made);
  }

  /** Alumina that falls in, kg: whole dumps of all feeders that are not blocked, and by hand. */
  private double feed(int p) {
    pots.feedPending[p] += pots.feedRate[p] * SECONDS;
    double dumps = Math.floor(pots.feedPending[p] / pot.dumpKg);
    pots.feedPending[p] -= dumps * pot.dumpKg;
    double fallen = dumps * pots.dumpKg[p] * (1 - pots.blockedFeeders[p] / feeders);
    if (pots.extraFeed[p] > 0) {
      double byHand = Math.min(pots.extraFeed[p], pot.dumpKg);
      pots.extraFeed[p] -= byHand;
      fallen += byHand;
    }
    ledger.fed[p] += fallen;
    return fallen;
  }

  /** Moves AlF3 from the crust to the bath, lets soda and lime take theirs; kg that came in. */
  private double fluoride(int p, double fallen, AluminaBatch batch) {
    double na2O = batch.na2O();
    double dosed = pots.dosePerDay[p] / SECONDS_PER_DAY * SECONDS;
    ledger.dosed[p] += dosed;
    pots.pool[p] += dosed;
    double in = pots.pool[p] / pots.poolSeconds[p] * SECONDS;
    pots.pool[p] -= in;
    double evaporated = pots.evaporation[p] * SECONDS;
    ledger.evaporated[p] += evaporated;
    double credit = batch.creditPerDay() / SECONDS_PER_DAY * SECONDS;
    ledger.credited[p] += credit;
    pots.excess[p] +=
        in + credit - evaporated - fallen * FluorideBalance.uptakePerAlumina(na2O, pot.caO);
    pots.cryolite[p] += fallen * na2O * FluorideBalance.CRYOLITE_PER_NA2O;
    pots.caF2[p] += fallen * pot.caO * FluorideBalance.CAF2_PER_CAO;
    pots.additives[p] += fallen * pot.additives;
    ledger.sodaFed[p] += fallen * na2O;
    double least = LEAST_EXCESS / 100 * pots.bath(p);
    if (pots.excess[p] < least) {
      ledger.credited[p] += least - pots.excess[p];
      pots.excess[p] = least;
      pots.clamps[p]++;
    }
    return in;
  }

  private void alumina(int p, double fallen, AluminaBatch batch, double consumed) {
    double na2O = batch.na2O();
    double pure = fallen * (1 - na2O - pot.caO - pot.additives);
    double fromSoda =
        fallen
            * (na2O * FluorideBalance.ALUMINA_PER_NA2O + pot.caO * FluorideBalance.ALUMINA_PER_CAO);
    double gap = pots.gap[p];
    double dissolving =
        AluminaBalance.dissolving(
                pots.dissolving[p] * batch.solubility(),
                pots.undissolved[p],
                gap,
                pots.superheat(p))
            * SECONDS;
    double sinking = AluminaBalance.sinking(pots.sinkingNow[p], pots.undissolved[p]) * SECONDS;
    double back = AluminaBalance.backDissolving(pots.backNow[p], pots.sludge[p], gap) * SECONDS;
    pots.dissolved[p] +=
        (1 - pots.slowShareNow[p]) * pure + fromSoda + dissolving + back - consumed;
    pots.undissolved[p] += pots.slowShareNow[p] * pure - dissolving - sinking;
    pots.sludge[p] += sinking - back;
    double most = MOST_ALUMINA / 100 * pots.bath(p);
    if (pots.dissolved[p] > most) {
      pots.sludge[p] += pots.dissolved[p] - most;
      pots.dissolved[p] = most;
      pots.clamps[p]++;
    }
  }

  /** Melts or freezes ledge; J that the bath gives to it. */
  private double ledge(int p) {
    double thickness = pots.ledge[p] / pots.ledgeDensityArea[p];
    double toShell =
        LedgeHeat.toShell(
            pots.liquidus[p], pots.lining[p], thickness, pots.ledgeConductivityArea[p]);
    double fromBath = LedgeHeat.fromBath(pots.sideTransfer[p], pots.celsius[p], pots.liquidus[p]);
    double frozen = LedgeHeat.freezing(toShell, fromBath, pot.ledgeMelting) * SECONDS;
    if (frozen < -pots.ledge[p]) {
      frozen = -pots.ledge[p];
      fromBath = toShell - frozen * pot.ledgeMelting / SECONDS;
      pots.clamps[p]++;
    }
    if (frozen > 0 && pots.bath(p) < LEAST_BATH) {
      frozen = 0;
      fromBath = toShell;
      pots.clamps[p]++;
    }
    pots.ledge[p] += frozen;
    pots.cryolite[p] -= frozen;
    ledger.heatOut[p] += toShell * SECONDS;
    return fromBath * SECONDS;
  }

  private void heat(
      int p, double amperes, double capacity, double toLedge, double feedJoules, double fluoride) {
    double aboveHall = pots.celsius[p] - LedgeHeat.HALL_AIR;
    double watts =
        amperes * amperes * pots.externalOhms[p]
            - pots.heatWatts[p]
            + amperes * pots.isoVolts[p]
            + (pots.topTransfer[p] + pots.bottomTransfer[p]) * aboveHall
            + (1 - pot.aeHeatToBath) * pots.effectVolts[p] * amperes;
    double out = watts * SECONDS + feedJoules + fluoride * pot.fluorideHeat;
    double cold = pots.coldJoules[p] / pot.coldSeconds * SECONDS;
    pots.coldJoules[p] -= cold;
    pots.celsius[p] += (amperes * pots.volts[p] * SECONDS - out - toLedge - cold) / capacity;
    ledger.heatOut[p] += out;
    double bounded = Math.min(HOTTEST, Math.max(COLDEST, pots.celsius[p]));
    if (bounded != pots.celsius[p]) {
      ledger.heatOut[p] += (pots.celsius[p] - bounded) * capacity;
      pots.celsius[p] = bounded;
      pots.clamps[p]++;
    }
  }

  private void metal(int p, double made) {
    double tapped = pots.tapRate[p] * SECONDS;
    pots.metal[p] += made - tapped;
    ledger.tapped[p] += tapped;
    double rise = (made - tapped) * pot.cmPerKgMetal;
    pots.distance[p] += pots.burn[p] * SECONDS - rise;
    if (pots.distance[p] < LEAST_DISTANCE) {
      pots.distance[p] = LEAST_DISTANCE;
      pots.clamps[p]++;
    }
  }

  private void tapBath(int p) {
    if (pots.bathTapRate[p] > 0) {
      double part = pots.bathTapRate[p] * SECONDS / pots.bath(p);
      ledger.bathAlumina[p] += part * pots.dissolved[p];
      ledger.bathExcess[p] += part * pots.excess[p];
      ledger.bathCryolite[p] += part * pots.cryolite[p];
      ledger.bathCaF2[p] += part * pots.caF2[p];
      ledger.bathAdditives[p] += part * pots.additives[p];
      pots.dissolved[p] *= 1 - part;
      pots.excess[p] *= 1 - part;
      pots.cryolite[p] *= 1 - part;
      pots.caF2[p] *= 1 - part;
      pots.additives[p] *= 1 - part;
    }
  }

  private void account(int p, double amperes, double volts, double made) {
    ledger.electricity[p] += amperes * volts * SECONDS;
    ledger.coulombs[p] += amperes * SECONDS;
    ledger.made[p] += made;
    ledger.seconds[p] += SECONDS;
    ledger.celsiusSeconds[p] += pots.celsius[p] * SECONDS;
    ledger.aluminaSeconds[p] += pots.alumina(p) * SECONDS;
    ledger.voltSeconds[p] += volts * SECONDS;
  }
}
