package io.kunan.benchmark;

import io.kunan.kernel.Progress;
import java.io.PrintWriter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How figures are given out: one JSON document, or a name and a value a line for people. */
final class Figures {
  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Prints a record or a list of them; answers the exit code. */
  int print(Object figures) {
    return print(figures, true);
  }

  /** As {@link #print(Object)}, for a proof that holds or not. */
  int print(Object figures, boolean holds) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.builder().build().writeValueAsString(figures));
    } else if (figures instanceof List<?> rows) {
      rows.forEach(row -> out.println(table((Record) row)));
    } else {
      out.println(table((Record) figures));
    }
    out.flush();
    return holds ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** A line of standard error for each step, on a terminal or not: these runs are long. */
  Progress progress() {
    PrintWriter err = spec.commandLine().getErr();
    return (done, total, what) -> {
      err.printf("%d/%d %s%n", done, total, what);
      err.flush();
      return true;
    };
  }

  private static String table(Record figures) {
    var text = new StringBuilder();
    for (RecordComponent component : figures.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(figures);
        text.append("%-26s %s%n".formatted(component.getName(), value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return text.toString();
  }
}
