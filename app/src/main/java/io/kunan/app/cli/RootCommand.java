package io.kunan.app.cli;

import io.kunan.app.cli.audit.AuditCommand;
import io.kunan.app.cli.demo.DemoCommand;
import io.kunan.app.cli.history.HistoryCommand;
import io.kunan.app.cli.learn.LearnCommand;
import io.kunan.app.cli.micrograph.MicrographCommand;
import io.kunan.app.cli.plant.PlantCommand;
import io.kunan.app.cli.potline.PotlineAreaCommand;
import io.kunan.app.cli.schedule.ScheduleCommand;
import io.kunan.app.cli.serve.ServeCommand;
import io.kunan.app.cli.stream.StreamCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line: lists the areas. */
@Command(
    name = "kunan",
    description = "Kunan 坤安: industrial intelligence for non-ferrous metals groups.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    synopsisSubcommandLabel = "AREA",
    footerHeading = "In a checkout, ./kunan also knows:%n",
    footer = {
      "  benchmark   Measure speed and size on this machine (./kunan benchmark --help).",
      "  verify      Run a long proof (./kunan verify --help).",
      "  test        Build and test everything."
    },
    subcommands = {
      HistoryCommand.class,
      LearnCommand.class,
      ScheduleCommand.class,
      MicrographCommand.class,
      StreamCommand.class,
      PlantCommand.class,
      PotlineAreaCommand.class,
      DemoCommand.class,
      ServeCommand.class,
      AuditCommand.class
    })
public final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "Name an area, for example: ./kunan history --help");
  }
}
