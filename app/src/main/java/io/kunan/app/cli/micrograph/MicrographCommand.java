package io.kunan.app.cli.micrograph;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The area of micrographs: lists its verbs. */
@Command(
    name = "micrograph",
    description = "Segments and measures micrographs by recipes learned from labelled fields.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      TrainCommand.class,
      EvaluateCommand.class,
      AnalyseCommand.class,
      SynthesiseCommand.class
    })
public final class MicrographCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a verb, for example: ./kunan micrograph train --help");
  }
}
