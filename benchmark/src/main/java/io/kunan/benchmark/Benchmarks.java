package io.kunan.benchmark;

import io.kunan.benchmark.electrolysis.ElectrolysisBenchmark;
import io.kunan.benchmark.history.HistoryBenchmark;
import io.kunan.benchmark.history.LateRows;
import io.kunan.benchmark.opcua.OpcUaEndurance;
import io.kunan.benchmark.schedule.PlantBenchmark;
import io.kunan.benchmark.schedule.ShopBenchmark;
import io.kunan.benchmark.stream.StreamBenchmark;
import io.kunan.benchmark.vision.MicrographProofs;
import io.kunan.engine.history.kit.CrashProof;
import io.kunan.engine.history.kit.CrashReport;
import io.kunan.engine.vision.TrainingPlan;
import io.kunan.engine.vision.TrainingPlan.Method;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a benchmark or a long proof by name. With {@code --json} the answer is one JSON document on
 * standard output; progress goes to standard error. Exit 0 when it ran and, for a proof, holds; 1
 * when a proof does not hold; 2 for wrong usage.
 */
public final class Benchmarks {
  private static final String USAGE =
      """
      kunan benchmark history [--json]        ingest, size and reads of the historian
      kunan benchmark late-rows [--json]      what 0, 1 and 10 % late points cost a reader
      kunan benchmark electrolysis [--json]   10⁶ voltages, liquidus, conductivities on one core
      kunan benchmark schedule [--data DIR] [--names A,B|short|all] [--seconds S] [--threads N]
          [--seed K] [--peer yes|no] [--json] shops against best known plans and CP-SAT alone
      kunan benchmark schedule-plant [--orders N] [--days D] [--seeds A,B] [--seconds S]
          [--threads N] [--json]              the generated plant: search against the best rule
      kunan benchmark stream [--json]         5,000 rules with hysteresis beside a plain loop
      kunan verify crash [--kills N] [--json] kill the writer of history N times (20), lose nothing
      kunan verify opcua [--seconds S] [--tags N] [--json]
                                              OPC UA at 1 Hz for 600 s, server restarted once
      kunan verify micrographs [--what folds|strokes|coating|foreign|blowholes|drawn]
          [--method pixels|classical|unet] [--steps N] [--data DIR] [--json]
                                              what is quoted of micrographs, measured again
      """;

  private final List<String> words;
  private final boolean json;

  private Benchmarks(List<String> words, boolean json) {
    this.words = words;
    this.json = json;
  }

  /**
   * Starts what the arguments name; a leading {@code benchmark} or {@code verify} may be left out.
   */
  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(Arrays.asList(args));
    boolean json = words.remove("--json");
    if (!words.isEmpty() && List.of("benchmark", "verify").contains(words.getFirst())) {
      words.removeFirst();
    }
    System.exit(new Benchmarks(words, json).run());
  }

  private int run() throws Exception {
    Path folder = Files.createTempDirectory("kunan-benchmark");
    try {
      return switch (words.isEmpty() ? "" : words.getFirst()) {
        case "history" -> answer(new HistoryBenchmark(folder).run(progress()));
        case "late-rows" -> answer(LateRows.run(folder));
        case "electrolysis" -> answer(new ElectrolysisBenchmark().run());
        case "schedule" -> answer(shops().run(progress()));
        case "schedule-plant" -> answer(plants().run(progress()));
        case "stream" -> answer(new StreamBenchmark(folder).run(progress()));
        case "crash" -> crash(folder);
        case "opcua" -> opcua(folder);
        case "micrographs" -> micrographs(folder);
        default -> usage();
      };
    } finally {
      remove(folder);
    }
  }

  private int crash(Path folder) throws IOException, InterruptedException {
    int kills = number("--kills", 20);
    long seed = number("--seed", 1);
    CrashReport report = CrashProof.run(folder, kills, seed, progress());
    answer(report);
    return report.holds() ? 0 : 1;
  }

  private int opcua(Path folder) throws IOException, InterruptedException {
    var duration = Duration.ofSeconds(number("--seconds", 600));
    var proof = new OpcUaEndurance(number("--tags", 5_000), duration, true, folder);
    OpcUaEndurance.Result result = proof.run(progress());
    answer(result);
    return result.passed() ? 0 : 1;
  }

  private ShopBenchmark shops() {
    return new ShopBenchmark(
        Path.of(text("--data", "../shared/data")),
        text("--names", "short"),
        number("--seconds", 10),
        number("--threads", 2),
        number("--seed", 1),
        text("--peer", "yes").equals("yes"));
  }

  private PlantBenchmark plants() {
    List<Long> seeds =
        Arrays.stream(text("--seeds", "1,2,3,4,5").split(",")).map(Long::valueOf).toList();
    return new PlantBenchmark(
        number("--orders", 700),
        number("--days", 20),
        seeds,
        number("--seconds", 60),
        number("--threads", 2));
  }

  private int micrographs(Path folder) throws IOException {
    Method method = Method.valueOf(text("--method", "pixels").toUpperCase(Locale.ROOT));
    TrainingPlan plan =
        TrainingPlan.of(method).withSteps(number("--steps", TrainingPlan.USUAL_STEPS));
    String checkout = Objects.requireNonNullElse(System.getenv("KUNAN_CHECKOUT"), ".");
    Path data = Path.of(text("--data", checkout + "/../shared/data"));
    return answer(
        new MicrographProofs(data, plan, folder.resolve("cache"))
            .run(text("--what", "folds"), progress()));
  }

  private String text(String option, String otherwise) {
    int at = words.indexOf(option);
    return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
  }

  private int number(String option, int otherwise) {
    return Integer.parseInt(text(option, Integer.toString(otherwise)));
  }

  private int answer(Object figures) {
    if (json) {
      System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
    } else if (figures instanceof List<?> rows) {
      rows.forEach(row -> System.out.println(table((Record) row)));
    } else {
      System.out.println(table((Record) figures));
    }
    return 0;
  }

  private static String table(Record figures) {
    var text = new StringBuilder();
    for (RecordComponent component : figures.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(figures);
        text.append("%-26s %s%n".formatted(component.getName(), value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return text.toString();
  }

  private static int usage() {
    System.err.print(USAGE);
    return 2;
  }

  private static Progress progress() {
    return (done, total, what) -> {
      System.err.printf("%d/%d %s%n", done, total, what);
      return true;
    };
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
