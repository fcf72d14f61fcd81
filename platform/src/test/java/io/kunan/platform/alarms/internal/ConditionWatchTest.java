package io.kunan.platform.alarms.internal;

import static io.kunan.platform.alarms.internal.ConditionWatch.Change.CLEARED;
import static io.kunan.platform.alarms.internal.ConditionWatch.Change.NONE;
import static io.kunan.platform.alarms.internal.ConditionWatch.Change.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.internal.ConditionWatch.Change;
import org.junit.jupiter.api.Test;

class ConditionWatchTest {
  private static final long S = Micros.PER_SECOND;

  private static ConditionWatch watch(
      AlarmKind kind, double limit, double deadband, long delaySeconds) {
    return new ConditionWatch(new Condition(kind, limit, deadband, delaySeconds * S), false, 0);
  }

  private static Change good(ConditionWatch watch, long second, double value) {
    return watch.onPoint(second * S, value, Quality.GOOD);
  }

  @Test
  void raisesAfterTheDelayAndClearsOnlyBehindTheDeadBand() {
    ConditionWatch watch = watch(AlarmKind.LIMIT_HIGH, 4.5, 0.1, 10);
    assertThat(good(watch, 1, 4.6)).isEqualTo(NONE);
    assertThat(good(watch, 10, 4.7)).isEqualTo(NONE);
    assertThat(good(watch, 11, 4.7)).isEqualTo(RAISED);
    assertThat(good(watch, 12, 4.45)).isEqualTo(NONE);
    assertThat(good(watch, 13, 4.4)).isEqualTo(CLEARED);
  }

  @Test
  void aValueThatComesBackStartsTheDelayAnew() {
    ConditionWatch watch = watch(AlarmKind.LIMIT_LOW, 3.6, 0, 10);
    assertThat(good(watch, 1, 3.5)).isEqualTo(NONE);
    assertThat(good(watch, 6, 3.7)).isEqualTo(NONE);
    assertThat(good(watch, 12, 3.5)).isEqualTo(NONE);
    assertThat(good(watch, 22, 3.5)).isEqualTo(RAISED);
  }

  @Test
  void silenceDoesNotConfirmALimit() {
    ConditionWatch watch = watch(AlarmKind.LIMIT_HIGH, 4.5, 0, 10);
    good(watch, 1, 4.6);
    assertThat(watch.onTick(100 * S)).isEqualTo(NONE);
    assertThat(watch.isActive()).isFalse();
  }

  @Test
  void badAndLatePointsChangeNothing() {
    ConditionWatch watch = watch(AlarmKind.LIMIT_HIGH, 4.5, 0, 0);
    assertThat(watch.onPoint(S, 9, Quality.BAD)).isEqualTo(NONE);
    assertThat(good(watch, 5, 4.0)).isEqualTo(NONE);
    assertThat(good(watch, 4, 9)).isEqualTo(NONE);
    assertThat(good(watch, 6, 9)).isEqualTo(RAISED);
  }

  @Test
  void aRateIsPerMinuteInBothDirections() {
    ConditionWatch watch = watch(AlarmKind.RATE, 30, 0, 0);
    assertThat(good(watch, 60, 100)).isEqualTo(NONE);
    assertThat(good(watch, 120, 80)).isEqualTo(NONE);
    assertThat(good(watch, 180, 40)).isEqualTo(RAISED);
    assertThat(watch.figure()).isEqualTo(40);
  }

  @Test
  void aSourceThatFallsSilentIsStaleUntilItSpeaksAgain() {
    ConditionWatch watch = watch(AlarmKind.STALE, 30, 0, 0);
    good(watch, 1, 4.0);
    assertThat(watch.onTick(31 * S)).isEqualTo(NONE);
    assertThat(watch.onTick(32 * S)).isEqualTo(RAISED);
    assertThat(watch.onPoint(33 * S, 4.0, Quality.BAD_NO_COMMUNICATION)).isEqualTo(NONE);
    assertThat(good(watch, 40, 4.0)).isEqualTo(CLEARED);
  }

  @Test
  void goesOnWhenTheRulesAreTakenUpAnewAndForgetsNothingWhenALimitChanges() {
    ConditionWatch watch = watch(AlarmKind.STALE, 30, 0, 0);
    good(watch, 1, 4.0);
    assertThat(watch.under(new Condition(AlarmKind.STALE, 30, 0, 0), false)).isSameAs(watch);
    ConditionWatch stricter = watch.under(new Condition(AlarmKind.STALE, 20, 0, 0), false);
    assertThat(stricter.onTick(21 * S)).isEqualTo(NONE);
    assertThat(stricter.onTick(22 * S)).isEqualTo(RAISED);
  }
}
