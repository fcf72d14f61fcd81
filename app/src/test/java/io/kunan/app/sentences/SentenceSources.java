package io.kunan.app.sentences;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.kunan.kernel.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.ToolProvider;

/**
 * Finds in the sources every sentence that is made for a person, as a template: what flows into
 * something marked with {@link Sentence}, with numbered holes for what is known only when it runs.
 */
final class SentenceSources {
  private final Trees trees;
  private final Templates templates;
  private final SortedMap<String, Set<String>> found = new TreeMap<>();

  private SentenceSources(Trees trees, List<CompilationUnitTree> units) {
    this.trees = trees;
    this.templates = new Templates(trees);
    for (CompilationUnitTree unit : units) {
      new Finder(unit).scan(unit, null);
    }
  }

  /** Templates with the places in the sources where each is made. */
  static SortedMap<String, Set<String>> of(List<Path> sources, String classPath) {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  problem -> {},
                  List.of("-proc:none", "-implicit:none", "-cp", classPath),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      return new SentenceSources(Trees.instance(task), units).found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isMarked(Element element) {
    return element.getAnnotation(Sentence.class) != null;
  }

  /** Walks one file and evaluates what flows into marked places. */
  private final class Finder extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;

    Finder(CompilationUnitTree unit) {
      this.unit = unit;
    }

    @Override
    public Void visitNewClass(NewClassTree call, Void none) {
      arguments(trees.getElement(getCurrentPath()), call.getArguments());
      return super.visitNewClass(call, none);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      arguments(
          trees.getElement(new TreePath(getCurrentPath(), call.getMethodSelect())),
          call.getArguments());
      return super.visitMethodInvocation(call, none);
    }

    /** The names of the constants of a marked enum. */
    @Override
    public Void visitClass(ClassTree type, Void none) {
      Element element = trees.getElement(getCurrentPath());
      if (element != null && isMarked(element)) {
        for (Element member : element.getEnclosedElements()) {
          if (member.getKind() == ElementKind.ENUM_CONSTANT) {
            note(member.getSimpleName().toString(), getCurrentPath());
          }
        }
      }
      return super.visitClass(type, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      Element element = trees.getElement(getCurrentPath());
      if (element != null && isMarked(element) && method.getBody() != null) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitReturn(ReturnTree answer, Void nothing) {
            if (answer.getExpression() != null) {
              TreePath said = new TreePath(getCurrentPath(), answer.getExpression());
              if (Templates.isText(trees.getTypeMirror(said))) {
                take(said);
              }
            }
            return null;
          }

          @Override
          public Void visitLambdaExpression(LambdaExpressionTree inner, Void nothing) {
            return null;
          }
        }.scan(new TreePath(getCurrentPath(), method.getBody()), null);
      }
      return super.visitMethod(method, none);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      Element element = trees.getElement(getCurrentPath());
      if (element != null && isMarked(element) && variable.getInitializer() != null) {
        TreePath path = new TreePath(getCurrentPath(), variable.getInitializer());
        if (Templates.isText(trees.getTypeMirror(path))) {
          take(path);
        } else {
          texts(path);
        }
      }
      return super.visitVariable(variable, none);
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void none) {
      Element element = trees.getElement(new TreePath(getCurrentPath(), assignment.getVariable()));
      if (element != null && isMarked(element)) {
        take(new TreePath(getCurrentPath(), assignment.getExpression()));
      }
      return super.visitAssignment(assignment, none);
    }

    /** Every text written in a table or list. */
    private void texts(TreePath path) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void scan(Tree tree, Void nothing) {
          if (tree instanceof ExpressionTree) {
            TreePath here = new TreePath(getCurrentPath(), tree);
            if (Templates.isText(trees.getTypeMirror(here))) {
              take(here);
              return null;
            }
          }
          return super.scan(tree, nothing);
        }
      }.scan(path, null);
    }

    private void arguments(Element called, List<? extends ExpressionTree> arguments) {
      if (!(called instanceof ExecutableElement method)) {
        return;
      }
      List<? extends VariableElement> parameters = method.getParameters();
      for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
        if (isMarked(parameters.get(i)) || isMarkedComponent(method, i)) {
          TreePath argument = new TreePath(getCurrentPath(), arguments.get(i));
          if (parameters.get(i).getSimpleName().contentEquals("where")) {
            place(argument);
          } else {
            take(argument);
          }
        }
      }
    }

    private boolean isMarkedComponent(ExecutableElement method, int i) {
      if (method.getKind() != ElementKind.CONSTRUCTOR
          || !(method.getEnclosingElement() instanceof TypeElement type)) {
        return false;
      }
      List<? extends RecordComponentElement> components = type.getRecordComponents();
      return components.size() == method.getParameters().size() && isMarked(components.get(i));
    }

    /** A place is put into words part by part; options of the command line are names. */
    private void place(TreePath expression) {
      for (String template : templates.of(expression)) {
        for (String part : template.split(", ")) {
          if (part.chars().anyMatch(Character::isLetter) && !part.startsWith("--")) {
            note(Templates.renumbered(part), expression);
          }
        }
      }
    }

    private void take(TreePath expression) {
      templates.of(expression).forEach(template -> note(template, expression));
    }

    private void note(String template, TreePath expression) {
      long at = trees.getSourcePositions().getStartPosition(unit, expression.getLeaf());
      String place =
          "%s:%d"
              .formatted(
                  Path.of(unit.getSourceFile().toUri()).getFileName(),
                  unit.getLineMap().getLineNumber(at));
      found.computeIfAbsent(template, t -> new TreeSet<>()).add(place);
    }
  }
}
