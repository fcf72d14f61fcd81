package io.kunan.app.cli.stream;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.cli.history.StoreFolder;
import io.kunan.engine.history.History;
import io.kunan.engine.stream.JobStatus;
import io.kunan.engine.stream.Replay;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kunan stream run}: everything that jobs say over a history. */
@Command(
    name = "run",
    description = {
      "Run all jobs of a file over a history and tell what they say.",
      "With --write the points of calculated tags are stored in the history."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RunCommand implements Callable<Integer> {
  @Mixin private JobsOverHistory input = new JobsOverHistory();

  @Mixin private StoreFolder store = new StoreFolder();

  @Option(names = "--write", description = "Store the points of calculated tags.")
  private boolean write;

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RunAnswer answer;
    try (History history = store.open();
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      JobsOverHistory.Ready ready = input.ready(history);
      ready.remark(answers);
      TimeRange range = input.range(history, ready.jobs());
      Results results = new Results(ready.jobs(), write ? history : null);
      Replay.Report report = Replay.run(ready.jobs(), history, range, results::take, progress);
      results.flush();
      List<String> problems = new ArrayList<>(ready.problems());
      for (JobStatus job : report.jobs()) {
        if (job.failure() != null) {
          problems.add("%s was stopped: %s".formatted(job.key(), job.failure()));
        }
      }
      answer =
          new RunAnswer(
              input.show(range.from()),
              input.show(range.to()),
              input.zone().zone().getId(),
              report.points(),
              write,
              results.outputs(),
              results.frames(input::show),
              problems);
    }
    answers.print(answer, answer.table(), FrameLine.table(answer.frames()));
    answers.remark(
        "%,d points from %s to %s".formatted(answer.points(), answer.from(), answer.to()));
    return answer.problems().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }
}
