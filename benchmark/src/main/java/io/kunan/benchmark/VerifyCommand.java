package io.kunan.benchmark;

import io.kunan.benchmark.mqtt.BrokerEndurance;
import io.kunan.benchmark.opcua.OpcUaEndurance;
import io.kunan.benchmark.vision.MicrographProofs;
import io.kunan.engine.history.kit.CrashProof;
import io.kunan.engine.history.kit.CrashReport;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.TrainingPlan.Method;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
      name = "connectors",
      description = "Connections over MQTT while the history is away; every value arrives.",
      footer = "Fifty connections at full speed: --connections 50 --tags 50000 --cut 0",
      mixinStandardHelpOptions = true)
  int connectors(
      @Option(
              names = "--connections",
              paramLabel = "N",
              defaultValue = "1",
              converter = AtLeastOne.class,
              description = "Default: ${DEFAULT-VALUE}.")
          int connections,
      @Option(
              names = "--tags",
              paramLabel = "N",
              defaultValue = "5000",
              converter = AtLeastOne.class,
              description = "Of all together, one value a second (default: ${DEFAULT-VALUE}).")
          int tags,
      @Option(
              names = "--cut",
              paramLabel = "S",
              defaultValue = "600",
              description = "Seconds for which the history is away (default: ${DEFAULT-VALUE}).")
          int cut,
      @Option(
              names = "--seconds",
              paramLabel = "S",
              description = "Twice the cut and a minute unless given.")
          @Nullable Integer seconds,
      @Mixin Figures figures)
      throws IOException, InterruptedException {
    int length = seconds == null ? 2 * cut + 60 : seconds;
    if (cut < 0 || length < 4 || cut > length / 2) {
      throw new ParameterException(
          spec.commandLine(),
          "--cut %d with --seconds %d: at least 4 s, and a cut of half of it at most"
              .formatted(cut, length));
    }
    try (Workplace place = Workplace.make()) {
      BrokerEndurance.Result result =
          new BrokerEndurance(
                  connections,
                  tags,
                  Duration.ofSeconds(length),
                  Duration.ofSeconds(cut),
                  place.folder())
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
