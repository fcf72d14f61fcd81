package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.plant.PlantSheets;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes tables to fill in. */
@Command(
    name = "template",
    description = "Writes the tables that schedule import reads, with a few lines as examples.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TemplateCommand implements Runnable {
  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where to.")
  private Path out = Path.of("tables");

  @Option(names = "--chinese", description = "With Chinese headers.")
  private boolean chinese;

  @Mixin private Answers answers = new Answers();

  /** What {@code schedule template} answers. */
  record Answer(List<String> files) {}

  @Override
  public void run() {
    List<String> files = new ArrayList<>();
    TextTable table = new TextTable("", "written");
    try {
      Files.createDirectories(out);
      for (Kind kind : Kind.values()) {
        Path file = out.resolve(kind.id() + ".csv");
        Files.writeString(file, PlantSheets.template(kind, chinese));
        files.add(file.toString());
        table.row(file);
      }
    } catch (IOException e) {
      throw new InputException(out.toString(), "it cannot be written", "name another folder", e);
    }
    answers.print(new Answer(files), table);
  }
}
