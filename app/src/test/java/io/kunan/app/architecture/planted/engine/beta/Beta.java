package io.kunan.app.architecture.planted.engine.beta;

import io.kunan.app.architecture.planted.engine.alpha.Alpha;
import io.kunan.app.architecture.planted.engine.alpha.internal.Cog;
import org.springframework.stereotype.Component;

/** Imports another engine, its inside, and Spring. */
@Component
public final class Beta {
  private final Alpha alpha = new Alpha();
  private final Cog cog = new Cog();

  @Override
  public String toString() {
    return alpha + " " + cog;
  }
}
