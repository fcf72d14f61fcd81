package io.kunan.scenario.potline.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.loop.Hours;
import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.SetPoints;
import io.kunan.scenario.potline.core.watch.Diagnosis.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultWatchTest {
  private static final SetPoints HELD = new SetPoints(67, 3785, 0);
  private static final int UNDER = 1;
  private static final int OVER = 2;

  private final FaultWatch watch = new FaultWatch(2);
  private final List<Diagnosis> found = new ArrayList<>();
  private long minute;

  /** A minute of two pots: the second is always well. */
  private void minute(double kiloamperes, double volts, double feed, int mode) {
    minute++;
    double wobble = 1e-3 * Math.sin(minute);
    found.addAll(
        watch.minute(
            new LineMinute(
                minute * Micros.PER_MINUTE,
                kiloamperes + wobble,
                new double[] {volts, 3.9 + wobble},
                new double[] {feed, 225},
                new int[] {mode, UNDER})));
  }

  private void well(int minutes) {
    for (int i = 0; i < minutes; i++) {
      minute(500, 3.88 + 1e-3 * Math.cos(minute), 225, UNDER);
    }
  }

  private double minutesSince(long began) {
    return (double) found.getLast().micros() / Micros.PER_MINUTE - began;
  }

  @Test
  void aLineThatIsWellRaisesNothing() {
    well(3000);
    assertThat(found).isEmpty();
  }

  @Test
  void aCutOfTheCurrentIsNamedInItsFirstMinuteAndOnce() {
    well(1500);
    long began = minute;
    for (int i = 0; i < 60; i++) {
      minute(425, 3.7 + 1e-3 * i, 225, UNDER);
    }
    assertThat(found).extracting(Diagnosis::kind).containsExactly(Kind.CURRENT_CUT);
    assertThat(minutesSince(began)).isLessThanOrEqualTo(1);
  }

  @Test
  void aSilentControllerIsNamedWithinAMinuteAndAgainWhenItFallsSilentAgain() {
    well(10);
    minute(500, Double.NaN, Double.NaN, 0);
    minute(500, Double.NaN, Double.NaN, 0);
    well(5);
    minute(500, Double.NaN, Double.NaN, 0);
    assertThat(found)
        .extracting(Diagnosis::kind, Diagnosis::place)
        .containsExactly(tuple(Kind.LOST_HEARTBEAT, 0), tuple(Kind.LOST_HEARTBEAT, 0));
  }

  @Test
  void aVoltageOrCurrentThatStandsStillIsNamedWithinTwoHours() {
    well(10);
    for (int i = 0; i < 15; i++) {
      minute(500, 3.88, 225, UNDER);
    }
    assertThat(found).extracting(Diagnosis::kind).containsExactly(Kind.FROZEN_VOLTAGE);
    FaultWatch line = new FaultWatch(1);
    List<Diagnosis> still = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      still.addAll(
          line.minute(
              new LineMinute(
                  i * Micros.PER_MINUTE,
                  500,
                  new double[] {3.9 + 1e-3 * i},
                  new double[] {225},
                  new int[] {UNDER})));
    }
    assertThat(still).extracting(Diagnosis::kind).containsExactly(Kind.FROZEN_CURRENT);
  }

  @Test
  void aPotFedMoreThanItsModeAsksHasAStuckFeeder() {
    well(2000);
    long began = minute;
    for (int i = 0; i < 30; i++) {
      minute(500, 3.88 + 1e-3 * Math.cos(minute), 225 * 1.2, UNDER);
    }
    assertThat(found).extracting(Diagnosis::kind).containsExactly(Kind.STUCK_FEEDER);
    assertThat(minutesSince(began)).isLessThan(10);
  }

  @Test
  void trackingThatIsOverTooSoonAgainAndAgainTellsOfAFeederNobodyHeard() {
    well(2000);
    for (int cycle = 0; cycle < 3; cycle++) {
      for (int i = 0; i < 40; i++) {
        minute(500, 3.88 + 1e-3 * Math.cos(minute), 420, OVER);
      }
      for (int i = 0; i < 22; i++) {
        minute(500, 3.88 + 1e-3 * Math.cos(minute), 225, UNDER);
      }
    }
    minute(500, 3.881, 420, OVER);
    assertThat(found).extracting(Diagnosis::kind).containsExactly(Kind.STUCK_FEEDER);
  }

  private void sample(double celsius, double excess) {
    minute += 24 * 60;
    found.addAll(
        watch.hour(
            new LineReport(
                minute * Micros.PER_MINUTE,
                0.004,
                List.of(
                    Hours.round(HELD, celsius, excess, 0, 24.4),
                    Hours.round(HELD, 950 + minute, Double.NaN, 0, 24.4)))));
  }

  @Test
  void aSampleThatTheNextOneDoesNotBearOutWasWrong() {
    sample(956, 10.0);
    sample(957, 10.1);
    sample(955, 9.9);
    sample(956.5, 13.2);
    assertThat(found).isEmpty();
    sample(956.2, 10.2);
    assertThat(found).extracting(Diagnosis::kind).containsExactly(Kind.WRONG_SAMPLE);
  }

  @Test
  void aPotThatHasReallyMovedIsBelieved() {
    sample(956, 10);
    sample(957, 10);
    sample(955, 10);
    sample(971, 10);
    sample(970, 10);
    sample(972, 10);
    assertThat(found).isEmpty();
  }

  @Test
  void aReadingThatRepeatsToTheLastDigitIsAFrozenThermometer() {
    sample(956.27, 10);
    sample(956.27, 10.3);
    assertThat(found).extracting(Diagnosis::kind).containsExactly(Kind.FROZEN_TEMPERATURE);
  }
}
