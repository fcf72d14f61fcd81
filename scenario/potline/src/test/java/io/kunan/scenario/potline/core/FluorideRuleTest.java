package io.kunan.scenario.potline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FluorideRuleTest {
  private static final long NOW = 1_800_000_000L * Micros.PER_SECOND;
  private static final double FEED = 7152; // kg/d, 500 kA at 94 %

  private final FluorideRule rule = new FluorideRule(FluorideParameters.defaults(956, 10));

  @Test
  void theBaseDoseIsTheMassBalanceOfSodaLimeAndEvaporation() {
    FluorideParameters parameters = FluorideParameters.defaults(956, 10);
    assertThat(parameters.baseDose(FEED) - parameters.evaporation()).isEqualTo(53.8, within(0.1));
  }

  @Test
  void aPotOnTargetKeepsItsBaseDose() {
    assertThat(rule.decide(inputs(daily(956), daily(10), List.of(60.0, 60.0, 60.0))))
        .isInstanceOf(FluorideAdvice.Keep.class);
  }

  @Test
  void aHotPotShortOfFluorideGetsMoreAndTheDailyStepHolds() {
    FluorideAdvice advice = rule.decide(inputs(daily(966), daily(8), List.of(60.0, 60.0, 60.0)));
    assertThat(advice)
        .isInstanceOfSatisfying(
            FluorideAdvice.Change.class,
            change -> {
              assertThat(change.to()).isEqualTo(80);
              assertThat(change.temperatureShare()).isEqualTo(15, within(1e-9));
              assertThat(change.excessShare()).isEqualTo(16, within(1e-9));
              assertThat(change.temperatureChange()).isNegative();
              assertThat(change.excessChange()).isPositive();
            });
  }

  @Test
  void aDoseOnItsWayIsNotGivenTwice() {
    double calm = advised(daily(961), List.of(60.0, 60.0, 60.0));
    double dosed = advised(daily(961), List.of(80.0, 80.0, 68.0));
    assertThat(dosed).isLessThan(calm);
  }

  @Test
  void nobodyIsAskedForAPotInsideItsBandOrForLessThanAStepOfTheDose() {
    List<Double> base = List.of(60.0, 60.0, 60.0);
    assertThat(rule.decide(inputs(daily(957.9), daily(9.6), base)))
        .as("off by what measurements leave open")
        .isInstanceOf(FluorideAdvice.Keep.class);
    assertThat(rule.decide(inputs(daily(959), daily(10), base)))
        .as("off, but short of a step of the dose")
        .isInstanceOf(FluorideAdvice.Keep.class);
    assertThat(rule.decide(inputs(daily(961), daily(9.6), base)))
        .isInstanceOf(FluorideAdvice.Change.class);
  }

  @Test
  void whatWasProposedStandsUntilThePotIsWellBackInside() {
    FluorideInputs almostBack = inputs(daily(959), daily(10), List.of(60.0, 60.0, 60.0));
    assertThat(rule.decide(almostBack, true)).isInstanceOf(FluorideAdvice.Change.class);
    FluorideInputs back = inputs(daily(957), daily(10), List.of(60.0, 60.0, 60.0));
    assertThat(rule.decide(back, true)).isInstanceOf(FluorideAdvice.Keep.class);
  }

  @Test
  void aRuleThatAMachineFollowsMakesEveryChange() {
    var automatic = new FluorideRule(FluorideParameters.defaults(956, 10).automatic());
    assertThat(automatic.decide(inputs(daily(957), daily(10), List.of(60.0))))
        .isInstanceOf(FluorideAdvice.Change.class);
  }

  @Test
  void aResultThatHasNotArrivedIsNotUsed() {
    List<Sample> temperatures = new ArrayList<>(daily(956));
    temperatures.add(new Sample(NOW - 1, NOW + Micros.PER_HOUR, 990, Quality.GOOD));
    assertThat(rule.decide(inputs(temperatures, daily(10), List.of(60.0))))
        .isInstanceOf(FluorideAdvice.Keep.class);
  }

  @Test
  void oldSamplesOrANoisyPotWithholdTheAdviceAndSayWhy() {
    List<Sample> old = List.of(new Sample(NOW - 40 * Micros.PER_HOUR, NOW, 970, Quality.GOOD));
    FluorideAdvice advice = rule.decide(inputs(old, daily(8), List.of(60.0)));
    assertThat(advice).isInstanceOf(FluorideAdvice.Withheld.class);
    assertThat(advice.guards())
        .filteredOn(guard -> !guard.passed())
        .extracting(Guard::code)
        .containsExactly("temperature-fresh");
  }

  @Property
  void theDoseStaysInsideItsRailsWhateverTheSamples(
      @ForAll @DoubleRange(min = 900, max = 1000) double temperature,
      @ForAll @DoubleRange(min = 0, max = 25) double excess,
      @ForAll @DoubleRange(min = 0, max = 150) double today) {
    FluorideAdvice advice =
        rule.decide(inputs(daily(temperature), daily(excess), List.of(today, today, today)));
    if (advice instanceof FluorideAdvice.Change change) {
      double base = FluorideParameters.defaults(956, 10).baseDose(FEED);
      assertThat(change.to()).isBetween(0.0, 2.5 * base + 0.5);
      if (today <= 2.5 * base) {
        assertThat(Math.abs(change.to() - today)).isLessThanOrEqualTo(20.5);
      }
    }
  }

  private double advised(List<Sample> temperatures, List<Double> doses) {
    return switch (rule.decide(inputs(temperatures, daily(10), doses))) {
      case FluorideAdvice.Change change -> change.to();
      case FluorideAdvice.Keep keep -> keep.dose();
      case FluorideAdvice.Withheld withheld -> throw new AssertionError(withheld);
    };
  }

  private static List<Sample> daily(double value) {
    List<Sample> samples = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      long taken = NOW - day * Micros.PER_DAY - Micros.PER_HOUR;
      samples.add(new Sample(taken, taken + Micros.PER_MINUTE, value, Quality.GOOD));
    }
    Collections.reverse(samples);
    return samples;
  }

  private static FluorideInputs inputs(
      List<Sample> temperatures, List<Sample> excesses, List<Double> doses) {
    return new FluorideInputs(NOW, temperatures, excesses, doses, FEED, 12, 500);
  }
}
