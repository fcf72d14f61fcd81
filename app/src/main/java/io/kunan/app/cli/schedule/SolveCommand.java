package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.NoSolutionException;
import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.Problem;
import io.kunan.engine.optimise.Schedule;
import io.kunan.engine.optimise.ScheduleFile;
import io.kunan.engine.optimise.ShopSolver;
import io.kunan.engine.optimise.Solution;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSolution;
import io.kunan.engine.optimise.plant.PlantSolver;
import io.kunan.kernel.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a plan as good as the time allows. */
@Command(
    name = "solve",
    description = {
      "Makes a plan: by rules at once, then better by local search until time is up.",
      "With --iterations instead of --seconds the same file, seed and iterations give the same"
          + " plan, bit for bit, whatever the threads."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SolveCommand implements Runnable {
  @Parameters(
      paramLabel = "FILE",
      description = "A file, or an entry of a zip file as FILE.zip!ENTRY.")
  private String file = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = "One of " + ScheduleFormat.NAMES + ".")
  private String format = "";

  @Option(names = "--seconds", paramLabel = "S", description = "Time limit; kept within 10 %%.")
  private @Nullable Double seconds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads (default: all processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--seed",
      paramLabel = "K",
      description = "Begins the random numbers (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Moves of the search in all, for a plan that can be repeated.")
  private @Nullable Long iterations;

  @Option(
      names = "--engine",
      paramLabel = "E",
      description = "auto, rules, search or cpsat (default ${DEFAULT-VALUE}).")
  private String engine = "auto";

  @Option(
      names = "--from",
      paramLabel = "PLAN",
      description = "Goes on from this plan of a plant, to repair or to better it.")
  private @Nullable String from;

  @Option(names = "--out", paramLabel = "PLAN", description = "Writes the plan to this JSON file.")
  private @Nullable Path out;

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    ScheduleFormat form = ScheduleFormat.named(format);
    SolveOptions options = options();
    try {
      if (form.shop().isPresent() && from != null) {
        throw new InputException("--from", "only plants go on from a plan", "leave it out");
      }
      if (form.shop().isPresent()) {
        shop(form.shop().get().read(file), options);
      } else {
        plant(form, options);
      }
    } catch (NoPlanException e) {
      throw new NoSolutionException(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private SolveOptions options() {
    if (seconds != null && !(seconds > 0 && seconds <= 1e6)) {
      throw new InputException("--seconds", "it is " + seconds, "give more than 0, at most 1e6");
    }
    Duration limit = seconds == null ? null : Duration.ofNanos((long) (seconds * 1e9));
    return new SolveOptions(engineNamed(engine), limit, iterations, threads, seed);
  }

  private static Engine engineNamed(String name) {
    return Arrays.stream(Engine.values())
        .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "--engine",
                    "“%s” is none".formatted(name),
                    "use auto, rules, search or cpsat"));
  }

  private void shop(Problem problem, SolveOptions options) throws InterruptedException {
    Solution solution;
    try (BetterPlans<Schedule> progress = new BetterPlans<>(spec.commandLine().getErr())) {
      solution = ShopSolver.solve(problem, options, progress);
    }
    if (out != null) {
      ScheduleFile.write(out, problem, solution.schedule());
    }
    SolveAnswer answer = SolveAnswer.of(problem, solution);
    answers.print(answer, answer.table());
  }

  private void plant(ScheduleFormat form, SolveOptions options) throws InterruptedException {
    PlantProblem plant =
        form == ScheduleFormat.REFERENCE ? PlantFile.readReference(file) : PlantFile.read(file);
    PlantPlan before = from == null ? null : PlantFile.readPlan(from, plant);
    PlantSolution solution;
    try (BetterPlans<PlantPlan> progress = new BetterPlans<>(spec.commandLine().getErr())) {
      solution = PlantSolver.solve(plant, before, options, progress);
    }
    if (out != null) {
      PlantFile.writePlan(out, plant, solution.plan());
    }
    SolveAnswer answer = SolveAnswer.of(plant, solution);
    answers.print(answer, answer.table());
  }
}
