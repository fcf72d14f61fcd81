package io.kunan.app.architecture.planted.scenario.two;

import io.kunan.app.architecture.planted.plant.mill.Mill;
import io.kunan.app.architecture.planted.scenario.one.One;

/** Imports another scenario and a virtual plant. */
public final class Two {
  private final One one = new One();
  private final Mill mill = new Mill();

  @Override
  public String toString() {
    return one + " " + mill;
  }
}
