package io.kunan.plant.potline.internal;

import io.kunan.kernel.InputException;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.HaupinVoltage;
import io.kunan.science.electrolysis.PotGeometry;
import io.kunan.science.electrolysis.ReactionEnergy;
import io.kunan.science.electrolysis.SolheimLiquidus;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Pot "P" as designed: the twin's own coefficient file, its correlations, and the numbers that
 * every step needs as plain fields. Units are those of the file.
 */
public final class PotParameters {
  static final String FILE = "twin-p.coefficients";

  final Coefficients file;
  final SolheimLiquidus liquidus;
  final HaupinVoltage haupin;
  final ReactionEnergy reaction;
  final TruthLaws laws;

  final double amperes;
  final double anodeArea;
  final int anodes;
  final double fanning;
  final double cathodeArea;
  final double anodeOhms;
  final double cathodeOhms;
  final double externalOhms;
  final double onset;
  final double bathHeat;
  final double metalHeat;
  final double ledgeDensityArea;
  final double ledgeConductivityArea;
  final double ledgeMelting;
  final double cmPerKgMetal;
  final double feedHeat;
  final double slowShare;
  final double sinking;
  final double backDissolving;
  final double dumpKg;
  final double caO;
  final double additives;
  final double na2O;
  final double poolSeconds;
  final double fluorideHeat;
  final double evaporation;
  final double coldSeconds;
  final double burnCmPerSecond;
  final double aeHeatToBath;
  final double aeEfficiency;
  final double liShare;
  final double mgShare;
  final double kShare;

  private PotParameters(Coefficients file, double penaltyScale) {
    this.file = file;
    liquidus = new SolheimLiquidus(file);
    haupin = new HaupinVoltage(file);
    reaction = new ReactionEnergy(file);
    laws = new TruthLaws(file, penaltyScale);
    amperes = file.get("pot.kiloamperes") * 1000;
    anodeArea = file.get("pot.anodeArea");
    anodes = (int) file.get("pot.anodes");
    fanning = file.get("pot.fanning");
    cathodeArea = file.get("pot.cathodeArea");
    anodeOhms = file.get("pot.anodeOhms");
    cathodeOhms = file.get("pot.cathodeOhms");
    externalOhms = file.get("pot.externalOhms");
    onset = file.get("pot.anodeEffectAlumina");
    bathHeat = file.get("pot.bathHeat");
    metalHeat = file.get("pot.metalHeat");
    ledgeDensityArea = file.get("pot.ledgeDensity") * file.get("pot.ledgeArea");
    ledgeConductivityArea = file.get("pot.ledgeConductivity") * file.get("pot.ledgeArea");
    ledgeMelting = file.get("pot.ledgeMelting");
    cmPerKgMetal = 100 / (file.get("pot.metalDensity") * cathodeArea);
    feedHeat = file.get("feed.heat");
    slowShare = file.get("feed.slowShare");
    sinking = file.get("feed.sinking");
    backDissolving = file.get("feed.backDissolving");
    dumpKg = file.get("feed.dump");
    na2O = file.get("feed.na2O");
    caO = file.get("feed.caO");
    additives = file.get("feed.additives");
    poolSeconds = file.get("fluoride.poolHours") * 3600;
    fluorideHeat = file.get("fluoride.heat");
    evaporation = file.get("fluoride.evaporation");
    coldSeconds = file.get("anodes.warmingHours") * 3600;
    aeHeatToBath = file.get("anodeEffect.heatToBath");
    aeEfficiency = file.get("efficiency.anodeEffect");
    double others = file.get("pot.liF") + file.get("pot.mgF2") + file.get("pot.kF");
    liShare = file.get("pot.liF") / others;
    mgShare = file.get("pot.mgF2") / others;
    kShare = file.get("pot.kF") / others;
    burnCmPerSecond =
        laws.nominalMetalKgPerSecond(amperes) * cmPerKgMetal - file.get("anodes.netDrift") / 86_400;
  }

  /** Pot P of the file that comes with the twin, penalties as designed. */
  public static PotParameters read() {
    return read(1);
  }

  /** Pot P with all penalties multiplied. */
  static PotParameters read(double penaltyScale) {
    InputStream stream = PotParameters.class.getResourceAsStream("/io/kunan/plant/potline/" + FILE);
    if (stream == null) {
      throw new InputException(FILE, "is not in the program", "build the program again");
    }
    return new PotParameters(
        Coefficients.read(
            FILE,
            new InputStreamReader(stream, StandardCharsets.UTF_8),
            Coefficients.Purpose.VIRTUAL_PLANT),
        penaltyScale);
  }

  double get(String symbol) {
    return file.get(symbol);
  }

  /** Geometry of pot P itself. */
  PotGeometry geometry() {
    return new PotGeometry(
        anodeArea, anodes, fanning, cathodeArea, anodeOhms, cathodeOhms, externalOhms, onset);
  }
}
