package io.kunan.app.cli.plant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The area of virtual plants. */
@Command(
    name = "plant",
    description = "Run a virtual plant at many times real time.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "PLANT",
    subcommands = {PotlineCommand.class})
public final class PlantCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a plant, for example: ./kunan plant potline --help");
  }
}
