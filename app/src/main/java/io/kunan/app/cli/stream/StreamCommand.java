package io.kunan.app.cli.stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The area of the streams: calculated tags, windows, rules and event frames. */
@Command(
    name = "stream",
    description = "Work out calculated tags, rules and event frames over a history.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RunCommand.class, TestCommand.class})
public final class StreamCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a command, for example: ./kunan stream test --help");
  }
}
