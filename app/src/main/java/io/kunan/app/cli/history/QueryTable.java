package io.kunan.app.cli.history;

import io.kunan.app.cli.TextTable;
import io.kunan.app.cli.history.QueryAnswer.Entry;
import java.util.Objects;

/**
 * The answer of a query for a person: counts all entries and keeps the first; nobody reads more on
 * a terminal.
 */
final class QueryTable {
  private static final int SHOWN = 1_000;

  private final QueryAnswer answer;
  private final TextTable table;
  private long entries;

  QueryTable(QueryAnswer answer) {
    this.answer = answer;
    String value =
        answer.unit().isEmpty() ? answer.tag() : "%s [%s]".formatted(answer.tag(), answer.unit());
    table = new TextTable("", "time", value, answer.every() == null ? "quality" : "points");
  }

  void add(Entry entry) {
    entries++;
    if (entries <= SHOWN) {
      table.row(
          entry.time(),
          entry.value() == null ? Double.NaN : entry.value(),
          Objects.requireNonNullElse(
              entry.quality(), Objects.requireNonNullElse(entry.count(), "").toString()));
    }
  }

  TextTable first() {
    return table;
  }

  /** How much it was, and for a person whether the table holds all of it. */
  String remark(boolean json) {
    boolean cut = entries > SHOWN && !json;
    String shown = cut ? "; the table shows the first %,d, --json gives all".formatted(SHOWN) : "";
    return "%,d %s; times in %s%s"
        .formatted(
            entries,
            answer.every() == null ? "points" : "pieces of " + answer.every(),
            answer.zone(),
            shown);
  }
}
