package io.kunan.scenario.potline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.scenario.potline.core.FluorideInputs;
import io.kunan.scenario.potline.core.FluorideParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTrimTest {
  private static final double FEED = 7152; // kg/d, 500 kA at 94 %

  private static FluorideInputs pot(double dose) {
    return new FluorideInputs(0, List.of(), List.of(), List.of(dose), FEED, 8, 500);
  }

  @Test
  void theTrimIsWhatThePotInTheMiddleGetsBeyondTheBalanceAndStaysSoRoundAfterRound() {
    List<FluorideInputs> pots = List.of(pot(60), pot(67), pot(90));
    FluorideParameters first = FluorideAdvisor.trimmed(FluorideParameters.defaults(956, 10), pots);
    FluorideParameters second = FluorideAdvisor.trimmed(first, pots);
    assertThat(first.baseDose(FEED)).isEqualTo(67, within(1e-9));
    assertThat(second).isEqualTo(first);
  }
}
