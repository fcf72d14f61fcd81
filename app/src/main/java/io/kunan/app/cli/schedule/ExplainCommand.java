package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.plant.Lateness;
import io.kunan.engine.optimise.plant.PlantFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why an order ends when it ends. */
@Command(
    name = "explain",
    description = {
      "Says why an order of a plan ends when it ends: walks back along what each operation waited"
          + " for, and tries what could be done.",
      "Times are minutes from the start of the plan."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ExplainCommand implements Runnable {
  @Parameters(paramLabel = "PLAN", description = "A plan of a plant, written by solve --out.")
  private String plan = "";

  @Option(names = "--order", required = true, paramLabel = "ID", description = "The order.")
  private String order = "";

  @Mixin private Answers answers = new Answers();

  @Override
  public void run() {
    PlantFile.Planned planned = PlantFile.readPlan(plan);
    Lateness lateness = Lateness.explain(planned.problem(), planned.plan(), order);
    Lateness.Split minutes = lateness.minutes();
    TextTable split =
        new TextTable(
                "order %s ends at minute %d, due %d: %d minutes late"
                    .formatted(
                        lateness.order(), lateness.end(), lateness.due(), lateness.lateMinutes()),
                "",
                "minutes")
            .row("not yet come in", minutes.release())
            .row("behind other orders", minutes.queueing())
            .row("set-up", minutes.setup())
            .row("worked on", minutes.processing())
            .row("cooling and other lags", minutes.lag())
            .row("closed", minutes.calendar());
    TextTable walk =
        new TextTable("", "order", "operation", "resource", "start", "end", "waited for");
    for (Lateness.Step step : lateness.steps()) {
      walk.row(
          step.order(), step.operation(), step.resource(), step.start(), step.end(), step.waited());
    }
    TextTable ifs = new TextTable("", "what if", "it would end at", "weighted tardiness, h");
    for (Lateness.WhatIf whatIf : lateness.whatIfs()) {
      ifs.row(whatIf.what(), whatIf.end(), whatIf.weightedTardinessHours());
    }
    answers.print(lateness, split, walk, ifs);
  }
}
