package io.kunan.benchmark;

import io.kunan.benchmark.opcua.OpcUaEndurance;
import io.kunan.benchmark.vision.MicrographProofs;
import io.kunan.engine.history.kit.CrashProof;
import io.kunan.engine.history.kit.CrashReport;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.TrainingPlan.Method;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The long proofs; {@code ./kunan test} holds a short form of each. */
@Command(
    name = "verify",
    description = "Run a long proof.",
    footer = {
      "The product's own proofs, ./kunan verify NAME --help:",
      "  potline      The advisor paired with its reference, seed by seed.",
      "  learn        Forecasts and detection on the public data sets."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "PROOF")
final class VerifyCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a proof, for example: ./kunan verify crash");
  }

  @Command(
      name = "crash",
      description = "Kill the writer of the history at full speed; nothing acknowledged is lost.",
      mixinStandardHelpOptions = true)
  int crash(
      @Option(
              names = "--kills",
              paramLabel = "N",
              defaultValue = "20",
              converter = AtLeastOne.class,
              description = "How often (default: ${DEFAULT-VALUE}).")
          int kills,
      @Option(
              names = "--seed",
              paramLabel = "K",
              defaultValue = "1",
              description = "Of the moments (default: ${DEFAULT-VALUE}).")
          long seed,
      @Mixin Figures figures)
      throws IOException, InterruptedException {
    try (Workplace place = Workplace.make()) {
      CrashReport report = CrashProof.run(place.folder(), kills, seed, figures.progress());
      return figures.print(report, report.holds());
    }
  }

  @Command(
      name = "opcua",
      description = "OPC UA at 1 Hz, the server restarted once; every value arrives.",
      mixinStandardHelpOptions = true)
  int opcua(
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "600",
              converter = AtLeastOne.class,
              description = "Default: ${DEFAULT-VALUE}.")
          int seconds,
      @Option(
              names = "--tags",
              paramLabel = "N",
              defaultValue = "5000",
              converter = AtLeastOne.class,
              description = "Default: ${DEFAULT-VALUE}.")
          int tags,
      @Mixin Figures figures)
      throws IOException, InterruptedException {
    try (Workplace place = Workplace.make()) {
      OpcUaEndurance.Result result =
          new OpcUaEndurance(tags, Duration.ofSeconds(seconds), true, place.folder())
              .run(figures.progress());
      return figures.print(result, result.passed());
    }
  }

  @Command(
      name = "micrographs",
      description = "What is quoted of micrographs, measured again.",
      mixinStandardHelpOptions = true)
  int micrographs(
      @Option(
              names = "--what",
              paramLabel = "W",
              defaultValue = "folds",
              description =
                  "folds, strokes, coating, foreign, blowholes or drawn (default:"
                      + " ${DEFAULT-VALUE}).")
          String what,
      @Option(
              names = "--method",
              paramLabel = "M",
              defaultValue = "pixels",
              description = "pixels, classical or unet (default: ${DEFAULT-VALUE}).")
          Method method,
      @Option(
              names = "--steps",
              paramLabel = "N",
              defaultValue = "" + TrainingPlan.USUAL_STEPS,
              converter = AtLeastOne.class,
              description = "Of a network (default: ${DEFAULT-VALUE}).")
          int steps,
      @Mixin DataFolder data,
      @Mixin Figures figures)
      throws IOException {
    try (Workplace place = Workplace.make()) {
      TrainingPlan plan = TrainingPlan.of(method).withSteps(steps);
      return figures.print(
          new MicrographProofs(data.folder(), plan, place.folder().resolve("cache"))
              .run(what, figures.progress()));
    }
  }
}
