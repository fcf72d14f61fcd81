package io.kunan.engine.learn.internal.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlendWeightsTest {
  @Property(tries = 50)
  void weightsAreSharesAndNeverWorseThanTheBestMemberByMuch(@ForAll long seed) {
    Random random = new Random(seed);
    double[] actual = random.doubles(200).toArray();
    double[][] forecasts = new double[4][];
    for (int member = 0; member < forecasts.length; member++) {
      double noise = random.nextDouble();
      forecasts[member] =
          Arrays.stream(actual).map(a -> a + noise * random.nextGaussian()).toArray();
    }

    double[] weights = BlendWeights.find(forecasts, actual);

    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, offset(1e-9));
    assertThat(weights).matches(w -> Arrays.stream(w).allMatch(weight -> weight >= 0));
    double best =
        Arrays.stream(forecasts).mapToDouble(f -> Scores.mae(f, actual)).min().orElseThrow();
    assertThat(Scores.mae(BlendWeights.blend(forecasts, weights), actual))
        .isLessThanOrEqualTo(best * 1.02);
  }

  @Test
  void takesHalfOfTwoForecastsThatErrToOppositeSides() {
    double[] actual = {1, 2, 3, 4, 5, 6};
    double[] high = Arrays.stream(actual).map(a -> a + 1).toArray();
    double[] low = Arrays.stream(actual).map(a -> a - 1).toArray();

    assertThat(BlendWeights.find(new double[][] {high, low}, actual))
        .containsExactly(new double[] {0.5, 0.5}, offset(0.02));
  }

  @Test
  void scoresAreThoseOfTheTextbook() {
    double[] forecast = {1, 2, 4};
    double[] actual = {1, 4, 4};

    assertThat(Scores.mae(forecast, actual)).isEqualTo(2.0 / 3);
    assertThat(Scores.rmse(forecast, actual)).isEqualTo(Math.sqrt(4.0 / 3));
    assertThat(Scores.r2(forecast, actual)).isCloseTo(1 - 4.0 / 6, offset(1e-12));
    assertThat(Scores.r2(new double[] {1}, new double[] {2})).isNaN();
  }
}
