package io.kunan.engine.stream.internal.expression;

import io.kunan.kernel.InputException;
import io.kunan.kernel.PlantUnits;
import java.util.function.DoubleUnaryOperator;
import javax.measure.IncommensurableException;
import javax.measure.UnconvertibleException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import org.jspecify.annotations.Nullable;

/**
 * The unit of a piece of an expression. A bare number fits any unit; a tag without unit is not
 * checked. Nothing is converted silently: two units of one dimension do not mix until somebody
 * writes {@code to(…)}.
 *
 * @param unit null for a bare number and for what is not checked
 */
record UnitOf(@Nullable Unit<?> unit, boolean isNumber) {
  static final UnitOf NUMBER = new UnitOf(null, true);
  static final UnitOf UNCHECKED = new UnitOf(null, false);

  /** The unit of a symbol as a tag has it; empty is not checked. */
  static UnitOf symbol(String symbol) {
    return symbol.isBlank() ? UNCHECKED : new UnitOf(PlantUnits.get(symbol), false);
  }

  /** The unit of a sum, a comparison, a choice: both sides must have the same. */
  UnitOf same(String where, UnitOf other) {
    if (unit == null || other.unit == null) {
      return unit != null || !isNumber ? this.or(other) : other;
    }
    if (!isSame(unit, other.unit)) {
      throw new InputException(
          where,
          "%s and %s do not mix".formatted(unit, other.unit),
          "bring one to the unit of the other, such as to(x, 'A')");
    }
    return this;
  }

  private UnitOf or(UnitOf other) {
    return unit != null ? this : other.unit != null ? other : this;
  }

  UnitOf times(String where, UnitOf other) {
    if (isNumber || other.isNumber) {
      return isNumber ? other : this;
    }
    Unit<?> left = linear(where);
    Unit<?> right = other.linear(where);
    return left == null || right == null ? UNCHECKED : new UnitOf(left.multiply(right), false);
  }

  UnitOf per(String where, UnitOf other) {
    if (other.isNumber) {
      return this;
    }
    Unit<?> left = isNumber ? PlantUnits.get("") : linear(where);
    Unit<?> right = other.linear(where);
    return left == null || right == null ? UNCHECKED : new UnitOf(left.divide(right), false);
  }

  /** The unit of a difference: of two temperatures in °C it is K. */
  UnitOf difference() {
    return unit == null || isLinear(unit) ? this : new UnitOf(unit.getSystemUnit(), false);
  }

  UnitOf root() {
    return unit == null ? this : new UnitOf(unit.root(2), false);
  }

  UnitOf power(int exponent) {
    return unit == null ? this : new UnitOf(unit.pow(exponent), false);
  }

  /** Refuses what has a dimension, for the argument of exp and log. */
  void requireBare(String where) {
    if (unit != null && !isConvertible(unit, PlantUnits.get(""))) {
      throw new InputException(
          where, "takes a number without unit, not %s".formatted(unit), "divide by a reference");
    }
  }

  /** Converts to another unit. */
  DoubleUnaryOperator conversion(String where, String symbol) {
    Unit<?> target = PlantUnits.get(symbol);
    if (unit == null) {
      throw new InputException(
          where, "the value has no unit", "give its tag a unit before converting to " + symbol);
    }
    try {
      UnitConverter converter = unit.getConverterToAny(target);
      // all units of a plant lie on a line; the converter itself refuses NaN
      double offset = converter.convert(0.0);
      double factor = converter.convert(1.0) - offset;
      return value -> factor * value + offset;
    } catch (IncommensurableException | UnconvertibleException e) {
      throw new InputException(
          where,
          "%s cannot be turned into %s".formatted(unit, symbol),
          "take a unit of the same dimension",
          e);
    }
  }

  /** Checks a result against the unit of its output. */
  void requireSame(String where, String symbol) {
    UnitOf wanted = symbol(symbol);
    if (unit == null || wanted.unit == null || isSame(unit, wanted.unit)) {
      return;
    }
    String remedy =
        isConvertible(unit, wanted.unit)
            ? "write to(…, '%s') around it".formatted(symbol)
            : "correct the expression, or the unit of the output";
    throw new InputException(
        where, "gives %s, but the output is in %s".formatted(unit, symbol), remedy);
  }

  private @Nullable Unit<?> linear(String where) {
    if (unit != null && !isLinear(unit)) {
      throw new InputException(
          where,
          "a value in %s cannot be multiplied or divided by another".formatted(unit),
          "write to(x, '%s') first".formatted(unit.getSystemUnit()));
    }
    return unit;
  }

  /** Whether nothing is added in converting it, as is for °C. */
  private static boolean isLinear(Unit<?> unit) {
    try {
      return unit.getConverterToAny(unit.getSystemUnit()).convert(0.0) == 0;
    } catch (IncommensurableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a number means the same in both; V/kA is mΩ. */
  private static boolean isSame(Unit<?> one, Unit<?> other) {
    try {
      UnitConverter converter = one.getConverterToAny(other);
      return converter.convert(0.0) == 0 && Math.abs(converter.convert(1.0) - 1) < 1e-12;
    } catch (IncommensurableException | UnconvertibleException _) {
      return false;
    }
  }

  private static boolean isConvertible(Unit<?> one, Unit<?> other) {
    try {
      one.getConverterToAny(other);
      return true;
    } catch (IncommensurableException | UnconvertibleException _) {
      return false;
    }
  }
}
