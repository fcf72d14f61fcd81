package io.kunan.platform.assets.internal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.web.CsvDownload;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tags as a table that a spreadsheet opens; states are written {@code 0=停=off|1=运行=on}. */
final class TagCsv {
  private static final List<String> COLUMNS =
      List.of(
          "name",
          "asset",
          "quantity",
          "label_zh",
          "label_en",
          "group_zh",
          "group_en",
          "unit",
          "low",
          "high",
          "limit_low",
          "limit_high",
          "step",
          "states",
          "retention_class",
          "period_s",
          "virtual",
          "exception_deviation",
          "door_deviation",
          "compression_longest_s");
  private static final Set<String> NEEDED = Set.of("name", "asset", "quantity");

  private TagCsv() {}

  static void write(List<TagLine> tags, Writer to) throws IOException {
    to.write('\uFEFF'); // spreadsheets take it for UTF-8 only with this mark
    try (CsvWriter csv = CsvWriter.builder().build(to)) {
      csv.writeRecord(COLUMNS);
      for (TagLine tag : tags) {
        csv.writeRecord(cells(tag));
      }
    }
  }

  /** What a reader does with lines. */
  interface Taker extends ObjLongConsumer<TagLine> {
    void reject(long line, @Sentence String reason);
  }

  static void read(Reader from, Taker taker) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(false)
            .skipEmptyLines(true)
            .commentStrategy(CommentStrategy.SKIP)
            .allowMissingFields(true)
            .ofNamedCsvRecord(from)) {
      boolean checked = false;
      for (NamedCsvRecord row : rows) {
        if (!checked) {
          checkHeader(row.getHeader());
          checked = true;
        }
        take(row, taker);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkHeader(List<String> header) {
    if (!header.containsAll(NEEDED)) {
      throw new InputException(
          "line 1",
          "lacks one of the columns name, asset, quantity",
          "name the columns " + COLUMNS);
    }
    List<String> unknown = header.stream().filter(name -> !COLUMNS.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new InputException(
          "line 1", "the columns %s are not known".formatted(unknown), "use those of " + COLUMNS);
    }
  }

  private static void take(NamedCsvRecord row, Taker taker) {
    try {
      taker.accept(line(row), row.getStartingLineNumber());
    } catch (InputException e) {
      taker.reject(row.getStartingLineNumber(), String.valueOf(e.getMessage()));
    }
  }

  private static TagLine line(NamedCsvRecord row) {
    return new TagLine(
        text(row, "name"),
        text(row, "asset"),
        text(row, "quantity"),
        both(row, "label_zh", "label_en"),
        both(row, "group_zh", "group_en"),
        text(row, "unit"),
        number(row, "low"),
        number(row, "high"),
        number(row, "limit_low"),
        number(row, "limit_high"),
        flag(row, "step"),
        states(text(row, "states")),
        text(row, "retention_class"),
        number(row, "period_s"),
        flag(row, "virtual"),
        number(row, "exception_deviation"),
        number(row, "door_deviation"),
        number(row, "compression_longest_s"));
  }

  private static @Nullable String text(NamedCsvRecord row, String column) {
    return row.findField(column)
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .map(CsvDownload::original)
        .orElse(null);
  }

  private static @Nullable Text both(NamedCsvRecord row, String zhColumn, String enColumn) {
    String zh = text(row, zhColumn);
    String en = text(row, enColumn);
    if (zh == null) {
      return en == null ? null : Text.same(en);
    }
    return new Text(zh, en == null ? zh : en);
  }

  private static @Nullable Double number(NamedCsvRecord row, String column) {
    String cell = text(row, column);
    try {
      return cell == null ? null : Double.valueOf(cell);
    } catch (NumberFormatException e) {
      throw new InputException(column, "“%s” is no number".formatted(cell), "write 12.5", e);
    }
  }

  private static @Nullable Boolean flag(NamedCsvRecord row, String column) {
    String cell = text(row, column);
    return switch (cell) {
      case null -> null;
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw new InputException(
              column, "“%s” is neither true nor false".formatted(cell), "write true or false");
    };
  }

  private static @Nullable List<TagTraits.State> states(@Nullable String cell) {
    return cell == null ? null : Arrays.stream(cell.split("\\|")).map(TagCsv::state).toList();
  }

  private static TagTraits.State state(String text) {
    String[] parts = text.split("=", 3);
    try {
      String zh = parts[1].strip();
      return new TagTraits.State(
          Integer.parseInt(parts[0].strip()), zh, parts.length > 2 ? parts[2].strip() : zh);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new InputException(
          "states", "“%s” is no state".formatted(text), "write 0=停=off|1=运行=on", e);
    }
  }

  private static List<String> cells(TagLine tag) {
    Text label = tag.label() == null ? Text.same("") : tag.label();
    Text group = tag.group() == null ? Text.same("") : tag.group();
    return List.of(
        cell(tag.name()),
        cell(tag.asset()),
        cell(tag.quantity()),
        cell(label.zh()),
        cell(label.en()),
        cell(group.zh()),
        cell(group.en()),
        cell(tag.unit()),
        cell(tag.low()),
        cell(tag.high()),
        cell(tag.limitLow()),
        cell(tag.limitHigh()),
        cell(tag.step()),
        cell(tag.states() == null ? null : words(tag.states())),
        cell(tag.retentionClass()),
        cell(tag.period()),
        cell(tag.virtual()),
        cell(tag.exceptionDeviation()),
        cell(tag.doorDeviation()),
        cell(tag.compressionLongest()));
  }

  private static String words(List<TagTraits.State> states) {
    return states.stream()
        .map(state -> state.code() + "=" + state.zh() + "=" + state.en())
        .collect(Collectors.joining("|"));
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> CsvDownload.plain(text);
      default -> value.toString();
    };
  }
}
