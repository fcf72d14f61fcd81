package io.kunan.app.cli.history;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.ZoneOption;
import io.kunan.app.cli.history.QueryAnswer.Entry;
import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Statistic;
import io.kunan.engine.history.Tag;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kunan history query}: the points of a tag, or a figure for each piece of time. */
@Command(
    name = "query",
    description = {
      "Print the points of a tag, or with --every one figure for each piece of time.",
      "--from is included, --to is not; without them the whole history of the tag is taken. Pieces"
          + " start at --from; 1d cuts at the local midnights of --zone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class QueryCommand implements Runnable {
  @Mixin private StoreFolder store = new StoreFolder();

  @Option(names = "--tag", required = true, paramLabel = "NAME", description = "Name of the tag.")
  private String tag = "";

  @Option(names = "--from", paramLabel = "T", description = "First time, ISO 8601.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "T", description = "Time after the last, ISO 8601.")
  private @Nullable String to;

  @Option(
      names = "--every",
      paramLabel = "D",
      description = "Length of a piece: 500ms, 30s, 1m, 15m, 1h, 1d or ISO 8601 such as PT90S.")
  private @Nullable String every;

  @Option(
      names = "--statistic",
      paramLabel = "S",
      description =
          "mean (the default), min, max, first, last, sum, count or time-weighted; needs --every.")
  private @Nullable String statistic;

  @Mixin private ZoneOption zone = new ZoneOption();

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (statistic != null && every == null) {
      throw new ParameterException(spec.commandLine(), "--statistic needs --every, such as 1m");
    }
    try (History history = store.open()) {
      Tag found = find(history);
      TimeRange range = range(history.span(found.id()).orElse(new TimeRange(0, 0)));
      if (every == null) {
        print(
            QueryAnswer.points(found, range, zone.zone()),
            sink -> points(history, found, range, sink));
      } else {
        Figures figures = Figures.read(every, statistic == null ? "mean" : statistic);
        print(
            QueryAnswer.figures(found, range, zone.zone(), every, figures.name()),
            sink -> figures(history, found, range, figures, sink));
      }
    }
  }

  /** Entries are given out as they come: a history is longer than the memory. */
  private void print(QueryAnswer answer, Consumer<Consumer<Entry>> entries) {
    QueryTable table = new QueryTable(answer);
    if (answers.isJson()) {
      answers.<Entry>printJson(
          answer, QueryAnswer.POINTS, sink -> entries.accept(sink.andThen(table::add)));
    } else {
      entries.accept(table::add);
      answers.print(answer, table.first());
    }
    answers.remark(table.remark(answers.isJson()));
  }

  private void points(History history, Tag found, TimeRange range, Consumer<Entry> sink) {
    ZoneId shown = zone.zone();
    history.scan(
        List.of(found.id()),
        range,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            sink.accept(Entry.point(batch.time(i), batch.value(i), batch.quality(i), shown));
          }
          return !answers.isUnread();
        });
  }

  private void figures(
      History history, Tag found, TimeRange range, Figures figures, Consumer<Entry> sink) {
    ZoneId shown = zone.zone();
    BucketSeries series = history.statistics(found.id(), figures.buckets(range, shown));
    Statistic asked = figures.statistic();
    for (int i = 0; i < series.size(); i++) {
      sink.accept(Entry.figure(series.start(i), series.value(asked, i), series.count(i), shown));
    }
  }

  private Tag find(History history) {
    return history
        .tags()
        .find(tag)
        .orElseThrow(
            () ->
                new InputException(
                    "--tag",
                    "“%s” is not in the history".formatted(tag),
                    "list the names by ./kunan history tags"));
  }

  private TimeRange range(TimeRange span) {
    long first = from == null ? span.from() : Micros.of(given("--from", from));
    long end = to == null ? Math.max(first, span.to()) : Micros.of(given("--to", to));
    if (end < first) {
      ZoneId shown = zone.zone();
      throw new InputException(
          "--to",
          "%s lies before --from".formatted(Times.show(Micros.toInstant(end), shown)),
          "give a time after %s".formatted(Times.show(Micros.toInstant(first), shown)));
    }
    return new TimeRange(first, end);
  }

  private Instant given(String option, String text) {
    Times.Given time = Times.read(option, text, zone.zone());
    if (time.ambiguous()) {
      answers.remark(
          "%s: %s happens twice in %s; taken as the first".formatted(option, text, zone.zone()));
    }
    return time.instant();
  }
}
