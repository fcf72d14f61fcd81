package io.kunan.app.cli;

import io.kunan.kernel.InputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
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
        Optional<InputException> disk = DiskTrouble.in(e, paths(parsed));
        if (disk.isPresent()) {
          err.println("kunan: " + disk.get().getMessage());
          return ExitCode.BAD_INPUT;
        }
        err.println("kunan: a fault of ours; please report it with these lines");
        e.printStackTrace(err);
        return ExitCode.FAULT;
      }
    }
  }

  /** The files and folders a person named, those of a subcommand included. */
  private static List<Path> paths(ParseResult parsed) {
    List<Path> paths = new ArrayList<>();
    for (ParseResult part = parsed; part != null; part = part.subcommand()) {
      for (ArgSpec named : part.matchedArgs()) {
        Object value = named.getValue();
        for (Object one : value instanceof Collection<?> several ? several : List.of(value)) {
          if (one instanceof Path path) {
            paths.add(path);
          }
        }
      }
    }
    return paths;
  }
}
