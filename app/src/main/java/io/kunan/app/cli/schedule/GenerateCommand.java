package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantGenerator;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a virtual plate and strip plant with open orders. */
@Command(
    name = "generate",
    description = "Writes a virtual plate and strip plant with open orders, the same for a seed.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class GenerateCommand implements Runnable {
  @Option(
      names = "--orders",
      paramLabel = "N",
      description = "Open orders (default ${DEFAULT-VALUE}).")
  private int orders = 700;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "Days they are for (default ${DEFAULT-VALUE}).")
  private int days = 20;

  @Option(names = "--seed", paramLabel = "K", description = "Default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The JSON file.")
  private Path out = Path.of("plant.json");

  @Mixin private Answers answers = new Answers();

  /** What {@code schedule generate} answers. */
  record Answer(String file, int orders, int operations, int resources) {}

  @Override
  public void run() {
    PlantProblem plant = PlantGenerator.generate(orders, days, seed);
    PlantFile.write(out, plant);
    Answer answer =
        new Answer(
            out.toString(), plant.orders().size(), plant.operations(), plant.resources().size());
    answers.print(
        answer,
        new TextTable("", "", "")
            .row("file", answer.file())
            .row("orders", answer.orders())
            .row("operations", answer.operations())
            .row("resources", answer.resources()));
  }
}
