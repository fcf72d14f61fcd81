package io.kunan.engine.learn.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import org.junit.jupiter.api.Test;

class PersistenceRuleTest {
  private static String follow(PersistenceRule rule, String beyond) {
    PersistenceRule.Latch latch = rule.latch();
    StringBuilder alarms = new StringBuilder();
    for (int row = 0; row < beyond.length(); row++) {
      alarms.append(latch.next(beyond.charAt(row) == '1') ? '1' : '0');
    }
    return alarms.toString();
  }

  @Test
  void raisesAfterFourOfFiveAndClearsAfterFourOfFive() {
    PersistenceRule rule = new PersistenceRule(4, 5);
    assertThat(follow(rule, "0100100100")).isEqualTo("0000000000");
    assertThat(follow(rule, "0110110000")).isEqualTo("0000011110");
    assertThat(follow(rule, "11110000")).isEqualTo("00011110");
  }

  @Test
  void noneFollowsEveryRow() {
    assertThat(follow(PersistenceRule.NONE, "0110100")).isEqualTo("0110100");
  }

  @Test
  void refusesARuleThatCouldRaiseAndClearAtOnce() {
    assertThatThrownBy(() -> new PersistenceRule(2, 4)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new PersistenceRule(6, 5)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new PersistenceRule(0, 0)).isInstanceOf(InputException.class);
  }
}
