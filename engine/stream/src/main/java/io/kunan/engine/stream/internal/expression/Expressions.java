package io.kunan.engine.stream.internal.expression;

import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The expressions of one job over its inputs. They share their readings, so that each input is kept
 * once however many expressions use it.
 */
public final class Expressions {
  /**
   * What an expression must know of an input.
   *
   * @param name as expressions write it
   * @param unit symbol, empty when not checked
   * @param step whether a value holds until the next one
   */
  public record Input(String name, String unit, boolean step) {}

  /**
   * A compiled expression.
   *
   * @param where names it in an error
   * @param node gives its value
   * @param unit of its value
   */
  public record Expression(String where, Node node, UnitOf unit) {
    /** Refuses an output in another unit. */
    public void requireUnit(String symbol) {
      unit.requireSame(where, symbol);
    }

    /** The same integrated over hours: kW becomes kWh. */
    public Expression integrated() {
      return new Expression(where, node, unit.difference().times(where, UnitOf.symbol("h")));
    }

    /** The same in another unit. */
    public Expression ofUnit(String symbol) {
      return new Expression(where, node, UnitOf.symbol(symbol));
    }
  }

  private final List<Input> inputs;
  private final Language language;
  private final List<Probe> probes = new ArrayList<>();

  public Expressions(List<Input> inputs) {
    this.inputs = List.copyOf(inputs);
    this.language = new Language(inputs.stream().map(Input::name).toList());
  }

  /**
   * Compiles an expression that gives a number.
   *
   * @param where names job and field in an error
   * @throws InputException that names the column
   */
  public Expression number(String where, String text) {
    return compile(where, text, false);
  }

  /** Compiles an expression that is true or false. */
  public Expression condition(String where, String text) {
    return compile(where, text, true);
  }

  /** What a key keeps for all expressions compiled so far. */
  public Readings newReadings() {
    return new Readings(inputs.size(), probes);
  }

  private Expression compile(String where, String text, boolean condition) {
    Language.Checked checked = language.read(where, text);
    if (checked.isCondition() != condition) {
      throw new InputException(
          where,
          "“%s” gives %s".formatted(text, condition ? "a number" : "true or false"),
          condition ? "compare it, such as x > 10" : "write a number, such as c ? 1 : 0");
    }
    Compiler.Typed typed = new Compiler(where, checked, inputs, probes).compile(checked.root());
    return new Expression(where, typed.node(), typed.unit());
  }
}
