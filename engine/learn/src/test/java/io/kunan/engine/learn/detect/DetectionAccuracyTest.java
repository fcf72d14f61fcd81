package io.kunan.engine.learn.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DetectionAccuracyTest {
  @Test
  void figuresOfAKnownCase() {
    DetectionAccuracy accuracy = new DetectionAccuracy(60, 20, 10, 110);
    assertThat(accuracy.precision()).isCloseTo(60.0 / 70, within(1e-12));
    assertThat(accuracy.recall()).isEqualTo(0.75);
    assertThat(accuracy.f1()).isCloseTo(0.8, within(1e-12));
    assertThat(accuracy.falseAlarmRate()).isCloseTo(100.0 / 12, within(1e-12));
    assertThat(accuracy.missedAlarmRate()).isEqualTo(25);
    assertThat(accuracy.alarmRate()).isEqualTo(35);
  }

  @Test
  void figuresWithoutMeaningAreNaN() {
    assertThat(DetectionAccuracy.NONE.f1()).isNaN();
    assertThat(DetectionAccuracy.NONE.count(false, false).recall()).isNaN();
    assertThat(DetectionAccuracy.NONE.count(false, false).falseAlarmRate()).isZero();
  }

  @Property
  void pooledRowsAreTheRowsOfBothAndF1LiesBetweenPrecisionAndRecall(
      @ForAll @IntRange(min = 1, max = 1000) int caught,
      @ForAll @IntRange(max = 1000) int missed,
      @ForAll @IntRange(max = 1000) int falseAlarms,
      @ForAll @IntRange(max = 1000) int quiet) {
    DetectionAccuracy one = new DetectionAccuracy(caught, missed, falseAlarms, quiet);
    assertThat(one.plus(one).rows()).isEqualTo(2L * one.rows());
    assertThat(one.plus(one).f1()).isCloseTo(one.f1(), within(1e-12));
    assertThat(one.f1())
        .isBetween(
            Math.min(one.precision(), one.recall()) - 1e-12,
            Math.max(one.precision(), one.recall()) + 1e-12);
  }
}
