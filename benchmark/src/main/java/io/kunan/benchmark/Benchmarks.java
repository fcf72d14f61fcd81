package io.kunan.benchmark;

import io.kunan.kernel.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a benchmark or a long proof by name. With {@code --json} the answer is one JSON document on
 * standard output; progress goes to standard error. Exit 0 when it ran and, for a proof, holds; 1
 * when a proof does not hold; 2 for wrong usage; 3 for data that are not there or cannot be used.
 */
@Command(
    name = "kunan",
    description = "Measures again every figure that is quoted, and holds the long proofs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {BenchmarkCommand.class, VerifyCommand.class})
public final class Benchmarks implements Runnable {
  private static final int BAD_INPUT = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** All benchmarks and proofs, ready to execute; output is UTF-8 whatever the machine's locale. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Benchmarks());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(Benchmarks::wrongUsage);
    line.setExecutionExceptionHandler(Benchmarks::fault);
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to measure, for example: ./kunan benchmark history");
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("kunan: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try ./%s --help".formatted(command.getCommandSpec().qualifiedName()));
    return CommandLine.ExitCode.USAGE;
  }

  private static int fault(Exception e, CommandLine command, ParseResult parsed) throws Exception {
    if (e instanceof InputException bad) {
      command.getErr().println("kunan: " + bad.getMessage());
      return BAD_INPUT;
    }
    throw e;
  }
}
