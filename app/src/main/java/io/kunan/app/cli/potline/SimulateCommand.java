package io.kunan.app.cli.potline;

import io.kunan.app.cli.Answers;
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
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a controller of the scenario in closed loop with the virtual potline. */
@Command(
    name = "simulate",
    description = "Run a controller on the virtual potline and judge it by the plant's truth.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Runnable {
  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of every random stream (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--controller",
      paramLabel = "reference|nine-box|advisor",
      description = "Who decides (default: ${DEFAULT-VALUE}).",
      defaultValue = "reference")
  private String controller = "reference";

  @Option(
      names = "--disturbance",
      paramLabel = "calm|fast|slow|halves|mixed",
      description = "How heat drifts (default: ${DEFAULT-VALUE}).",
      defaultValue = "mixed")
  private String disturbance = "mixed";

  @Option(
      names = "--perturb",
      paramLabel = "PERCENT",
      description = "How far pots differ from the design, 0 to 20 (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private double perturb;

  @Option(
      names = "--faults",
      paramLabel = "none|usual|hard",
      description = "What goes wrong (default: ${DEFAULT-VALUE}).",
      defaultValue = "usual")
  private String faults = "usual";

  @Mixin private RunSize size = new RunSize();

  @Mixin private Answers answers = new Answers();

  private final GuardRails rails = GuardRails.standard();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    size.check();
    var settings = size.settings(seed, perturb, disturbance(), faults());
    try (var progress = new TerminalProgress(spec.commandLine().getErr())) {
      SimulationAnswer answer =
          new PotlineSimulation(settings, controller(), rails)
              .run(size.days(), size.warmUp(), progress);
      if (answer.faults().isEmpty()) {
        answers.print(answer, answer.spreads(), answer.figures());
      } else {
        answers.print(
            answer, answer.spreads(), answer.figures(), FaultScore.table(answer.faults()));
      }
    }
  }

  private LineController controller() {
    LineTargets targets = LineTargets.usual500kA();
    return switch (controller) {
      case "reference" -> RuleController.reference(targets, rails);
      case "nine-box" -> RuleController.nineBox(targets, rails);
      case "advisor" -> new LineAdvisor(targets, rails, AdvisorModel.usual500kA());
      default -> throw unknown("--controller", controller, "reference, nine-box or advisor");
    };
  }

  private Disturbance disturbance() {
    return switch (disturbance) {
      case "calm" -> Disturbance.CALM;
      case "fast" -> Disturbance.FAST;
      case "slow" -> Disturbance.SLOW;
      case "halves" -> Disturbance.HALVES;
      case "mixed" -> Disturbance.MIXED;
      default -> throw unknown("--disturbance", disturbance, "calm, fast, slow, halves or mixed");
    };
  }

  private Faults faults() {
    return switch (faults) {
      case "none", "usual", "hard" -> Faults.valueOf(faults.toUpperCase(Locale.ROOT));
      default -> throw unknown("--faults", faults, "none, usual or hard");
    };
  }

  private static InputException unknown(String option, String word, String allowed) {
    return new InputException(option, "“%s” is not known".formatted(word), "use " + allowed);
  }
}
