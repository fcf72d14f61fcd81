package io.kunan.app.sentences;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can say: text that stands in the source, with holes for the rest. Follows
 * concatenation, formats, branches, local variables, and methods whose source is there.
 */
final class Templates {
  /** Text of which the sources do not tell what it says. */
  static final String UNSEEN = "{?}";

  /** A hole. */
  private static final char HOLE = '\u0001';

  /** A hole that is filled by a sentence which is found on its own. */
  private static final char SENTENCE = '\u0002';

  private static final Pattern FORMAT = Pattern.compile("%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?(.)");

  /** A hole for what is no text of ours: a number, a list, what a library says. */
  private static final char VALUE = '\u0003';

  private static final int DEEPEST = 8;
  private static final int MOST = 200;
  private static final Set<String> UNKNOWN = Set.of(String.valueOf(HOLE));
  private static final Set<String> SAID = Set.of(String.valueOf(SENTENCE));
  private static final Set<String> FOREIGN = Set.of(String.valueOf(VALUE));

  private final Trees trees;

  Templates(Trees trees) {
    this.trees = trees;
  }

  static boolean isText(@Nullable TypeMirror type) {
    return type != null && type.toString().replaceAll("@\\S+ ", "").equals("java.lang.String");
  }

  /** Everything an expression can say, with numbered holes as catalogues write them. */
  Set<String> of(TreePath expression) {
    return new Look(Map.of(), 0)
        .of(expression).stream().map(Templates::numbered).collect(Collectors.toSet());
  }

  /** A part of a template, its holes numbered from 1 again. */
  static String renumbered(String part) {
    return numbered(
        part.replaceAll("\\{\\d+}", String.valueOf(HOLE))
            .replaceAll("<\\d+>", String.valueOf(SENTENCE)));
  }

  private static String numbered(String template) {
    if (template.equals(String.valueOf(HOLE))) {
      return UNSEEN;
    }
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (char letter : template.toCharArray()) {
      switch (letter) {
        case HOLE, VALUE -> text.append('{').append(++number).append('}');
        case SENTENCE -> text.append('<').append(++number).append('>');
        default -> text.append(letter);
      }
    }
    return text.toString();
  }

  /** One look into an expression, with what the parameters of the method around it say. */
  private final class Look {
    private final Map<Element, Set<String>> bound;
    private final int depth;

    Look(Map<Element, Set<String>> bound, int depth) {
      this.bound = bound;
      this.depth = depth;
    }

    Set<String> of(TreePath path) {
      Set<String> said =
          switch (path.getLeaf()) {
            case LiteralTree literal -> literal(literal);
            case ParenthesizedTree inner -> of(new TreePath(path, inner.getExpression()));
            case BinaryTree sum
                when sum.getKind() == Tree.Kind.PLUS && isText(trees.getTypeMirror(path)) ->
                joined(
                    List.of(
                        of(new TreePath(path, sum.getLeftOperand())),
                        of(new TreePath(path, sum.getRightOperand()))));
            case ConditionalExpressionTree choice ->
                union(
                    of(new TreePath(path, choice.getTrueExpression())),
                    of(new TreePath(path, choice.getFalseExpression())));
            case SwitchExpressionTree choice -> branches(new TreePath(path, choice), choice);
            case MethodInvocationTree call -> call(path, call);
            default -> named(path);
          };
      return said.size() > MOST ? UNKNOWN : said;
    }

    private Set<String> literal(LiteralTree literal) {
      return literal.getValue() instanceof String || literal.getValue() instanceof Character
          ? Set.of(literal.getValue().toString())
          : literal.getValue() == null ? Set.of() : FOREIGN;
    }

    private Set<String> branches(TreePath path, SwitchExpressionTree choice) {
      Set<String> said = new LinkedHashSet<>();
      for (CaseTree one : choice.getCases()) {
        TreePath at = new TreePath(path, one);
        if (one.getBody() instanceof ExpressionTree value) {
          said.addAll(of(new TreePath(at, value)));
        } else {
          said.addAll(answers(at));
        }
      }
      return said;
    }

    /** What the returns or yields below a place say. */
    private Set<String> answers(TreePath path) {
      Set<String> said = new LinkedHashSet<>();
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitReturn(ReturnTree answer, Void none) {
          if (answer.getExpression() != null) {
            said.addAll(of(new TreePath(getCurrentPath(), answer.getExpression())));
          }
          return null;
        }

        @Override
        public Void visitYield(YieldTree answer, Void none) {
          said.addAll(of(new TreePath(getCurrentPath(), answer.getValue())));
          return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree inner, Void none) {
          return null;
        }
      }.scan(path, null);
      return said;
    }

    private Set<String> call(TreePath path, MethodInvocationTree call) {
      TreePath select = new TreePath(path, call.getMethodSelect());
      Element called = trees.getElement(select);
      TreePath receiver =
          call.getMethodSelect() instanceof MemberSelectTree member
              ? new TreePath(select, member.getExpression())
              : null;
      if ((called != null && SentenceSources.isMarked(called))
          || isMarkedType(trees.getTypeMirror(path))
          || isOurMessage(call, receiver)) {
        return SAID;
      }
      List<TreePath> arguments = new ArrayList<>();
      call.getArguments().forEach(one -> arguments.add(new TreePath(path, one)));
      String name = called == null ? "" : called.getSimpleName().toString();
      return receiver == null
          ? plain(called, name, arguments)
          : onReceiver(called, "%s.%s".formatted(owner(called), name), receiver, arguments);
    }

    /** The message of an exception that is made of sentences. */
    private boolean isOurMessage(MethodInvocationTree call, @Nullable TreePath receiver) {
      return receiver != null
          && call.getMethodSelect().toString().endsWith(".getMessage")
          && String.valueOf(trees.getTypeMirror(receiver)).contains("io.kunan.");
    }

    private static String owner(@Nullable Element called) {
      Element owner = called == null ? null : called.getEnclosingElement();
      return owner == null ? "" : owner.getSimpleName().toString();
    }

    private Set<String> plain(@Nullable Element called, String name, List<TreePath> arguments) {
      return name.equals("requireNonNullElse")
          ? union(of(arguments.get(0)), of(arguments.get(1)))
          : inside(called, arguments);
    }

    private Set<String> onReceiver(
        @Nullable Element called, String name, TreePath receiver, List<TreePath> arguments) {
      return switch (name) {
        case "String.formatted" -> formatted(receiver, arguments);
        case "String.format" ->
            isText(trees.getTypeMirror(arguments.getFirst()))
                ? formatted(arguments.get(0), arguments.subList(1, arguments.size()))
                : formatted(arguments.get(1), arguments.subList(2, arguments.size()));
        case "String.strip",
            "String.toString",
            "String.replace",
            "String.lines",
            "Stream.filter",
            "Stream.findFirst",
            "Optional.filter" ->
            of(receiver);
        case "String.valueOf" -> of(arguments.getFirst());
        case "String.join", "Throwable.getMessage", "JacksonException.getOriginalMessage" ->
            FOREIGN;
        case "Objects.requireNonNull" -> of(arguments.getFirst());
        case "Objects.requireNonNullElse" -> union(of(arguments.get(0)), of(arguments.get(1)));
        case "Optional.orElse" -> union(of(receiver), of(arguments.getFirst()));
        case "Optional.orElseGet" -> union(of(receiver), lambda(arguments.getFirst()));
        case "Optional.map", "Stream.map" -> lambda(arguments.getFirst());
        case "Map.get", "List.getFirst" -> isMarked(receiver) ? SAID : UNKNOWN;
        default -> name.endsWith(".toString") ? FOREIGN : inside(called, arguments);
      };
    }

    private static boolean isMarkedType(@Nullable TypeMirror type) {
      return type instanceof DeclaredType declared
          && SentenceSources.isMarked(declared.asElement());
    }

    private Set<String> lambda(TreePath path) {
      if (isMarked(path)) {
        return SAID;
      }
      if (!(path.getLeaf() instanceof LambdaExpressionTree lambda)) {
        return UNKNOWN;
      }
      TreePath body = new TreePath(path, lambda.getBody());
      return lambda.getBody() instanceof ExpressionTree ? of(body) : answers(body);
    }

    private boolean isMarked(TreePath path) {
      Element element = trees.getElement(path);
      return element != null && SentenceSources.isMarked(element);
    }

    /** What a method whose source is there says when it is called like this. */
    private Set<String> inside(@Nullable Element called, List<TreePath> arguments) {
      if (!(called instanceof ExecutableElement method)
          || depth >= DEEPEST
          || !isText(method.getReturnType())
          || !(trees.getTree(method) instanceof MethodTree source)
          || source.getBody() == null) {
        return UNKNOWN;
      }
      Map<Element, Set<String>> values = new HashMap<>();
      List<? extends VariableElement> parameters = method.getParameters();
      for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
        if (isText(parameters.get(i).asType())) {
          values.put(parameters.get(i), of(arguments.get(i)));
        }
      }
      return new Look(values, depth + 1)
          .answers(new TreePath(trees.getPath(method), source.getBody()));
    }

    private Set<String> formatted(TreePath format, List<TreePath> arguments) {
      Set<String> said = new LinkedHashSet<>();
      for (String pattern : of(format)) {
        List<Set<String>> pieces = new ArrayList<>();
        Matcher matcher = FORMAT.matcher(pattern);
        int end = 0;
        int next = 0;
        while (matcher.find()) {
          pieces.add(Set.of(pattern.substring(end, matcher.start())));
          end = matcher.end();
          switch (matcher.group(3)) {
            case "%" -> pieces.add(Set.of("%"));
            case "n" -> pieces.add(Set.of("\n"));
            default -> {
              pieces.add(next < arguments.size() ? of(arguments.get(next)) : UNKNOWN);
              next++;
            }
          }
        }
        pieces.add(Set.of(pattern.substring(end)));
        said.addAll(joined(pieces));
      }
      return said;
    }

    /** A constant, a parameter, a local variable or a field. */
    private Set<String> named(TreePath path) {
      Element element = trees.getElement(path);
      if (isMarkedType(trees.getTypeMirror(path))) {
        return SAID;
      }
      if (element == null || !isText(trees.getTypeMirror(path))) {
        return FOREIGN;
      }
      if (SentenceSources.isMarked(element)) {
        return SAID;
      }
      if (bound.containsKey(element)) {
        return bound.get(element);
      }
      if (element instanceof VariableElement variable
          && variable.getConstantValue() instanceof String constant) {
        return Set.of(constant);
      }
      return element.getKind() == ElementKind.LOCAL_VARIABLE && depth < DEEPEST
          ? assigned(path, element)
          : UNKNOWN;
    }

    /** All that is ever assigned to a local variable. */
    private Set<String> assigned(TreePath path, Element variable) {
      TreePath method = path;
      while (method != null && !(method.getLeaf() instanceof MethodTree)) {
        method = method.getParentPath();
      }
      if (method == null) {
        return UNKNOWN;
      }
      Look deeper = new Look(bound, depth + 1);
      Set<String> said = new LinkedHashSet<>();
      new TreePathScanner<Void, Void>() {
        @Override
        public Void visitVariable(VariableTree one, Void none) {
          if (variable.equals(trees.getElement(getCurrentPath()))) {
            said.addAll(
                one.getInitializer() == null
                    ? Set.of()
                    : deeper.of(new TreePath(getCurrentPath(), one.getInitializer())));
          }
          return super.visitVariable(one, none);
        }

        @Override
        public Void visitAssignment(AssignmentTree one, Void none) {
          if (variable.equals(
              trees.getElement(new TreePath(getCurrentPath(), one.getVariable())))) {
            said.addAll(deeper.of(new TreePath(getCurrentPath(), one.getExpression())));
          }
          return super.visitAssignment(one, none);
        }
      }.scan(method, null);
      return said.isEmpty() ? UNKNOWN : said;
    }
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Set<String> joined(List<Set<String>> pieces) {
    Set<String> said = Set.of("");
    for (Set<String> piece : pieces) {
      Set<String> longer = new LinkedHashSet<>();
      for (String start : said) {
        for (String end : piece) {
          longer.add(start + end);
        }
      }
      said = longer;
      if (said.size() > MOST) {
        return UNKNOWN;
      }
    }
    return said;
  }
}
