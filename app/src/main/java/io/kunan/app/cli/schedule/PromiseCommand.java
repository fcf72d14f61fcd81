package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says when a new order can be ready. */
@Command(
    name = "promise",
    description = {
      "Says when a new order can be ready, and which orders it makes late or later.",
      "Times are minutes from the start of the plan."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PromiseCommand implements Runnable {
  @Parameters(paramLabel = "PLAN", description = "A plan of a plant, written by solve --out.")
  private String plan = "";

  @Option(
      names = "--order",
      required = true,
      paramLabel = "FILE",
      description = "JSON file with one order, written as in the plant's list of orders.")
  private String order = "";

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Time to look for the best place (default ${DEFAULT-VALUE}).")
  private double seconds = 1.2;

  @Option(names = "--out", paramLabel = "PLAN", description = "Writes the plan with the order.")
  private @Nullable Path out;

  @Mixin private Answers answers = new Answers();

  /** What {@code schedule promise} answers. */
  record Answer(
      String order,
      int end,
      int due,
      boolean onTime,
      List<Promise.Displaced> displaced,
      List<Promise.Choice> choices,
      double seconds) {}

  @Override
  public void run() {
    PlantFile.Planned planned = PlantFile.readPlan(plan);
    SolveOptions options =
        new SolveOptions(
            Engine.SEARCH, Duration.ofNanos((long) (Math.max(seconds, 0.01) * 1e9)), null, 1, 1);
    Promise promise;
    try {
      promise =
          Promise.of(
              planned.problem(),
              planned.plan(),
              PlantFile.readOrder(order, planned.problem()),
              options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    if (out != null) {
      PlantFile.writePlan(out, promise.problem(), promise.plan());
    }
    TextTable table =
        new TextTable(
            "order %s can be ready at minute %d, asked for %d: %s"
                .formatted(
                    promise.order(),
                    promise.end(),
                    promise.due(),
                    promise.onTime() ? "on time" : "late"),
            "made late or later",
            "before",
            "after",
            "due");
    promise.displaced().stream()
        .limit(20)
        .forEach(d -> table.row(d.order(), d.before(), d.after(), d.due()));
    TextTable choices = new TextTable("", "or ready at minute", "the others lose");
    promise.choices().forEach(c -> choices.row(c.end(), "%.1f".formatted(c.loss())));
    answers.print(
        new Answer(
            promise.order(),
            promise.end(),
            promise.due(),
            promise.onTime(),
            promise.displaced(),
            promise.choices(),
            promise.seconds()),
        table,
        choices);
  }
}
