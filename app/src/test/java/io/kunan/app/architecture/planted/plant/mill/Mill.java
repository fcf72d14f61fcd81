package io.kunan.app.architecture.planted.plant.mill;

import io.kunan.app.architecture.planted.engine.alpha.Alpha;

/** A virtual plant that imports an engine. */
public final class Mill {
  private final Alpha alpha = new Alpha();

  @Override
  public String toString() {
    return alpha.toString();
  }
}
