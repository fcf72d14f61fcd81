package io.kunan.engine.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.optimise.ShopProblem.Alternative;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleCheckTest {
  private static final ShopProblem SHOP =
      new ShopProblem(
          2,
          List.of(
              List.of(List.of(new Alternative(0, 3)), List.of(new Alternative(1, 2))),
              List.of(List.of(new Alternative(0, 2), new Alternative(1, 4)))));

  private static Schedule plan(int[] machine, int[] start, int[] end) {
    return new Schedule(machine, start, end);
  }

  @Test
  void letsAValidScheduleLeave() {
    assertThat(check(new int[] {0, 1, 0}, new int[] {0, 3, 3}, new int[] {3, 5, 5})).isEmpty();
    assertThat(check(new int[] {0, 1, 1}, new int[] {0, 4, 0}, new int[] {3, 6, 4})).isEmpty();
  }

  @Test
  void findsEveryKindOfFault() {
    assertThat(check(new int[] {0, 1, 0}, new int[] {0, 2, 3}, new int[] {3, 4, 5}))
        .singleElement()
        .asString()
        .contains("before the operation before it ends at 3");
    assertThat(check(new int[] {0, 1, 0}, new int[] {0, 3, 2}, new int[] {3, 5, 4}))
        .singleElement()
        .asString()
        .contains("while it is busy until 3");
    assertThat(check(new int[] {0, 1, 1}, new int[] {0, 3, 5}, new int[] {3, 5, 7}))
        .singleElement()
        .asString()
        .contains("is not among its alternatives");
    assertThat(check(new int[] {0, 1, 0}, new int[] {-1, 3, 3}, new int[] {2, 5, 5}))
        .first()
        .asString()
        .contains("before the plan");
    assertThat(check(new int[] {0}, new int[] {0}, new int[] {3})).isNotEmpty();
  }

  @Test
  void findsAFlowShopThatOvertakes() {
    var flow = new FlowShopProblem(new int[][] {{1, 4}, {2, 1}});
    assertThat(
            ScheduleCheck.violations(
                flow, plan(new int[] {0, 1, 0, 1}, new int[] {0, 4, 1, 3}, new int[] {1, 8, 3, 4})))
        .singleElement()
        .asString()
        .contains("another order");
  }

  private static List<String> check(int[] machine, int[] start, int[] end) {
    return ScheduleCheck.violations(SHOP, plan(machine, start, end));
  }
}
