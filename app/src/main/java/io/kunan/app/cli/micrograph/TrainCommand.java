package io.kunan.app.cli.micrograph;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.NetworkTrainer;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.Preparation;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.RecipeTraining;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.TrainingPlan.Method;
import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kunan micrograph train}: labelled fields become a recipe. */
@Command(
    name = "train",
    description = {
      "Learns from labelled fields to tell the classes of a material apart, and writes a recipe.",
      "pixels: filters and boosted trees, in seconds, from strokes or whole labels. unet: a"
          + " network, in minutes, from whole labels. classical: a threshold and a watershed, to"
          + " compare with. The accuracy told is that on fields kept from a trial, with classical"
          + " on the training fields; the recipe itself learns from all but with unet.",
      "Where the labels show a layer through every field, its surfaces are traced, and --layered is"
          + " taken for granted."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
  @Mixin private LabelledFolder folder = new LabelledFolder();

  @Option(
      names = "--classes",
      required = true,
      paramLabel = "N=NAME,…",
      description = "Class numbers in the labels and their names, the matrix first.")
  private String classes = "";

  @Option(
      names = "--method",
      paramLabel = "pixels|unet|classical",
      description = "How pixels are told apart (default ${DEFAULT-VALUE}).")
  private String method = "pixels";

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Batches a network learns from (default ${DEFAULT-VALUE}).")
  private int steps = TrainingPlan.USUAL_STEPS;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "Stop a network's training then at the latest; the answer says truncated.")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "K",
      description = "Same seed, same draws (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--layered",
      description = "Up and down differ in the material, as in a coating: fields are not turned.")
  private boolean layered;

  @Option(
      names = "--flatten",
      paramLabel = "PX",
      description = "Take out uneven light coarser than this.")
  private int flatten;

  @Option(
      names = "--median",
      paramLabel = "PX",
      description = "Take out single false pixels by a median of this radius.")
  private int median;

  @Option(
      names = "--recipe",
      required = true,
      paramLabel = "FILE",
      description = "Recipe to write.")
  private Path recipe = Path.of("");

  @Mixin private CacheFolder cache = new CacheFolder();

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    PhaseClasses told = PhaseClasses.parse(classes);
    TrainingPlan plan = plan();
    NetworkTrainer trainer = plan.method() == Method.UNET ? cache.trainer() : null;
    List<LabelledField> fields = folder.read(told);
    RecipeTraining.Result result;
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      result = RecipeTraining.train(fields, told, plan, trainer, progress);
    }
    try (Recipe made = result.recipe()) {
      Files.write(recipe, made.toBytes());
      TrainAnswer answer = TrainAnswer.of(result, (System.nanoTime() - start) / 1e9);
      answers.print(answer, tables(answer));
    }
    return 0;
  }

  private TrainingPlan plan() {
    if (steps < 1 || minutes < 0 || flatten < 0 || median < 0 || median > 5) {
      throw new InputException(
          "--steps, --minutes, --flatten, --median",
          "%d, %s, %d, %d".formatted(steps, minutes, flatten, median),
          "give at least one step, no negative number, and a median radius of at most 5");
    }
    return TrainingPlan.of(method(method))
        .withSteps(steps)
        .withMinutes(minutes)
        .withSeed(seed)
        .withLayered(layered)
        .withPreparation(new Preparation(median, flatten));
  }

  private static Method method(String name) {
    return switch (name) {
      case "pixels" -> Method.PIXELS;
      case "unet" -> Method.UNET;
      case "classical" -> Method.CLASSICAL;
      default ->
          throw new InputException(
              "--method", "“%s” is none".formatted(name), "use pixels, unet or classical");
    };
  }

  private static TextTable[] tables(TrainAnswer answer) {
    TextTable summary =
        new TextTable("", "", "")
            .row("fields", answer.fields())
            .row("seconds", "%.1f".formatted(answer.seconds()))
            .row("peak memory, MB", answer.peakMemoryMb())
            .row("cut off by --minutes", answer.truncated() ? "yes" : "no")
            .row("SHA-256", answer.sha256());
    TrainAnswer.Validation validation = answer.validation();
    if (validation == null) {
      return new TextTable[] {summary};
    }
    TextTable classes =
        new TextTable(
            "On %d fields kept from a trial".formatted(validation.fields()), "class", "IoU");
    validation.iou().forEach((name, iou) -> classes.row(name, ByClass.shown(iou, "%.3f", 1)));
    classes
        .row("mean", "%.3f".formatted(validation.meanIoU()))
        .row("pixel accuracy", "%.4f".formatted(validation.pixelAccuracy()));
    return new TextTable[] {classes, summary};
  }
}
