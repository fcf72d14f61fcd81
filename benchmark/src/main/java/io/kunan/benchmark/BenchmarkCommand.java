package io.kunan.benchmark;

import io.kunan.benchmark.electrolysis.ElectrolysisBenchmark;
import io.kunan.benchmark.history.HistoryBenchmark;
import io.kunan.benchmark.history.LateRows;
import io.kunan.benchmark.schedule.PlantBenchmark;
import io.kunan.benchmark.schedule.ShopBenchmark;
import io.kunan.benchmark.stream.StreamBenchmark;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is quoted of speed and size, measured on this machine. */
@Command(
    name = "benchmark",
    description = "Measure speed and size on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT")
final class BenchmarkCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to measure, for example: ./kunan benchmark history");
  }

  @Command(
      name = "history",
      description = "Ingest, size and reads of the historian.",
      mixinStandardHelpOptions = true)
  int history(@Mixin Figures figures) throws IOException {
    try (Workplace place = Workplace.make()) {
      return figures.print(new HistoryBenchmark(place.folder()).run(figures.progress()));
    }
  }

  @Command(
      name = "late-rows",
      description = "What 0, 1 and 10 %% late points cost a reader.",
      mixinStandardHelpOptions = true)
  int lateRows(@Mixin Figures figures) throws IOException {
    try (Workplace place = Workplace.make()) {
      return figures.print(LateRows.run(place.folder()));
    }
  }

  @Command(
      name = "electrolysis",
      description = "A million voltages, liquidus temperatures and conductivities on one core.",
      mixinStandardHelpOptions = true)
  int electrolysis(@Mixin Figures figures) {
    return figures.print(new ElectrolysisBenchmark().run());
  }

  @Command(
      name = "schedule",
      description = "Public shops against the best known plans and CP-SAT alone.",
      mixinStandardHelpOptions = true)
  int schedule(
      @Mixin DataFolder data,
      @Option(
              names = "--names",
              paramLabel = "A,B",
              defaultValue = "short",
              description = "Instances such as la*,ft06; or short, or all (default: short).")
          String names,
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "10",
              converter = AtLeastOne.class,
              description = "For each instance (default: ${DEFAULT-VALUE}).")
          int seconds,
      @Option(
              names = "--threads",
              paramLabel = "N",
              defaultValue = "2",
              converter = AtLeastOne.class,
              description = "Default: ${DEFAULT-VALUE}.")
          int threads,
      @Option(
              names = "--seed",
              paramLabel = "K",
              defaultValue = "1",
              description = "Default: ${DEFAULT-VALUE}.")
          long seed,
      @Option(
              names = "--peer",
              negatable = true,
              defaultValue = "true",
              fallbackValue = "true",
              description = "Run CP-SAT alone beside it, or not.")
          boolean peer,
      @Mixin Figures figures)
      throws IOException, InterruptedException {
    return figures.print(
        new ShopBenchmark(data.folder(), names, seconds, threads, seed, peer)
            .run(figures.progress()));
  }

  @Command(
      name = "schedule-plant",
      description = "The generated plant: the search against the best rule.",
      mixinStandardHelpOptions = true)
  int schedulePlant(
      @Option(
              names = "--orders",
              paramLabel = "N",
              defaultValue = "700",
              converter = AtLeastOne.class,
              description = "Default: ${DEFAULT-VALUE}.")
          int orders,
      @Option(
              names = "--days",
              paramLabel = "D",
              defaultValue = "20",
              converter = AtLeastOne.class,
              description = "Default: ${DEFAULT-VALUE}.")
          int days,
      @Option(
              names = "--seeds",
              paramLabel = "A,B",
              split = ",",
              defaultValue = "1,2,3,4,5",
              description = "One plant each (default: ${DEFAULT-VALUE}).")
          List<Long> seeds,
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "60",
              converter = AtLeastOne.class,
              description = "For each plant (default: ${DEFAULT-VALUE}).")
          int seconds,
      @Option(
              names = "--threads",
              paramLabel = "N",
              defaultValue = "2",
              converter = AtLeastOne.class,
              description = "Default: ${DEFAULT-VALUE}.")
          int threads,
      @Mixin Figures figures)
      throws InterruptedException {
    return figures.print(
        new PlantBenchmark(orders, days, seeds, seconds, threads).run(figures.progress()));
  }

  @Command(
      name = "stream",
      description = "5,000 rules with hysteresis beside a plain loop.",
      mixinStandardHelpOptions = true)
  int stream(@Mixin Figures figures) throws IOException, InterruptedException {
    try (Workplace place = Workplace.make()) {
      return figures.print(new StreamBenchmark(place.folder()).run(figures.progress()));
    }
  }
}
