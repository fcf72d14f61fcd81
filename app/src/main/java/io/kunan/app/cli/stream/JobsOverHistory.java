package io.kunan.app.cli.stream;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.ZoneOption;
import io.kunan.app.cli.history.Times;
import io.kunan.engine.history.History;
import io.kunan.engine.stream.JobSet;
import io.kunan.engine.stream.SoftSensors;
import io.kunan.engine.stream.StreamTag;
import io.kunan.engine.stream.StreamTags;
import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.JobFile;
import io.kunan.engine.stream.job.JobHead;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file of jobs and a range of time, as both commands name them. */
final class JobsOverHistory {
  @Parameters(paramLabel = "JOBS.json", description = "File of jobs; see docs/streams.md.")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "First time, ISO 8601; the first point of the inputs when not given.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "T",
      description = "Time after the last, ISO 8601; after the last point when not given.")
  private @Nullable String to;

  @Mixin private ZoneOption zone = new ZoneOption();

  ZoneOption zone() {
    return zone;
  }

  String show(long micros) {
    return Times.show(Micros.toInstant(micros), zone.zone());
  }

  /** Jobs ready to run, and what is wrong with the others. */
  record Ready(JobSet jobs, List<String> problems) {
    /** A remark for each fault. */
    void remark(Answers answers) {
      problems.forEach(problem -> answers.remark("kunan: left out: " + problem));
    }
  }

  /**
   * Makes the jobs of the file ready.
   *
   * @throws InputException when none is
   */
  Ready ready(History history) {
    JobFile read = JobFile.read(file);
    StreamTags tags =
        name ->
            history
                .tags()
                .find(name)
                .map(tag -> new StreamTag(tag.id(), tag.name(), tag.unit(), tag.step()));
    JobSet jobs = JobSet.of(read.jobs(), tags, SoftSensors.NONE);
    List<String> problems = new ArrayList<>(read.problems());
    jobs.problems().forEach(problem -> problems.add(problem.reason()));
    if (jobs.jobs().isEmpty()) {
      throw new InputException(
          file.toString(),
          problems.isEmpty() ? "holds no job" : String.join("\n  ", problems),
          problems.isEmpty() ? "write at least one" : "no job is left");
    }
    return new Ready(jobs, problems);
  }

  /** The range asked for, or all that the inputs of the jobs cover. */
  TimeRange range(History history, JobSet jobs) {
    long first = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (Job job : jobs.jobs()) {
      for (String asset : job.head().instances()) {
        for (String pattern : job.head().inputs().values()) {
          TimeRange span =
              history
                  .tags()
                  .find(JobHead.tagFor(asset, pattern))
                  .flatMap(tag -> history.span(tag.id()))
                  .orElse(null);
          first = span == null ? first : Math.min(first, span.from());
          end = span == null ? end : Math.max(end, span.to());
        }
      }
    }
    return range(Math.min(first, end), end);
  }

  private TimeRange range(long first, long end) {
    long start =
        from == null ? first : Micros.of(Times.read("--from", from, zone.zone()).instant());
    long stop = to == null ? end : Micros.of(Times.read("--to", to, zone.zone()).instant());
    if (start == Long.MIN_VALUE || stop == Long.MIN_VALUE) {
      throw new InputException(
          "--store", "the inputs of the jobs have no point", "import their history first");
    }
    if (stop < start) {
      throw new InputException(
          "--to",
          "%s lies before %s".formatted(show(stop), show(start)),
          "give a time after --from");
    }
    return new TimeRange(start, stop);
  }
}
