package io.kunan.app.cli.learn;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The area of learning: lists its verbs. */
@Command(
    name = "learn",
    description = "Learns from tables: forecasts and detection of abnormal operation.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {BacktestCommand.class, DetectCommand.class, VerifyCommand.class})
public final class LearnCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a verb, for example: ./kunan learn detect --help");
  }
}
