package io.kunan.engine.stream.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kunan.engine.stream.operator.Moment;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  private static final double NAN = Double.NaN;

  private final Expressions expressions =
      new Expressions(
          List.of(
              new Expressions.Input("x", "kA", false),
              new Expressions.Input("y", "V", false),
              new Expressions.Input("s", "", true),
              new Expressions.Input("t", "°C", false)));

  /** One point of one input. */
  private record One(double seconds, int input, double value, short quality) implements Moment {
    @Override
    public long time() {
      return Math.round(seconds * 1e6);
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public int input(int i) {
      return input;
    }

    @Override
    public double value(int i) {
      return value;
    }

    @Override
    public short quality(int i) {
      return quality;
    }
  }

  private double condition(String text, double x, double y) {
    Node node = expressions.condition("test", text).node();
    Readings readings = expressions.newReadings();
    readings.take(new One(0, 0, x, Quality.GOOD));
    readings.take(new One(0, 1, y, Quality.GOOD));
    return node.of(readings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x > 5 && y > 5 ; 6 ; 6 ; 1",
        "x > 5 && y > 5 ; 4 ; NaN ; 0",
        "x > 5 && y > 5 ; NaN ; 4 ; 0",
        "x > 5 && y > 5 ; 6 ; NaN ; NaN",
        "x > 5 || y > 5 ; NaN ; 6 ; 1",
        "x > 5 || y > 5 ; 4 ; NaN ; NaN",
        "x > 5 || y > 5 ; 4 ; 4 ; 0",
        "!(x > 5) ; NaN ; 0 ; NaN",
        "x != 5 ; NaN ; 0 ; NaN",
        "x == 5 ? y > 1 : y > 9 ; 5 ; 3 ; 1",
        "clamp(x, 0, 10) == 10 ; 50 ; 0 ; 1",
        "max(x, 3, 4) == 4 && min(x, 3) == 2 ; 2 ; 0 ; 1",
        "abs(-x) == 2 && pow(x, 2) == 4 && sqrt(x * x) == 2 ; 2 ; 0 ; 1",
        "to(x, 'A') == 2000 ; 2 ; 0 ; 1",
        "log(exp(2)) > 1.99 && -x < 0 ; 2 ; 0 ; 1"
      })
  void whatIsNotKnownDecidesNothing(String text, double x, double y, double expected) {
    assertThat(Double.valueOf(condition(text, x, y))).isEqualTo(Double.valueOf(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "x + y | test, line 1 column 3: kA and V do not mix",
        "(x > y) ? 1 : 0 | kA and V do not mix",
        "exp(x) | takes a number without unit",
        "t * y | a value in ℃ cannot be multiplied",
        "to(x, 'V') | kA cannot be turned into V",
        "to(x, 'bananas') | “bananas” is no unit",
        "x + | line 1 column 4: “x +”: mismatched input",
        "z + 1 | undeclared reference to 'z'",
        "x > 5 ? 'a' : 'b' | gives neither a number",
        "[x, x].size() | gives neither a number",
        "double('5') | “double” is not part of expressions",
        "x > 5 | gives true or false",
        "avg(x, '5 parrots') | is no length of time",
        "avg(x, '0s') | a length of nothing",
        "age(x + 1) | an input is wanted here"
      })
  void aFaultNamesThePlaceAndTheRemedy(String text, String message) {
    assertThatThrownBy(() -> expressions.number("test", text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x * y | kW | V·kA is kW",
        "1000 * y / x | | a tag without unit takes anything",
        "to(y / x, 'µΩ') | µΩ | ",
        "x + 3 | kA | ",
        "3 * x - 1 | kA | ",
        "t - t | K | ",
        "avg(t, '10m') | °C | ",
        "rate(y * x, '1h') * to(age(x), 'h') | kW | ",
        "timeIn(x > 3) | s | ",
        "max(x, 0) | kA | ",
        "s * x | V | a tag without unit is not checked"
      })
  void unitsFollowTheExpression(String text, String unit) {
    expressions.number("test", text).requireUnit(unit == null ? "" : unit);
  }

  private double[] follow(String text, One... points) {
    Node node = expressions.number("test", text).node();
    Readings readings = expressions.newReadings();
    double[] values = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      readings.take(points[i]);
      values[i] = node.of(readings);
    }
    return values;
  }

  private static One x(double seconds, double value) {
    return new One(seconds, 0, value, Double.isNaN(value) ? Quality.BAD : Quality.GOOD);
  }

  private static One s(double seconds, double value) {
    return new One(seconds, 2, value, Quality.GOOD);
  }

  @Test
  void aRollingMeanWeighsByTimeAndLeavesOutWhatIsNotKnown() {
    // on the line 0…10…20: over the last 10 s 5, 15; then 20 held is not assumed
    assertThat(follow("avg(x, '10s')", x(0, 0), x(10, 10), x(20, 20), x(25, 20)))
        .containsExactly(0, 5, 15, 18.75);
    // a stepping tag holds: 1 for 8 s, 5 for 2 s
    assertThat(follow("avg(s, '10s')", s(0, 1), s(8, 5), s(10, 5))).containsExactly(1, 1, 1.8);
    // nothing is known between 10 and 20
    double[] gap = follow("avg(x, '60s')", x(0, 0), x(10, 10), x(15, NAN), x(20, 40), x(30, 60));
    assertThat(gap[4]).isCloseTo((10 * 5 + 10 * 50) / 20.0, within(1e-12));
  }

  @Test
  void otherLooksBack() {
    assertThat(follow("max(x, '10s')", x(0, 9), x(5, 3), x(10, 4), x(11, 1), x(16, 2)))
        .containsExactly(9, 9, 9, 4, 4);
    assertThat(follow("min(x, '10s')", x(0, 1), x(5, 3), x(12, 4))).containsExactly(1, 1, 3);
    assertThat(follow("delta(x, '10s')", x(0, 1), x(5, 3), x(10, 6), x(15, 9)))
        .containsExactly(NAN, NAN, 5, 6);
    assertThat(follow("rate(x, '1m')", x(0, 1), x(30, 3), x(60, 2))).containsExactly(NAN, 4, -2);
    assertThat(follow("timeIn(x > 5)", x(0, 6), x(10, 7), x(20, NAN), x(30, 8), x(35, 9), x(36, 1)))
        .containsExactly(0, 10, NAN, 10, 15, 0);
    assertThat(follow("age(x)", x(0, 6), s(10, 0))).containsExactly(0, 10);
    assertThat(follow("quality(x) + (good(x) ? 10 : 0)", x(0, 6), x(1, NAN)))
        .containsExactly(10, 2);
  }
}
