package io.kunan.app.cli.potline;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The area of the potline. */
@Command(
    name = "potline",
    description = "Calculate the state of a pot, or run a controller on the virtual potline.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      BacktestCommand.class,
      SimulateCommand.class,
      StateCommand.class,
      VerifyCommand.class
    })
public final class PotlineAreaCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a verb, for example: ./kunan potline state --help");
  }
}
