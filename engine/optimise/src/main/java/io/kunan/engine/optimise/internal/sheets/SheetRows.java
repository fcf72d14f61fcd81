package io.kunan.engine.optimise.internal.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Header;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.engine.optimise.plant.PlantSheets.Table;
import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of one table under columns that are known. */
final class SheetRows {
  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final int SAMPLE = 3;

  private final Kind kind;
  private final Sheet sheet;
  private final Map<String, String> said;
  private final Consumer<Fault> faults;
  private final Map<Field, Integer> places = new EnumMap<>(Field.class);
  private final List<String> headers = new ArrayList<>();
  private final List<SheetRow> rows = new ArrayList<>();

  /**
   * @param said headers and the English name of the column each stands for, empty for none
   */
  SheetRows(Kind kind, Sheet sheet, Map<String, String> said, Consumer<Fault> faults) {
    this.kind = kind;
    this.sheet = sheet;
    this.said = said;
    this.faults = faults;
    String text = sheet.text().startsWith("\uFEFF") ? sheet.text().substring(1) : sheet.text();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        if (headers.isEmpty()) {
          head(record);
        } else if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          rows.add(new SheetRow(this, record.getStartingLineNumber(), record.getFields()));
        }
      }
    } catch (CsvParseException | java.io.IOException e) {
      faults.accept(
          new Fault(
              sheet.name(),
              rows.isEmpty() ? 1 : rows.getLast().line() + 1,
              "",
              "",
              "CSV with quotes in pairs",
              "mend the line; what follows was not read"));
    }
  }

  private static char separator(String text) {
    String head = text.lines().findFirst().orElse("");
    char best = SEPARATORS[0];
    for (char each : SEPARATORS) {
      if (head.chars().filter(c -> c == each).count() > count(head, best)) {
        best = each;
      }
    }
    return best;
  }

  private static long count(String head, char separator) {
    return head.chars().filter(c -> c == separator).count();
  }

  private void head(CsvRecord record) {
    for (int i = 0; i < record.getFieldCount(); i++) {
      String header = record.getField(i).strip();
      headers.add(header);
      String meant = said.getOrDefault(header, header);
      for (Field field : SheetTemplates.fields(kind)) {
        // What a person said comes before what only has the name.
        if (field.isNamed(meant) && (said.containsKey(header) || !places.containsKey(field))) {
          places.put(field, i);
        }
      }
    }
  }

  /** The lines, when the columns that must be there are; otherwise none, and that is told. */
  List<SheetRow> rows() {
    boolean isComplete = true;
    for (Field field : SheetTemplates.needed(kind)) {
      if (!places.containsKey(field)) {
        isComplete = false;
        faults.accept(
            new Fault(
                sheet.name(),
                1,
                field.english(),
                String.join(", ", headers),
                "a column “%s” or “%s”".formatted(field.english(), field.chinese()),
                "add it, or say which of the columns it is"));
      }
    }
    return isComplete ? rows : List.of();
  }

  /** What the table looks like. */
  Table table() {
    List<Header> found = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      int place = i;
      String field =
          places.entrySet().stream()
              .filter(entry -> entry.getValue() == place)
              .map(entry -> entry.getKey().english())
              .findFirst()
              .orElse(null);
      found.add(new Header(headers.get(i), field, field == null ? suggestion(i) : null));
    }
    return new Table(
        kind,
        sheet.name(),
        rows.size(),
        found,
        rows.stream().limit(SAMPLE).map(SheetRow::cells).toList());
  }

  /** The column that is still free and looks most like a header. */
  private @Nullable String suggestion(int header) {
    if (said.containsKey(headers.get(header))) {
      return null;
    }
    return SheetTemplates.fields(kind).stream()
        .filter(field -> !places.containsKey(field))
        .filter(field -> field.likeness(headers.get(header)) > 0)
        .max(Comparator.comparingInt(field -> field.likeness(headers.get(header))))
        .map(Field::english)
        .orElse(null);
  }

  /** Place of a column, −1 when the table has none. */
  int place(Field field) {
    return places.getOrDefault(field, -1);
  }

  /** Tells of a cell that cannot be used. */
  void say(
      SheetRow row, Field field, String value, @Sentence String allowed, @Sentence String remedy) {
    int place = place(field);
    String header = place < 0 ? field.english() : headers.get(place);
    faults.accept(new Fault(sheet.name(), row.line(), header, value, allowed, remedy));
  }
}
