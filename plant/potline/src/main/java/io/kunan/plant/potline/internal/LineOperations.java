package io.kunan.plant.potline.internal;

import io.kunan.kernel.Micros;
import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.Potline;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The hands of people on the line. */
record LineOperations(
    PotParameters pot,
    PotModel model,
    LineInputs line,
    LongSupplier step,
    List<List<PotEvent>> events)
    implements Potline.Operations {

  @Override
  public void lineCurrent(double kiloamperes) {
    line.target(kiloamperes * 1000);
  }

  @Override
  public void blockFeeders(int place, int feeders, Duration time) {
    long steps = Math.ceilDiv(Micros.of(time), Micros.of(Potline.STEP));
    model.incidents.block(
        place, step.getAsLong(), feeders, step.getAsLong() + steps, events.get(place));
  }

  @Override
  public void freezeVoltage(int place, Duration time) {
    long steps = Math.ceilDiv(Micros.of(time), Micros.of(Potline.STEP));
    model.incidents.freeze(place, step.getAsLong(), step.getAsLong() + steps);
  }

  @Override
  public void tap(int place, double kg) {
    model.crew.tap(place, step.getAsLong(), kg, events.get(place));
  }

  @Override
  public void alF3Dose(int place, double kgPerDay) {
    model.dose.fix(place, kgPerDay);
  }

  @Override
  public void shiftSetVoltage(int place, double volts) {
    model.beam.setPoint[place] += volts / pot.amperes * 1e6;
  }

  @Override
  public void bathTaps(int place, boolean allowed) {
    model.crew.allowBathTap(place, allowed);
  }

  @Override
  public void changeAnode(int place) {
    model.crew.holdAnodes(place, false, step.getAsLong());
  }

  @Override
  public void holdAnodes(int place) {
    model.crew.holdAnodes(place, true, step.getAsLong());
  }

  @Override
  public Potline.Truth truth(int place) {
    Pots pots = model.pots;
    return new Potline.Truth(
        pots.celsius[place],
        pots.liquidus[place],
        pots.alumina(place),
        pots.excessPercent(place),
        pots.bath(place),
        pots.metal[place],
        pots.sludge[place],
        pots.ledgeCm(place),
        pots.distance[place],
        pots.volts[place],
        pots.efficiency[place],
        pots.feedRate[place],
        pots.dosePerDay[place]);
  }
}
