package io.kunan.app;

import io.kunan.app.cli.CommandErrors;
import io.kunan.app.cli.RootCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Entry point of every command: {@code ./kunan <area> <verb> …}. */
public final class Kunan {
  private Kunan() {}

  public static void main(String[] args) {
    int code = commandLine().execute(args);
    System.exit(code);
  }

  /** The whole command line, ready to execute; output is UTF-8 whatever the machine's locale. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new RootCommand());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    CommandErrors errors = new CommandErrors();
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
    return line;
  }
}
