package io.kunan.benchmark.schedule;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.Problem;
import io.kunan.engine.optimise.ProblemFormat;
import io.kunan.engine.optimise.ShopSolver;
import io.kunan.engine.optimise.Solution;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Solves named public instances and sets the plans beside the best known ones, beside CP-SAT alone
 * for the same time on the same threads, and beside its published figure.
 */
public final class ShopBenchmark {
  /**
   * One instance, or in the last row the mean.
   *
   * @param gapPercent above the best known plan
   * @param seconds really used
   * @param cpSat makespan of CP-SAT alone in this run; null when it had no plan or was not run
   * @param cpSatPublishedGapPercent after 600 s on 8 threads, as the data's authors give it
   */
  public record Row(
      String instance,
      int operations,
      int bestKnown,
      int makespan,
      double gapPercent,
      double firstPlanSeconds,
      double seconds,
      @Nullable Integer cpSat,
      @Nullable Double cpSatGapPercent,
      @Nullable Double cpSatPublishedGapPercent) {}

  private final Path data;
  private final String names;
  private final Duration limit;
  private final int threads;
  private final long seed;
  private final boolean withPeer;

  public ShopBenchmark(
      Path data, String names, int seconds, int threads, long seed, boolean withPeer) {
    this.data = data;
    this.names = names;
    limit = Duration.ofSeconds(seconds);
    this.threads = threads;
    this.seed = seed;
    this.withPeer = withPeer;
  }

  /** Solves one after the other. */
  public List<Row> run(Progress progress) throws IOException, InterruptedException {
    List<BestKnown.Instance> instances = new BestKnown(data).named(names);
    List<Row> rows = new ArrayList<>();
    for (BestKnown.Instance instance : instances) {
      progress.report(rows.size(), instances.size(), instance.name());
      rows.add(row(instance));
    }
    rows.add(mean(rows));
    return rows;
  }

  private Row row(BestKnown.Instance instance) throws InterruptedException {
    String path = data.resolve(instance.folder()) + "/instances.zip!" + instance.entry();
    ProblemFormat format =
        switch (instance.folder()) {
          case "jobshop" -> ProblemFormat.JOB_SHOP;
          case "flowshop" -> ProblemFormat.FLOW_SHOP;
          default -> ProblemFormat.FLEXIBLE_JOB_SHOP;
        };
    Problem problem = format.read(path);
    SolveOptions options = SolveOptions.within(limit, threads, seed);
    Solution ours = solve(problem, options.withEngine(Engine.SEARCH));
    Integer peer =
        withPeer && format != ProblemFormat.FLOW_SHOP
            ? cpSat(problem, options.withEngine(Engine.CPSAT))
            : null;
    int best = instance.makespan();
    Integer published = instance.cpSat600();
    return new Row(
        instance.name(),
        problem.operations(),
        best,
        ours.makespan(),
        gap(ours.makespan(), best),
        ours.firstPlanSeconds(),
        ours.seconds(),
        peer,
        peer == null ? null : (Double) gap(peer, best),
        published == null ? null : (Double) gap(published, best));
  }

  private static Solution solve(Problem problem, SolveOptions options) throws InterruptedException {
    return ShopSolver.solve(problem, options, SolveMonitor.none());
  }

  private static @Nullable Integer cpSat(Problem problem, SolveOptions options)
      throws InterruptedException {
    try {
      return solve(problem, options).makespan();
    } catch (NoPlanException e) {
      return null;
    }
  }

  private static double gap(int makespan, int best) {
    return Math.round(10_000.0 * (makespan - best) / best) / 100.0;
  }

  private static Row mean(List<Row> rows) {
    double ours = rows.stream().mapToDouble(Row::gapPercent).average().orElse(0);
    double seconds = rows.stream().mapToDouble(Row::seconds).average().orElse(0);
    double first = rows.stream().mapToDouble(Row::firstPlanSeconds).average().orElse(0);
    return new Row(
        "mean",
        0,
        0,
        0,
        ours,
        first,
        seconds,
        null,
        average(rows.stream().map(Row::cpSatGapPercent).toList()),
        average(rows.stream().map(Row::cpSatPublishedGapPercent).toList()));
  }

  private static @Nullable Double average(List<@Nullable Double> gaps) {
    double sum = 0;
    int count = 0;
    for (Double gap : gaps) {
      if (gap != null) {
        sum += gap;
        count++;
      }
    }
    return count == 0 ? null : (Double) (sum / count);
  }
}
