package io.kunan.app.cli.history;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.app.cli.ZoneOption;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Tag;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./kunan history tags}: what a history holds. */
@Command(
    name = "tags",
    description = "List the tags of a history, with their unit and the span of their points.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TagsCommand implements Runnable {
  @Mixin private StoreFolder store = new StoreFolder();

  @Mixin private ZoneOption zone = new ZoneOption();

  @Mixin private Answers answers = new Answers();

  /**
   * A tag of the store.
   *
   * @param name unique in the store
   * @param unit symbol, empty when it has none
   * @param step whether a value holds until the next one
   * @param from time of the first point; null when there is none
   * @param to time of the last point
   */
  public record Entry(
      String name, String unit, boolean step, @Nullable String from, @Nullable String to) {}

  /**
   * All tags by name.
   *
   * @param zone of the times
   */
  public record Answer(List<Entry> tags, String zone) {}

  @Override
  public void run() {
    List<Entry> entries = new ArrayList<>();
    try (History history = store.open()) {
      for (Tag tag : history.tags().list()) {
        entries.add(entry(tag, history.span(tag.id()).orElse(null), zone.zone()));
      }
    }
    TextTable table = new TextTable("", "tag", "unit", "kind", "first point", "last point");
    for (Entry entry : entries) {
      table.row(
          entry.name(),
          entry.unit(),
          entry.step() ? "steps" : "line",
          Objects.requireNonNullElse(entry.from(), "none"),
          Objects.requireNonNullElse(entry.to(), "none"));
    }
    answers.print(new Answer(List.copyOf(entries), zone.zone().getId()), table);
    answers.remark("%d tags; times in %s".formatted(entries.size(), zone.zone()));
  }

  private static Entry entry(Tag tag, @Nullable TimeRange span, ZoneId zone) {
    return span == null
        ? new Entry(tag.name(), tag.unit(), tag.step(), null, null)
        : new Entry(
            tag.name(),
            tag.unit(),
            tag.step(),
            Times.show(Micros.toInstant(span.from()), zone),
            Times.show(Micros.toInstant(span.to() - 1), zone));
  }
}
