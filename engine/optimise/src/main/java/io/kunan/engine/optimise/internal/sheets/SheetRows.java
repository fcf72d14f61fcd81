package io.kunan.engine.optimise.internal.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The lines of one table under columns that are known. */
final class SheetRows {
  private static final char[] SEPARATORS = {',', ';', '\t'};

  private final Sheet sheet;
  private final Consumer<Fault> faults;
  private final Map<Field, Integer> places = new EnumMap<>(Field.class);
  private final List<String> headers = new ArrayList<>();
  private final List<SheetRow> rows = new ArrayList<>();

  /**
   * @param fields columns the table may have
   * @param columns headers that are not known, and the English name of the column they stand for
   */
  SheetRows(Sheet sheet, List<Field> fields, Map<String, String> columns, Consumer<Fault> faults) {
    this.sheet = sheet;
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
          head(record, fields, columns);
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

  private void head(CsvRecord record, List<Field> fields, Map<String, String> columns) {
    for (int i = 0; i < record.getFieldCount(); i++) {
      String header = record.getField(i).strip();
      headers.add(header);
      String meant = columns.getOrDefault(header, header);
      for (Field field : fields) {
        if (field.isNamed(meant)) {
          places.putIfAbsent(field, i);
        }
      }
    }
  }

  /** The lines, when the columns that must be there are; otherwise none, and that is told. */
  List<SheetRow> rows(Field... needed) {
    boolean isComplete = true;
    for (Field field : needed) {
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

  /** Place of a column, −1 when the table has none. */
  int place(Field field) {
    return places.getOrDefault(field, -1);
  }

  /** Tells of a cell that cannot be used. */
  void say(SheetRow row, Field field, String value, String allowed, String remedy) {
    int place = place(field);
    String header = place < 0 ? field.english() : headers.get(place);
    faults.accept(new Fault(sheet.name(), row.line(), header, value, allowed, remedy));
  }
}
