package io.kunan.scenario.potline.core.loop;

import io.kunan.scenario.potline.core.FluorideAdvice;
import io.kunan.scenario.potline.core.FluorideInputs;
import io.kunan.scenario.potline.core.FluorideParameters;
import io.kunan.scenario.potline.core.FluorideRule;
import org.jspecify.annotations.Nullable;

/** The site rule that advises people live, here followed by a machine. */
final class SiteRule implements DailyRule {
  private final FluorideParameters parameters;

  SiteRule(LineTargets targets) {
    parameters = FluorideParameters.defaults(targets.celsius(), targets.excess()).automatic();
  }

  private FluorideParameters now(LineReport line, double trim) {
    return parameters.withSoda(line.sodaFraction()).withLineTrim(trim);
  }

  @Override
  public double baseDose(PotMemory pot, LineReport line, double trim) {
    return now(line, trim).baseDose(pot.aluminaPerDay());
  }

  @Override
  public @Nullable Wish decide(PotMemory pot, PotReport now, LineReport line, double trim) {
    var inputs =
        new FluorideInputs(
            line.micros(),
            pot.temperatures(),
            pot.excesses(),
            pot.dailyDoses(now.doseKgPerDay()),
            pot.aluminaPerDay(),
            pot.noise(),
            pot.hoursSinceEffect());
    FluorideParameters parametersNow = now(line, trim);
    return switch (new FluorideRule(parametersNow).decide(inputs)) {
      case FluorideAdvice.Change change ->
          new Wish(
              change.to(),
              now.setVolts(),
              Math.abs(change.to() - change.from()) >= parametersNow.dailyStep());
      case FluorideAdvice.Keep keep -> new Wish(keep.dose(), now.setVolts(), false);
      case FluorideAdvice.Withheld withheld -> null;
    };
  }
}
