package io.kunan.scenario.potline.core;

import java.util.List;

/** What the rule says about a pot's aluminium fluoride. */
public sealed interface FluorideAdvice {
  /** The guard rails that were checked. */
  List<Guard> guards();

  /**
   * Change the dose.
   *
   * @param from dose of today, kg/d
   * @param to dose advised, kg/d
   * @param temperature filtered bath temperature, °C
   * @param excess filtered excess AlF3, %
   * @param lastTemperature newest usable sample of the bath temperature, °C
   * @param lastExcess newest usable sample of the excess AlF3, %
   * @param pending dose above base that has not acted yet, kg
   * @param temperatureShare part of the change owed to temperature, kg/d
   * @param excessShare part owed to excess AlF3, kg/d
   * @param temperatureChange expected change of bath temperature over 48 h, °C
   * @param excessChange expected change of excess AlF3 over 48 h, %
   */
  record Change(
      double from,
      double to,
      double temperature,
      double excess,
      double lastTemperature,
      double lastExcess,
      double pending,
      double temperatureShare,
      double excessShare,
      double temperatureChange,
      double excessChange,
      List<Guard> guards)
      implements FluorideAdvice {
    public Change {
      guards = List.copyOf(guards);
    }
  }

  /** Leave the dose as it is: the change would be too small to matter. */
  record Keep(double dose, List<Guard> guards) implements FluorideAdvice {
    public Keep {
      guards = List.copyOf(guards);
    }
  }

  /** Say nothing: a guard rail does not hold. */
  record Withheld(List<Guard> guards) implements FluorideAdvice {
    public Withheld {
      guards = List.copyOf(guards);
    }
  }
}
