package io.kunan.engine.stream.internal.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.kunan.engine.stream.internal.Lengths;
import io.kunan.engine.stream.internal.expression.Compiler.Typed;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.Quality;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions of expressions: what they give, in which unit, and what they look back at. */
final class Functions {
  private static final UnitOf SECONDS = UnitOf.symbol("s");

  /** Lengths of which a rate has a unit; per any other length it is not checked. */
  private static final Map<Long, UnitOf> PER =
      Map.of(
          Micros.PER_SECOND,
          SECONDS,
          Micros.PER_MINUTE,
          UnitOf.symbol("min"),
          Micros.PER_HOUR,
          UnitOf.symbol("h"),
          Micros.PER_DAY,
          UnitOf.symbol("d"));

  private final Compiler compiler;
  private final List<Expressions.Input> inputs;
  private final List<Probe> probes;

  Functions(Compiler compiler, List<Expressions.Input> inputs, List<Probe> probes) {
    this.compiler = compiler;
    this.inputs = inputs;
    this.probes = probes;
  }

  /** A call of a function by its name. */
  Typed call(CelExpr part, String name, List<CelExpr> args) {
    return switch (name) {
      case "abs" -> compiler.unary(args, Math::abs);
      case "sqrt" -> {
        Typed of = compiler.compile(args.getFirst());
        yield new Typed(Nodes.unary(of.node(), Math::sqrt), of.unit().root());
      }
      case "exp" -> bare(part, args, Math::exp);
      case "log" -> bare(part, args, Math::log);
      case "pow" -> power(part, args);
      case "clamp" -> clamp(part, args);
      case "age" -> {
        int input = compiler.inputNumber(args.getFirst());
        yield new Typed(readings -> age(readings, input), SECONDS);
      }
      case "quality" -> {
        int input = compiler.inputNumber(args.getFirst());
        yield new Typed(readings -> severity(readings.quality(input)), UnitOf.NUMBER);
      }
      case "good" -> {
        int input = compiler.inputNumber(args.getFirst());
        yield Compiler.logic(readings -> Node.truth(Quality.isGood(readings.quality(input))));
      }
      case "timeIn" -> {
        Node condition = compiler.node(args, 0);
        yield new Typed(probe(() -> new HeldTime(condition)), SECONDS);
      }
      case "to" -> conversion(part, args);
      case Language.MIN, Language.MAX -> extreme(part, name, args);
      case Language.AVG, Language.DELTA, Language.RATE -> backwards(part, name, args);
      default -> throw compiler.refused(part, "“%s”".formatted(name));
    };
  }

  private Typed bare(CelExpr part, List<CelExpr> args, DoubleUnaryOperator operator) {
    Typed of = compiler.compile(args.getFirst());
    of.unit().requireBare(compiler.place(part));
    return new Typed(Nodes.unary(of.node(), operator), UnitOf.NUMBER);
  }

  private Typed power(CelExpr part, List<CelExpr> args) {
    Typed base = compiler.compile(args.get(0));
    CelExpr exponent = args.get(1);
    boolean whole =
        exponent.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && Math.rint(exponent.constant().doubleValue()) == exponent.constant().doubleValue()
            && Math.abs(exponent.constant().doubleValue()) <= 9;
    if (!whole) {
      base.unit().requireBare(compiler.place(part));
    }
    return new Typed(
        Nodes.binary(base.node(), compiler.node(args, 1), Math::pow),
        whole ? base.unit().power((int) exponent.constant().doubleValue()) : UnitOf.NUMBER);
  }

  private Typed clamp(CelExpr part, List<CelExpr> args) {
    Typed of = compiler.compile(args.get(0));
    Typed low = compiler.compile(args.get(1));
    Typed high = compiler.compile(args.get(2));
    UnitOf unit =
        of.unit().same(compiler.place(part), low.unit()).same(compiler.place(part), high.unit());
    return new Typed(
        Nodes.binary(Nodes.binary(of.node(), low.node(), Math::max), high.node(), Math::min), unit);
  }

  private Typed extreme(CelExpr part, String name, List<CelExpr> args) {
    boolean greatest = name.equals(Language.MAX);
    String length = text(args.getLast());
    if (length != null) {
      long micros = length(part, length);
      Typed of = compiler.compile(args.getFirst());
      Signal signal = signal(args.getFirst(), of);
      return new Typed(probe(() -> new RollingExtreme(signal, micros, greatest)), of.unit());
    }
    Typed result = compiler.compile(args.getFirst());
    for (CelExpr arg : args.subList(1, args.size())) {
      Typed next = compiler.compile(arg);
      result =
          new Typed(
              Nodes.binary(result.node(), next.node(), greatest ? Math::max : Math::min),
              result.unit().same(compiler.place(part), next.unit()));
    }
    return result;
  }

  private Typed backwards(CelExpr part, String name, List<CelExpr> args) {
    long micros = length(part, text(args.getLast()));
    Typed of = compiler.compile(args.getFirst());
    Signal signal = signal(args.getFirst(), of);
    return switch (name) {
      case Language.AVG -> new Typed(probe(() -> new RollingMean(signal, micros)), of.unit());
      case Language.DELTA ->
          new Typed(probe(() -> new Change(signal, micros)), of.unit().difference());
      default ->
          new Typed(
              probe(() -> new Rate(signal, micros)),
              of.unit()
                  .difference()
                  .per(compiler.place(part), PER.getOrDefault(micros, UnitOf.UNCHECKED)));
    };
  }

  private Typed conversion(CelExpr part, List<CelExpr> args) {
    Typed of = compiler.compile(args.getFirst());
    String symbol = text(args.getLast());
    if (symbol == null || PlantUnits.find(symbol).isEmpty()) {
      throw new InputException(
          compiler.place(part),
          "“%s” is no unit".formatted(symbol),
          "write to(x, 'kA') with a known unit");
    }
    return new Typed(
        Nodes.unary(of.node(), of.unit().conversion(compiler.place(part), symbol)),
        UnitOf.symbol(symbol));
  }

  private Signal signal(CelExpr part, Typed of) {
    boolean single = part.getKind() == CelExpr.ExprKind.Kind.IDENT;
    int number = single ? compiler.inputNumber(part) : Signal.EXPRESSION;
    boolean step =
        single ? inputs.get(number).step() : inputs.stream().allMatch(Expressions.Input::step);
    return new Signal(of.node(), number, step);
  }

  private Node probe(Probe probe) {
    probes.add(probe);
    return Nodes.probe(probes.size() - 1);
  }

  private long length(CelExpr part, @Nullable String text) {
    long micros = Micros.of(Lengths.read(compiler.place(part), text == null ? "" : text));
    if (micros == 0) {
      throw new InputException(compiler.place(part), "a length of nothing", "give at least 1ms");
    }
    return micros;
  }

  private static @Nullable String text(CelExpr part) {
    return part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && part.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? part.constant().stringValue()
        : null;
  }

  private static double age(Readings readings, int input) {
    long time = readings.time(input);
    return time == Readings.NEVER
        ? Double.NaN
        : (readings.now() - time) / (double) Micros.PER_SECOND;
  }

  private static double severity(short quality) {
    return Quality.isGood(quality) ? 0 : Quality.isBad(quality) ? 2 : 1;
  }
}
