package io.kunan.scenario.potline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoseEffectTest {
  private static DoseCourse pot(int number, double before, double change, double doseChange) {
    return new DoseCourse(number, before, before + change, 10, 60, 60 + doseChange);
  }

  private static List<DoseCourse> peers(int count, double before, double change) {
    List<DoseCourse> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      peers.add(pot(100 + i, before, change + (i % 2 == 0 ? 0.5 : -0.5), 0));
    }
    return peers;
  }

  @Test
  void theEffectIsTheOwnChangeLessThatOfLikePots() {
    DoseEffect effect = DoseEffect.measure(pot(1, 960, -4, 15), peers(20, 960, -1)).orElseThrow();
    assertThat(effect.peers()).isEqualTo(20);
    assertThat(effect.peersChange()).isEqualTo(-1, within(1e-9));
    assertThat(effect.effect()).isEqualTo(-3, within(1e-9));
    // half of the pots lie 0.5 °C to each side of the mean of the other 19
    assertThat(effect.low()).isEqualTo(-3 - 0.5 * 20 / 19, within(1e-9));
    assertThat(effect.high()).isEqualTo(-3 + 0.5 * 20 / 19, within(1e-9));
  }

  @Test
  void aHotPotThatComesBackByItselfIsComparedWithOtherHotPots() {
    List<DoseCourse> line = new ArrayList<>(peers(20, 968, -6));
    line.addAll(peers(200, 955, 0));
    DoseEffect effect = DoseEffect.measure(pot(1, 968, -6, 15), line).orElseThrow();
    assertThat(effect.effect()).as("not a degree of it is the advice's").isEqualTo(0, within(1e-9));
  }

  @Test
  void potsWhoseDoseMovedOrThatWereNotMeasuredAreNoPeers() {
    List<DoseCourse> line = new ArrayList<>(peers(8, 960, 1));
    line.add(pot(200, 960, -50, 12));
    line.add(pot(201, 960, -50, -6));
    line.add(new DoseCourse(202, 960, Double.NaN, 10, 60, 60));
    DoseEffect effect = DoseEffect.measure(pot(1, 960, 1, 15), line).orElseThrow();
    assertThat(effect.peers()).isEqualTo(8);
    assertThat(effect.effect()).isEqualTo(0, within(1e-9));
  }

  @Test
  void tooFewLikePotsTellNothing() {
    assertThat(DoseEffect.measure(pot(1, 960, -4, 15), peers(7, 960, 0))).isEmpty();
    DoseCourse blind = new DoseCourse(1, Double.NaN, 960, 10, 60, 75);
    assertThat(DoseEffect.measure(blind, peers(20, 960, 0))).isEmpty();
  }

  /** Where nothing was done, four of five intervals hold nothing. */
  @Test
  void theIntervalHoldsZeroAsOftenAsItSaysWhereNothingHappened() {
    Random random = new Random(11);
    int cases = 2_000;
    int held = 0;
    for (int i = 0; i < cases; i++) {
      List<DoseCourse> line = new ArrayList<>();
      for (int p = 0; p < 60; p++) {
        line.add(pot(100 + p, 955 + 5 * random.nextGaussian(), 2 * random.nextGaussian(), 0));
      }
      DoseEffect effect =
          DoseEffect.measure(pot(1, 955, 2 * random.nextGaussian(), 15), line).orElseThrow();
      held += effect.low() <= 0 && effect.high() >= 0 ? 1 : 0;
    }
    assertThat(held / (double) cases).isBetween(0.74, 0.86);
  }
}
