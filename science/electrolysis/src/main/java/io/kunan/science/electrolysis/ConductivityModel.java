package io.kunan.science.electrolysis;

/**
 * Other published conductivities of the bath, to see how far the default {@link HaupinConductivity}
 * may be off. Measurements on industrial baths (NEU 2007) lay between Wang, high, and Choudhary,
 * low. Taken as valid 900–1050 °C, AlF3, CaF2, LiF up to 20 wt%, MgF2, KF up to 5 wt%, alumina up
 * to 11 wt%; Híveš 1993 for neutral baths at 940–1050 °C only.
 */
public sealed interface ConductivityModel {
  /** Conductivity, S/cm, at a temperature in °C. */
  Checked at(double celsius, Bath bath);

  /** The paper in one line. */
  String source();

  /** Híveš et al., Metall. Mater. Trans. B 27 (1996), doi 10.1007/BF02915051. */
  record Hives1996(Coefficients file) implements ConductivityModel {
    @Override
    public Checked at(double celsius, Bath bath) {
      Bath b = Composition.clamp(bath);
      double log =
          file.get("hives1996.base")
              - file.get("hives1996.o1") * b.al2O3()
              - file.get("hives1996.a1") * b.alF3()
              - file.get("hives1996.c1") * b.caF2()
              - file.get("hives1996.m1") * b.mgF2()
              - file.get("hives1996.k1") * b.kF()
              + file.get("hives1996.l1") * b.liF()
              - file.get("hives1996.activation") / Composition.kelvin(celsius);
      return new Checked(Math.exp(log), Composition.hold(celsius, bath));
    }

    @Override
    public String source() {
      return "Híveš et al., Metall. Mater. Trans. B 27 (1996)";
    }
  }

  /**
   * Wang et al., Light Metals 1992. Takes the molar ratio: with the mass ratio it is 17 % low.
   * Recalled from the literature, to be confirmed in the paper.
   */
  record Wang1992(Coefficients file) implements ConductivityModel {
    @Override
    public Checked at(double celsius, Bath bath) {
      Bath b = Composition.clamp(bath);
      double log =
          file.get("wang1992.base")
              + file.get("wang1992.ratio") * b.cryoliteRatio()
              - file.get("wang1992.o1") * b.al2O3()
              - file.get("wang1992.c1") * b.caF2()
              - file.get("wang1992.m1") * b.mgF2()
              + file.get("wang1992.l1") * b.liF()
              - file.get("wang1992.activation") / Composition.kelvin(celsius);
      return new Checked(Math.exp(log), Composition.hold(celsius, bath));
    }

    @Override
    public String source() {
      return "Wang et al., Light Metals 1992 (to be confirmed)";
    }
  }

  /** Choudhary 1973, with the mass ratio. Recalled, to be confirmed in the paper. */
  record Choudhary1973(Coefficients file) implements ConductivityModel {
    @Override
    public Checked at(double celsius, Bath bath) {
      Bath b = Composition.clamp(bath);
      double log =
          file.get("choudhary1973.base")
              - file.get("choudhary1973.o1") * b.al2O3()
              - file.get("choudhary1973.c1") * b.caF2()
              - file.get("choudhary1973.m1") * b.mgF2()
              + file.get("choudhary1973.l1") * b.liF()
              + file.get("choudhary1973.ratio") * b.bathRatio()
              - file.get("choudhary1973.activation") / Composition.kelvin(celsius);
      return new Checked(Math.exp(log), Composition.hold(celsius, bath));
    }

    @Override
    public String source() {
      return "Choudhary, J. Electrochem. Soc. 1973 (to be confirmed)";
    }
  }

  /**
   * Híveš et al., Electrochim. Acta 38 (1993) 2165, in mole fractions; SD 0.018 S/cm. Measured on
   * neutral cryolite: excess AlF3 has no term, so a bath with it is out of range.
   */
  record Hives1993(Coefficients file) implements ConductivityModel {
    private static final Limits CELSIUS = new Limits(940, 1050);
    private static final double MGF2 = 62.302;

    @Override
    public Checked at(double celsius, Bath bath) {
      Bath b = Composition.clamp(bath);
      double others = b.others();
      double cryolite = (100 - others - b.alF3()) / Faraday.MOLAR_CRYOLITE;
      double alumina = b.al2O3() / Faraday.MOLAR_AL2O3;
      double calcium = b.caF2() / Faraday.MOLAR_CAF2;
      double magnesium = b.mgF2() / MGF2;
      double all = cryolite + b.alF3() / Faraday.MOLAR_ALF3 + alumina + calcium + magnesium;
      double kappa =
          file.get("hives1993.scale")
                  * Math.exp(
                      -file.get("hives1993.activation")
                          / (CELSIUS.clamp(celsius) + HaupinVoltage.KELVIN))
              - file.get("hives1993.al2O3") * alumina / all
              - file.get("hives1993.caF2") * calcium / all
              - file.get("hives1993.mgF2") * magnesium / all
              - file.get("hives1993.al2O3CaF2") * alumina * calcium / (all * all)
              - file.get("hives1993.al2O3MgF2") * alumina * magnesium / (all * all);
      boolean plain = bath.alF3() == 0 && bath.liF() == 0 && bath.kF() == 0;
      return new Checked(kappa, plain && CELSIUS.hold(celsius) && Composition.hold(celsius, bath));
    }

    @Override
    public String source() {
      return "Híveš et al., Electrochim. Acta 38 (1993) 2165";
    }
  }
}
