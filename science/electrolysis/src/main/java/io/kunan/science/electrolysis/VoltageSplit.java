package io.kunan.science.electrolysis;

/**
 * The voltage of a pot by its parts, V.
 *
 * @param reversible equilibrium voltage of the cell reaction
 * @param anodeConcentration overvoltage of alumina transport to the anode
 * @param anodeSurface overvoltage of the anode reaction
 * @param cathodeConcentration overvoltage of sodium transport at the cathode
 * @param bath ohmic drop of the bath below the bubble layer
 * @param bubbles ohmic drop of the bubble layer
 * @param anode drop of anodes and rods
 * @param cathode drop of the cathode
 * @param external drop of the bus bars
 * @param inRange false when an input was moved into the valid range of the equations
 */
public record VoltageSplit(
    double reversible,
    double anodeConcentration,
    double anodeSurface,
    double cathodeConcentration,
    double bath,
    double bubbles,
    double anode,
    double cathode,
    double external,
    boolean inRange) {

  /** Voltage of the pot, V. */
  public double total() {
    return reversible
        + anodeConcentration
        + anodeSurface
        + cathodeConcentration
        + bath
        + bubbles
        + anode
        + cathode
        + external;
  }
}
