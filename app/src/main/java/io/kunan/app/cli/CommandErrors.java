package io.kunan.app.cli;

import io.kunan.kernel.InputException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence on stderr and the right exit code. */
public final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("kunan: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try ./%s --help".formatted(command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    switch (e) {
      case InputException bad -> {
        err.println("kunan: " + bad.getMessage());
        return ExitCode.BAD_INPUT;
      }
      case NoSolutionException none -> {
        err.println("kunan: " + none.getMessage());
        return ExitCode.NO_SOLUTION;
      }
      default -> {
        err.println("kunan: a fault of ours; please report it with these lines");
        e.printStackTrace(err);
        return ExitCode.FAULT;
      }
    }
  }
}
