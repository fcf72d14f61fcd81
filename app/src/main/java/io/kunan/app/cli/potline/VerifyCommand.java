package io.kunan.app.cli.potline;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.kernel.InputException;
import io.kunan.plant.potline.Disturbance;
import io.kunan.plant.potline.Faults;
import io.kunan.scenario.potline.core.advisor.AdvisorModel;
import io.kunan.scenario.potline.core.advisor.LineAdvisor;
import io.kunan.scenario.potline.core.loop.GuardRails;
import io.kunan.scenario.potline.core.loop.LineController;
import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.RuleController;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Compares the advisor with the reference, seed by seed, and says whether it holds what is asked.
 */
@Command(
    name = "verify",
    description = {
      "Compare the advisor with the reference on the virtual potline, seed by seed.",
      "Exit 0 when everything that is asked for holds, 1 when not."
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  private static final double PERTURBED = 10;

  @Option(
      names = "--seeds",
      paramLabel = "A,B,…",
      split = ",",
      description = "Two to ten seeds (default: ${DEFAULT-VALUE}).",
      defaultValue = "501,502,503,504,505")
  private List<Long> seeds = List.of();

  @Mixin private RunSize size = new RunSize();

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    check();
    GuardRails rails = GuardRails.standard();
    LineTargets targets = LineTargets.usual500kA();
    List<PairedFigure.Pair> pairs = new ArrayList<>();
    try (var progress = new TerminalProgress(spec.commandLine().getErr())) {
      for (long seed : seeds) {
        SimulationAnswer reference =
            run(seed, RuleController.reference(targets, rails), rails, progress);
        SimulationAnswer advisor =
            run(seed, new LineAdvisor(targets, rails, AdvisorModel.usual500kA()), rails, progress);
        pairs.add(new PairedFigure.Pair(seed, reference, advisor));
      }
    }
    AcceptanceAnswer answer = AcceptanceAnswer.of(pairs, size.penaltyScale());
    answers.print(answer, answer.table());
    return answer.holds() ? ExitCode.DONE : ExitCode.FAULT;
  }

  private void check() {
    if (seeds.size() < 2
        || seeds.size() > PairedFigure.MOST_SEEDS
        || new HashSet<>(seeds).size() < seeds.size()) {
      throw new InputException(
          "--seeds",
          seeds.toString(),
          "give 2 to %d that differ".formatted(PairedFigure.MOST_SEEDS));
    }
    size.check();
  }

  private SimulationAnswer run(
      long seed, LineController controller, GuardRails rails, TerminalProgress progress) {
    var settings = size.settings(seed, PERTURBED, Disturbance.HALVES, Faults.USUAL);
    return new PotlineSimulation(settings, controller, rails)
        .run(size.days(), size.warmUp(), progress);
  }
}
