package io.kunan.app.cli.stream;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.cli.TextTable;
import io.kunan.app.cli.history.StoreFolder;
import io.kunan.engine.history.History;
import io.kunan.engine.stream.JobSet;
import io.kunan.engine.stream.JobStatus;
import io.kunan.engine.stream.Trial;
import io.kunan.engine.stream.job.Job;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kunan stream test}: how often a rule would have fired. */
@Command(
    name = "test",
    description =
        "Try a rule or a state machine on a history: how often it would have fired, when.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TestCommand implements Callable<Integer> {
  @Mixin private JobsOverHistory input = new JobsOverHistory();

  @Option(
      names = "--job",
      paramLabel = "ID",
      description = "Rule or state machine to try; may be left out when the file has only one.")
  private @Nullable String job;

  @Mixin private StoreFolder store = new StoreFolder();

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * What the command answers.
   *
   * @param from first time tried, with its offset
   * @param to time after the last
   * @param fired how often it would have fired
   * @param byAsset how often at each asset at which it fired
   * @param activeSeconds time of those that ended, all together
   * @param longestSeconds the longest that ended; null when none did
   * @param points points read
   * @param frames at most 10,000, by asset and start
   * @param problems jobs left out or stopped, with the reason
   */
  public record TestAnswer(
      String job,
      String from,
      String to,
      String zone,
      long fired,
      Map<String, Long> byAsset,
      double activeSeconds,
      @Nullable Double longestSeconds,
      long points,
      List<FrameLine> frames,
      List<String> problems) {}

  @Override
  public Integer call() {
    TestAnswer answer;
    try (History history = store.open();
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      JobsOverHistory.Ready ready = input.ready(history);
      ready.remark(answers);
      JobSet jobs = ready.jobs();
      String id = jobName(jobs);
      TimeRange range = input.range(history, jobs);
      answer = answer(id, range, Trial.run(jobs, id, history, range, progress), ready);
    }
    answers.print(answer, summary(answer), FrameLine.table(answer.frames()));
    answers.remark(
        "%,d points from %s to %s".formatted(answer.points(), answer.from(), answer.to()));
    return answer.problems().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private String jobName(JobSet jobs) {
    if (job != null) {
      return job;
    }
    List<String> names =
        jobs.jobs().stream()
            .filter(one -> one instanceof Job.Rule || one instanceof Job.StateMachine)
            .map(one -> one.head().id())
            .toList();
    if (names.size() != 1) {
      throw new InputException(
          "--job",
          "the file has %d rules and state machines".formatted(names.size()),
          names.isEmpty() ? "add one" : "name one of " + names);
    }
    return names.getFirst();
  }

  private TestAnswer answer(
      String id, TimeRange range, Trial.Result result, JobsOverHistory.Ready ready) {
    List<String> problems = new java.util.ArrayList<>(ready.problems());
    for (JobStatus stopped : result.stopped()) {
      problems.add("%s was stopped: %s".formatted(stopped.key(), stopped.failure()));
    }
    return new TestAnswer(
        id,
        input.show(range.from()),
        input.show(range.to()),
        input.zone().zone().getId(),
        result.fired(),
        new TreeMap<>(result.byAsset()),
        result.activeSeconds(),
        Double.isNaN(result.longestSeconds()) ? null : result.longestSeconds(),
        result.points(),
        result.frames().stream().map(frame -> FrameLine.of(frame, input::show)).toList(),
        problems);
  }

  private static TextTable summary(TestAnswer answer) {
    TextTable table = new TextTable("", "job", "would have fired", "active s", "longest s");
    Double longest = answer.longestSeconds();
    table.row(
        answer.job(),
        answer.fired(),
        answer.activeSeconds(),
        longest == null ? Double.NaN : longest);
    answer
        .byAsset()
        .forEach(
            (asset, count) -> {
              if (!asset.isEmpty()) {
                table.row("  " + asset, count, "", "");
              }
            });
    return table.row("");
  }
}
