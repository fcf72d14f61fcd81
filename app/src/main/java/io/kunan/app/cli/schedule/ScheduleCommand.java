package io.kunan.app.cli.schedule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The area of scheduling: lists its verbs. */
@Command(
    name = "schedule",
    description = "Plans orders on machines: solves, checks, explains, promises, mends.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      SolveCommand.class,
      ValidateCommand.class,
      ExplainCommand.class,
      PromiseCommand.class,
      RepairCommand.class,
      GenerateCommand.class,
      TemplateCommand.class,
      ImportCommand.class
    })
public final class ScheduleCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a verb, for example: ./kunan schedule solve --help");
  }
}
