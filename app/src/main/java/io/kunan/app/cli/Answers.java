package io.kunan.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How every command answers; mix it into a command with {@code @Mixin}. With {@code --json} stdout
 * holds one JSON document and nothing else, without it a table for people. Remarks and progress
 * always go to stderr.
 */
public final class Answers {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(names = "--json", description = "Print one JSON document instead of a table.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Whether the answer is for a program. */
  public boolean isJson() {
    return json;
  }

  /** Prints the answer: the record as JSON, or the table. */
  public void print(Object answer, TextTable... tables) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JSON.writeValueAsString(answer));
    } else {
      List<String> lines = new ArrayList<>();
      for (TextTable table : tables) {
        lines.addAll(table.lines());
      }
      lines.forEach(out::println);
    }
    out.flush();
  }

  /** How far long work is, on stderr; to be closed before anything else is said there. */
  public TerminalProgress progress() {
    return new TerminalProgress(spec.commandLine().getErr());
  }

  /** A remark for people, on stderr. */
  public void remark(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }
}
