package io.kunan.app.cli.potline;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.plant.potline.Disturbance;
import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.Potline;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.scenario.potline.core.advisor.AdvisorModel;
import io.kunan.scenario.potline.core.advisor.LineAdvisor;
import io.kunan.scenario.potline.core.loop.GuardRails;
import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.RuleController;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Back-tests the models of the potline on a virtual line that the reference controls. The advisor
 * looks on and decides nothing.
 */
@Command(
    name = "backtest",
    description = "Back-test the models of the potline on the virtual plant, later days only.",
    mixinStandardHelpOptions = true)
public final class BacktestCommand implements Runnable {
  private static final int LEAST_DAYS = 40;
  private static final int HOURS_PER_DAY = 24;
  private static final double PERTURBED = 10;

  @Option(
      names = "--pots",
      paramLabel = "N",
      description = "Number of pots, 16 to 300 (default: ${DEFAULT-VALUE}).",
      defaultValue = "40")
  private int pots;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "Days, 40 or more; the later half is the test (default: ${DEFAULT-VALUE}).",
      defaultValue = "80")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of every random stream (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (pots < 16 || pots > 300 || days < LEAST_DAYS) {
      throw new InputException(
          "--pots %d --days %d".formatted(pots, days),
          "is too little to learn from",
          "give 16 to 300 pots and %d days or more".formatted(LEAST_DAYS));
    }
    try (var progress = new TerminalProgress(spec.commandLine().getErr())) {
      List<ModelCard> cards = new PotModels(live(progress), pots, days).cards(progress);
      answers.print(cards, ModelCard.table(cards));
    }
  }

  /** Lives the line and writes its diary. */
  private List<DayRow> live(Progress progress) {
    var settings =
        new PotlineSettings(
            pots,
            seed,
            RunSize.START,
            PERTURBED,
            Disturbance.MIXED,
            Faults.USUAL,
            1,
            Runtime.getRuntime().availableProcessors());
    LineTargets targets = LineTargets.usual500kA();
    GuardRails rails = GuardRails.standard();
    var reference = RuleController.reference(targets, rails);
    var onlooker = new LineAdvisor(targets, rails, AdvisorModel.usual500kA());
    List<PotDiary> diaries = new ArrayList<>();
    for (int p = 0; p < pots; p++) {
      diaries.add(new PotDiary(p));
    }
    try (Potline line = Potline.start(settings)) {
      int hours = days * HOURS_PER_DAY;
      for (int hour = 1; hour <= hours; hour++) {
        line.advance(settings.start().plus(Duration.ofHours(hour)));
        LineReport report = PotlineSimulation.read(line, pots);
        onlooker.decide(report);
        PotlineSimulation.write(line, reference.decide(report), rails);
        note(line, report, hour, diaries, onlooker);
        progress.report(hour, hours, "hours of the line");
      }
      long until = Micros.of(line.now());
      return diaries.stream().flatMap(diary -> diary.days(until).stream()).toList();
    }
  }

  private void note(
      Potline line, LineReport report, int hour, List<PotDiary> diaries, LineAdvisor onlooker) {
    for (int p = 0; p < pots; p++) {
      Potline.Truth truth = line.operations().truth(p);
      diaries.get(p).take(report.pots().get(p), truth, report.micros());
      if (hour % HOURS_PER_DAY == 0) {
        double superheat = truth.celsius() - truth.liquidus();
        diaries
            .get(p)
            .turn(hour / HOURS_PER_DAY, onlooker.outlook(p, report), superheat, report.micros());
      }
    }
  }
}
