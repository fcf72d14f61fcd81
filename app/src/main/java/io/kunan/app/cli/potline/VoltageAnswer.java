package io.kunan.app.cli.potline;

import io.kunan.app.cli.TextTable;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.HaupinVoltage;
import io.kunan.science.electrolysis.PseudoResistance;
import io.kunan.science.electrolysis.VoltageSplit;

/**
 * Voltage of a pot by its parts.
 *
 * @param volts sum of the parts
 * @param parts V
 * @param microOhms pseudo-resistance
 * @param millivoltsPerMillimetre what a millimetre of distance costs
 * @param inRange whether every input lay in the range of the equations
 * @param source of the equations
 */
record VoltageAnswer(
    double volts,
    VoltageSplit parts,
    double microOhms,
    double millivoltsPerMillimetre,
    boolean inRange,
    String source) {
  private static final double STEP_CM = 0.001;

  static VoltageAnswer of(VoltageCase asked) {
    var haupin = new HaupinVoltage(Coefficients.published());
    VoltageSplit here = split(haupin, asked, asked.distanceCm());
    VoltageSplit wider = split(haupin, asked, asked.distanceCm() + STEP_CM);
    return new VoltageAnswer(
        here.total(),
        here,
        PseudoResistance.microOhms(here.total(), asked.kiloamperes()),
        (wider.total() - here.total()) / STEP_CM * 100,
        here.inRange(),
        HaupinVoltage.SOURCE);
  }

  private static VoltageSplit split(HaupinVoltage haupin, VoltageCase asked, double distance) {
    return haupin.split(
        asked.bath(), asked.celsius(), asked.kiloamperes() * 1000, distance, asked.pot());
  }

  TextTable table() {
    return new TextTable("Pot voltage by " + source, "part", "V")
        .row("reversible", volts(parts.reversible()))
        .row("anode, concentration", volts(parts.anodeConcentration()))
        .row("anode, surface", volts(parts.anodeSurface()))
        .row("cathode, concentration", volts(parts.cathodeConcentration()))
        .row("bath", volts(parts.bath()))
        .row("bubbles", volts(parts.bubbles()))
        .row("anodes and rods", volts(parts.anode()))
        .row("cathode", volts(parts.cathode()))
        .row("bus bars", volts(parts.external()))
        .row("pot", volts(volts))
        .row("pseudo-resistance, µΩ", volts(microOhms))
        .row("mV per mm of distance", "%.1f".formatted(millivoltsPerMillimetre))
        .row(inRange ? "all inputs in range" : "OUT OF RANGE: nearest valid input taken", "");
  }

  private static String volts(double value) {
    return "%.5f".formatted(value);
  }
}
