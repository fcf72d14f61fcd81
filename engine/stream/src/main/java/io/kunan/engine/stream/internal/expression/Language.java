package io.kunan.engine.stream.internal.expression;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions and checks their types. There are no loops: every expression ends. */
final class Language {
  static final String AVG = "avg";
  static final String DELTA = "delta";
  static final String RATE = "rate";
  static final String MIN = "min";
  static final String MAX = "max";

  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 60;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .build();

  private static final String HELP =
      "write it with inputs, numbers, + - * /, < <= > >= == !=, && || !, a ? b : c and abs sqrt pow"
          + " exp log min max clamp avg delta rate timeIn age quality good to";

  private static final List<CelFunctionDecl> FUNCTIONS =
      List.of(
          numeric("abs", 1),
          numeric("sqrt", 1),
          numeric("exp", 1),
          numeric("log", 1),
          numeric("pow", 2),
          numeric("clamp", 3),
          numeric("age", 1),
          numeric("quality", 1),
          newFunctionDeclaration(MIN, extreme(MIN)),
          newFunctionDeclaration(MAX, extreme(MAX)),
          backwards(AVG),
          backwards(DELTA),
          backwards(RATE),
          backwards("to"),
          newFunctionDeclaration("good", newGlobalOverload("good_value", BOOL, DOUBLE)),
          newFunctionDeclaration("timeIn", newGlobalOverload("time_in", DOUBLE, BOOL)));

  /** A checked expression and where its parts stand. */
  record Checked(CelExpr root, CelSource source, boolean isCondition) {
    /** Where a part stands, for an error. */
    String place(String where, CelExpr part) {
      Integer offset = source.getPositionsMap().get(part.id());
      Optional<CelSourceLocation> location =
          offset == null ? Optional.empty() : source.getOffsetLocation(offset);
      return location.map(at -> Language.place(where, at)).orElse(where);
    }
  }

  private final CelCompiler compiler;

  Language(List<String> inputs) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .addFunctionDeclarations(FUNCTIONS);
    inputs.forEach(input -> builder.addVar(input, DOUBLE));
    compiler = builder.build();
  }

  Checked read(String where, String text) {
    try {
      CelAbstractSyntaxTree parsed = compiler.parse(text).getAst();
      CelValidationResult checked =
          compiler.check(
              CelAbstractSyntaxTree.newParsedAst(decimals(parsed.getExpr()), parsed.getSource()));
      CelAbstractSyntaxTree tree = checked.getAst();
      CelType type = tree.getResultType();
      if (!type.equals(DOUBLE) && !type.equals(BOOL)) {
        throw new InputException(where, "gives neither a number nor true or false", HELP);
      }
      return new Checked(tree.getExpr(), tree.getSource(), type.equals(BOOL));
    } catch (CelValidationException e) {
      CelIssue issue = e.getErrors().getFirst();
      throw new InputException(
          place(where, issue.getSourceLocation()),
          "“%s”: %s".formatted(text, issue.getMessage()),
          HELP,
          e);
    }
  }

  private static String place(String where, CelSourceLocation at) {
    return "%s, line %d column %d".formatted(where, at.getLine(), at.getColumn() + 1);
  }

  /** People write 955 where the language wants 955.0. */
  private static CelExpr decimals(CelExpr part) {
    return switch (part.getKind()) {
      case CONSTANT ->
          part.constant().getKind() == CelConstant.Kind.INT64_VALUE
              ? CelExpr.ofConstant(
                  part.id(), CelConstant.ofValue((double) part.constant().int64Value()))
              : part;
      case CALL -> {
        CelExpr.CelCall.Builder call = part.call().toBuilder().clearArgs();
        List<CelExpr> arguments = new ArrayList<>();
        part.call().args().forEach(argument -> arguments.add(decimals(argument)));
        yield part.toBuilder().setCall(call.addArgs(arguments).build()).build();
      }
      default -> part;
    };
  }

  private static CelFunctionDecl numeric(String name, int arguments) {
    CelType[] types = new CelType[arguments];
    java.util.Arrays.fill(types, DOUBLE);
    return newFunctionDeclaration(name, newGlobalOverload(name + "_number", DOUBLE, types));
  }

  /** Of two or three numbers now, or of one over a length of time. */
  private static List<CelOverloadDecl> extreme(String name) {
    return List.of(
        newGlobalOverload(name + "_2", DOUBLE, DOUBLE, DOUBLE),
        newGlobalOverload(name + "_3", DOUBLE, DOUBLE, DOUBLE, DOUBLE),
        newGlobalOverload(name + "_over", DOUBLE, DOUBLE, STRING));
  }

  private static CelFunctionDecl backwards(String name) {
    return newFunctionDeclaration(name, newGlobalOverload(name + "_over", DOUBLE, DOUBLE, STRING));
  }
}
