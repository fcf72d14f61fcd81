package io.kunan.scenario.potline.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardRailsTest {
  private static final GuardRails RAILS = GuardRails.standard();
  private static final SetPoints PRESENT = new SetPoints(60, 3785, 0.010);
  private static final double BASE = 64;
  private static final double METAL = 3785;

  private static final GuardRails.Recent STEADY =
      new GuardRails.Recent(60, 60, 0.010, 0.010, 1, 1, METAL);
  private static final GuardRails.Age FRESH = new GuardRails.Age(10, 40, 1, 1);
  private static final GuardRails.Condition QUIET = new GuardRails.Condition(8, 99, 1000, 1);
  private static final GuardRails.Known WELL = new GuardRails.Known(1.5, 0.4);

  private static GuardRails.Situation calm() {
    return situation(STEADY, FRESH, QUIET, WELL);
  }

  private static GuardRails.Situation situation(
      GuardRails.Recent recent,
      GuardRails.Age age,
      GuardRails.Condition condition,
      GuardRails.Known known) {
    return new GuardRails.Situation(BASE, METAL, recent, age, condition, known);
  }

  private static BlastRadius line(int pots) {
    return new BlastRadius(RAILS, pots);
  }

  private static GuardRails.Admitted admit(SetPoints wanted, GuardRails.Situation of) {
    return RAILS.admit(wanted, PRESENT, of, line(40));
  }

  @Test
  void whatIsInsideGoesThroughUntouched() {
    var wanted = new SetPoints(71, 3840, 0.020, 1.1);
    GuardRails.Admitted admitted = admit(wanted, calm());
    assertThat(admitted.setPoints()).isEqualTo(wanted);
    assertThat(admitted.isFree()).isTrue();
    assertThat(admitted.doseHeld()).isFalse();
  }

  @Test
  void aBigMoveIsHeldAtTheRateAndSaidSo() {
    GuardRails.Admitted admitted = admit(new SetPoints(95, 4300, 0.049, 1.5), calm());
    assertThat(admitted.setPoints().doseKgPerDay()).isEqualTo(80);
    assertThat(admitted.setPoints().tapKg()).isEqualTo(3935);
    assertThat(admitted.setPoints().setVolts()).isCloseTo(0.030, within(1e-12));
    assertThat(admitted.setPoints().feedShare()).isCloseTo(1.15, within(1e-12));
    assertThat(admitted.doseHeld()).isTrue();
  }

  @Test
  void aMoveMadeEarlierInTheDayCounts() {
    var moved = new GuardRails.Recent(60, 75, 0, 0.015, 1, 1.1, METAL);
    SetPoints admitted =
        admit(new SetPoints(95, METAL, 0.05, 1.3), situation(moved, FRESH, QUIET, WELL))
            .setPoints();
    assertThat(admitted.doseKgPerDay()).isEqualTo(80);
    assertThat(admitted.setVolts()).isCloseTo(0.020, within(1e-12));
    assertThat(admitted.feedShare()).isCloseTo(1.15, within(1e-12));
  }

  /** Situations in which a pot may not be moved. */
  static Stream<GuardRails.Situation> restless() {
    return Stream.of(
        situation(STEADY, new GuardRails.Age(10, 40, 11, 1), QUIET, WELL),
        situation(STEADY, new GuardRails.Age(10, 40, 1, 61), QUIET, WELL),
        situation(STEADY, FRESH, new GuardRails.Condition(41, 99, 1000, 1), WELL),
        situation(STEADY, FRESH, new GuardRails.Condition(8, 3, 1000, 1), WELL),
        situation(STEADY, FRESH, new GuardRails.Condition(8, 99, 59, 1), WELL),
        situation(STEADY, FRESH, new GuardRails.Condition(8, 99, 1000, 0.9), WELL));
  }

  @ParameterizedTest
  @MethodSource("restless")
  void aRestlessYoungOrSilentPotIsLeftAloneForNow(GuardRails.Situation situation) {
    GuardRails.Admitted admitted = admit(new SetPoints(75, 3800, 0.025, 1.1), situation);
    assertThat(admitted.setPoints()).isEqualTo(new SetPoints(60, 3800, 0.010, 1));
    assertThat(admitted.calm()).isFalse();
    assertThat(failed(admitted)).hasSize(1);
  }

  /** Situations in which too little is known. */
  static Stream<GuardRails.Situation> hardlyKnown() {
    return Stream.of(
        situation(STEADY, new GuardRails.Age(37, 40, 1, 1), QUIET, WELL),
        situation(STEADY, new GuardRails.Age(Double.NaN, 40, 1, 1), QUIET, WELL),
        situation(STEADY, new GuardRails.Age(10, 97, 1, 1), QUIET, WELL),
        situation(STEADY, FRESH, QUIET, new GuardRails.Known(5.1, 0.4)),
        situation(STEADY, FRESH, QUIET, new GuardRails.Known(1.5, 1.1)));
  }

  @ParameterizedTest
  @MethodSource("hardlyKnown")
  void aPotOfWhichTooLittleIsKnownGoesBackToItsBaseDoseAndVolts(GuardRails.Situation situation) {
    GuardRails.Admitted admitted = admit(new SetPoints(75, 3800, 0.025, 1.1), situation);
    assertThat(admitted.setPoints()).isEqualTo(new SetPoints(BASE, 3800, 0, 1));
    assertThat(failed(admitted)).hasSize(1);
  }

  @Test
  void aPlanThatIsNoNumberCountsAsNothingKnown() {
    for (SetPoints broken :
        List.of(
            new SetPoints(Double.NaN, 3800, 0),
            new SetPoints(70, Double.NaN, 0),
            new SetPoints(70, 3800, Double.POSITIVE_INFINITY))) {
      GuardRails.Admitted admitted = admit(broken, calm());
      assertThat(failed(admitted)).containsExactly("plan-finite");
      assertThat(admitted.setPoints().doseKgPerDay()).isEqualTo(BASE);
      assertThat(admitted.setPoints().setVolts()).isZero();
      assertThat(admitted.setPoints().tapKg()).isIn(3785.0, 3800.0);
    }
  }

  private static List<String> failed(GuardRails.Admitted admitted) {
    return admitted.guards().stream().filter(guard -> !guard.passed()).map(Guard::code).toList();
  }

  @Property
  void nothingThatIsAdmittedPassesARailOfThePot(
      @ForAll @DoubleRange(min = -500, max = 500) double dose,
      @ForAll @DoubleRange(min = 0, max = 9000) double tap,
      @ForAll @DoubleRange(min = -1, max = 1) double volts,
      @ForAll @DoubleRange(min = -1, max = 4) double feed) {
    SetPoints admitted = admit(new SetPoints(dose, tap, volts, feed), calm()).setPoints();
    assertThat(admitted.doseKgPerDay()).isBetween(40.0, 80.0).isBetween(0.0, 2.5 * BASE);
    assertThat(admitted.tapKg()).isBetween(3635.0, 3935.0).isBetween(0.9 * METAL, 1.1 * METAL);
    assertThat(admitted.setVolts()).isBetween(-0.0100001, 0.0300001).isBetween(-0.05, 0.05);
    assertThat(admitted.feedShare()).isBetween(0.85, 1.15).isBetween(0.6, 1.6);
  }

  @Property(tries = 60)
  void howeverAControllerBehavesItReachesFewPotsInAnHourAndNotTheLineOneWayInADay(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int pots) {
    var chance = new Random(seed);
    BlastRadius line = line(pots);
    List<int[]> moves = new ArrayList<>();
    double bias = 40 * chance.nextDouble() - 20;
    for (int hour = 0; hour < 48; hour++) {
      line.look(hour * Micros.PER_HOUR);
      for (int p = 0; p < pots; p++) {
        var wanted =
            new SetPoints(
                60 + bias + 10 * chance.nextGaussian(), METAL, 0.010 + chance.nextGaussian());
        SetPoints to = RAILS.admit(wanted, PRESENT, calm(), line).setPoints();
        int dose = way(to.doseKgPerDay() - 60, RAILS.get("blast.leastDose"));
        int volts = way(to.setVolts() - 0.010, RAILS.get("blast.leastVolts"));
        if (dose != 0 || volts != 0) {
          moves.add(new int[] {hour, dose, volts});
        }
      }
      assertShares(moves, hour, pots);
    }
    assertThat(moves).isNotEmpty();
  }

  private static void assertShares(List<int[]> moves, int hour, int pots) {
    int mostPerHour = Math.max(1, (int) (0.1 * pots));
    int mostOneWay = Math.max(1, (int) (0.3 * pots));
    assertThat(moves.stream().filter(move -> move[0] == hour))
        .hasSizeLessThanOrEqualTo(mostPerHour);
    for (int way : new int[] {-1, 1}) {
      assertThat(moves.stream().filter(move -> move[0] > hour - 24 && move[1] == way))
          .hasSizeLessThanOrEqualTo(mostOneWay);
      assertThat(moves.stream().filter(move -> move[0] > hour - 24 && move[2] == way))
          .hasSizeLessThanOrEqualTo(mostOneWay);
    }
  }

  private static int way(double change, double least) {
    return Math.abs(change) < least ? 0 : change > 0 ? 1 : -1;
  }

  @Test
  void whenTheLineHasMovedEnoughAPotMovesTooLittleToCount() {
    BlastRadius line = line(10);
    var wanted = new SetPoints(70, METAL, 0.010);
    assertThat(RAILS.admit(wanted, PRESENT, calm(), line).isFree()).isTrue();
    GuardRails.Admitted second = RAILS.admit(wanted, PRESENT, calm(), line);
    assertThat(failed(second)).containsExactly("few-at-once");
    assertThat(second.setPoints().doseKgPerDay()).isEqualTo(64.95, within(1e-9));
    assertThat(second.calm()).isTrue();
    line.look(Micros.PER_HOUR + 1);
    var crept = new GuardRails.Recent(60, 64.95, 0.010, 0.010, 1, 1, METAL);
    GuardRails.Admitted third =
        RAILS.admit(
            wanted, new SetPoints(64.95, METAL, 0.010), situation(crept, FRESH, QUIET, WELL), line);
    assertThat(third.isFree()).as("what adds up within a day counts").isTrue();
    assertThat(RAILS.admit(wanted, PRESENT, calm(), line).isFree()).isFalse();
  }

  @Test
  void theRailsOfTheSpecificationAreAllThere() {
    assertThat(RAILS.get("range.feedLow")).isEqualTo(0.6);
    assertThat(RAILS.get("range.feedHigh")).isEqualTo(1.6);
    assertThat(RAILS.get("fallback.heartbeatSeconds")).isEqualTo(60);
    assertThat(RAILS.get("fallback.lastPlanHours")).isEqualTo(1);
    assertThat(RAILS.get("blast.sharePerHour")).isEqualTo(0.1);
    assertThat(RAILS.get("blast.shareOneWay")).isEqualTo(0.3);
    assertThat(RAILS.get("quiet.youngDays")).isEqualTo(60);
  }
}
