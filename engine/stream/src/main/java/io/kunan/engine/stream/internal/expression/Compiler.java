package io.kunan.engine.stream.internal.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Turns a checked expression into nodes and works out its unit; functions apart. */
final class Compiler {
  /** A node with the unit of its value. */
  record Typed(Node node, UnitOf unit) {}

  private final String where;
  private final Language.Checked checked;
  private final List<Expressions.Input> inputs;
  private final Functions functions;

  Compiler(
      String where, Language.Checked checked, List<Expressions.Input> inputs, List<Probe> probes) {
    this.where = where;
    this.checked = checked;
    this.inputs = inputs;
    this.functions = new Functions(this, inputs, probes);
  }

  Typed compile(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT -> constant(part);
      case IDENT -> input(inputNumber(part));
      case CALL -> call(part, part.call().args());
      case NOT_SET, SELECT, LIST, STRUCT, MAP, COMPREHENSION -> throw refused(part, "this form");
    };
  }

  private Typed constant(CelExpr part) {
    CelConstant constant = part.constant();
    return switch (constant.getKind()) {
      case DOUBLE_VALUE -> new Typed(Nodes.constant(constant.doubleValue()), UnitOf.NUMBER);
      case BOOLEAN_VALUE ->
          new Typed(Nodes.constant(Node.truth(constant.booleanValue())), UnitOf.NUMBER);
      default -> throw refused(part, "a constant of this kind");
    };
  }

  private Typed input(int number) {
    return new Typed(Nodes.input(number), UnitOf.symbol(inputs.get(number).unit()));
  }

  private Typed call(CelExpr part, List<CelExpr> args) {
    String function = part.call().function();
    return switch (function) {
      case "_&&_" -> logic(Nodes.and(node(args, 0), node(args, 1)));
      case "_||_" -> logic(Nodes.or(node(args, 0), node(args, 1)));
      case "!_" -> logic(Nodes.not(node(args, 0)));
      case "_>_" -> comparison(part, args, (a, b) -> a > b);
      case "_>=_" -> comparison(part, args, (a, b) -> a >= b);
      case "_<_" -> comparison(part, args, (a, b) -> a < b);
      case "_<=_" -> comparison(part, args, (a, b) -> a <= b);
      case "_==_" -> comparison(part, args, (a, b) -> a == b);
      case "_!=_" -> comparison(part, args, (a, b) -> a != b);
      case "_+_", "_-_", "_*_", "_/_" -> arithmetic(part, function, args);
      case "-_" -> unary(args, a -> -a);
      case "_?_:_" -> choice(part, args);
      default -> functions.call(part, function, args);
    };
  }

  private Typed comparison(CelExpr part, List<CelExpr> args, Nodes.Comparison comparison) {
    Typed left = compile(args.get(0));
    Typed right = compile(args.get(1));
    left.unit.same(place(part), right.unit);
    return logic(Nodes.comparison(left.node, right.node, comparison));
  }

  private Typed arithmetic(CelExpr part, String operator, List<CelExpr> args) {
    Typed left = compile(args.get(0));
    Typed right = compile(args.get(1));
    String place = place(part);
    return switch (operator) {
      case "_+_" ->
          new Typed(
              Nodes.binary(left.node, right.node, (a, b) -> a + b),
              left.unit.same(place, right.unit));
      case "_-_" -> {
        UnitOf unit = left.unit.same(place, right.unit);
        boolean twoTags = !left.unit.isNumber() && !right.unit.isNumber();
        yield new Typed(
            Nodes.binary(left.node, right.node, (a, b) -> a - b),
            twoTags ? unit.difference() : unit);
      }
      case "_*_" ->
          new Typed(
              Nodes.binary(left.node, right.node, (a, b) -> a * b),
              left.unit.times(place, right.unit));
      default ->
          new Typed(
              Nodes.binary(left.node, right.node, (a, b) -> a / b),
              left.unit.per(place, right.unit));
    };
  }

  private Typed choice(CelExpr part, List<CelExpr> args) {
    Typed whenTrue = compile(args.get(1));
    Typed whenFalse = compile(args.get(2));
    return new Typed(
        Nodes.choice(node(args, 0), whenTrue.node, whenFalse.node),
        whenTrue.unit.same(place(part), whenFalse.unit));
  }

  Typed unary(List<CelExpr> args, DoubleUnaryOperator operator) {
    Typed of = compile(args.getFirst());
    return new Typed(Nodes.unary(of.node, operator), of.unit);
  }

  Node node(List<CelExpr> args, int i) {
    return compile(args.get(i)).node;
  }

  /** A condition has no unit. */
  static Typed logic(Node node) {
    return new Typed(node, UnitOf.NUMBER);
  }

  /** The input that stands here; refuses anything else. */
  int inputNumber(CelExpr part) {
    if (part.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      for (int i = 0; i < inputs.size(); i++) {
        if (inputs.get(i).name().equals(part.ident().name())) {
          return i;
        }
      }
    }
    throw new InputException(
        place(part), "an input is wanted here", "name one of the inputs of the job");
  }

  /** Where a part stands, for an error. */
  String place(CelExpr part) {
    return checked.place(where, part);
  }

  InputException refused(CelExpr part, @Sentence String what) {
    return new InputException(
        place(part),
        "%s is not part of expressions".formatted(what),
        "use numbers, inputs and the functions of docs/streams.md");
  }
}
