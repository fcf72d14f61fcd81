package io.kunan.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RollingBandTest {
  @Property(tries = 30)
  void holdsEightInTenWhateverTheScaleAndTheBias(
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
      @ForAll @DoubleRange(min = -1, max = 1) double bias,
      @ForAll long seed) {
    RollingBand band = empty(List.of());
    Random random = new Random(seed);
    int inside = 0;
    for (int row = 0; row < 3_000; row++) {
      double actual = 50 + scale * (bias + random.nextGaussian());
      RollingBand.Band around = band.around(50, 1, 1);
      inside += row >= 500 && actual >= around.low() && actual <= around.high() ? 1 : 0;
      band.observe(row * Micros.PER_HOUR, 50, 1, 1, around, actual);
    }
    assertThat(inside / 2_500.0).isBetween(0.76, 0.85);
  }

  @Test
  void keepsQuietAndBusyHoursApart() {
    RollingBand band = empty(List.of(50.0));
    Random random = new Random(1);
    for (int row = 0; row < 400; row++) {
      boolean busy = row % 2 == 0;
      double mid = busy ? 100 : 3;
      feed(band, row * Micros.PER_HOUR / 2, mid, mid + (busy ? 20 : 0.1) * random.nextGaussian());
    }

    assertThat(band.around(100, 1, 1).high() - 100).isBetween(18.0, 35.0);
    assertThat(band.around(3, 1, 1).high() - 3).isLessThan(0.3);
  }

  @Test
  void forgetsAfterTwoWeeksAndFollowsAChange() {
    RollingBand band = empty(List.of());
    Random random = new Random(1);
    for (int hour = 0; hour < 24 * 60; hour++) {
      double spread = hour < 24 * 30 ? 1 : 10;
      feed(band, hour * Micros.PER_HOUR, 0, spread * random.nextGaussian());
    }

    assertThat(band.state().misses()).hasSize(14 * 24 + 1);
    assertThat(band.around(0, 1, 1).high()).isBetween(9.0, 17.0);
  }

  @Test
  void keepsTheOwnBandOfAForecastWhileFewErrorsAreKnown() {
    RollingBand band = empty(List.of());
    for (int row = 0; row < 39; row++) {
      band.observe(row, 0, 2, 3, band.around(0, 2, 3), 100);
    }

    assertThat(band.around(0, 2, 3)).isEqualTo(new RollingBand.Band(-2, 3));
  }

  @Test
  void goesOnFromSavedErrors() {
    RollingBand band = empty(List.of(1.0));
    Random random = new Random(1);
    for (int row = 0; row < 300; row++) {
      feed(band, row * Micros.PER_HOUR, row % 3, random.nextDouble());
    }

    RollingBand resumed = new RollingBand(band.state());

    assertThat(resumed.around(2, 1, 1)).isEqualTo(band.around(2, 1, 1));
  }

  @Test
  void learnsFromTheBandsThatWereGivenOutHowMuchToLetOut() {
    // The last errors always look too small: only what fell out of the bands given shows it.
    RollingBand band = empty(List.of());
    Random random = new Random(2);
    int outside = 0;
    for (int day = 0; day < 400; day++) {
      double spread = Math.exp(random.nextGaussian());
      RollingBand.Band given = band.around(0, 1, 1);
      for (int row = 0; row < 24; row++) {
        double actual = spread * random.nextGaussian();
        outside += day >= 100 && (actual < given.low() || actual > given.high()) ? 1 : 0;
        band.observe((day * 24L + row) * Micros.PER_HOUR, 0, 1, 1, given, actual);
      }
    }
    assertThat(1 - outside / 7_200.0).isBetween(0.77, 0.84);
  }

  private static RollingBand empty(List<Double> levels) {
    return new RollingBand(RollingBand.State.empty(levels, 14 * Micros.PER_DAY));
  }

  private static void feed(RollingBand band, long time, double mid, double actual) {
    band.observe(time, mid, 1, 1, band.around(mid, 1, 1), actual);
  }
}
