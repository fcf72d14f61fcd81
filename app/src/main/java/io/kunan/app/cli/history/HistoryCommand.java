package io.kunan.app.cli.history;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The area of the history: what was measured, kept in a folder. */
@Command(
    name = "history",
    description = "Bring in what was measured, and ask for it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ImportCommand.class, QueryCommand.class, TagsCommand.class})
public final class HistoryCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a command, for example: ./kunan history tags --help");
  }
}
