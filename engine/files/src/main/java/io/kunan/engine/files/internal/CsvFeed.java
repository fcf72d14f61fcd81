package io.kunan.engine.files.internal;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kunan.kernel.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Records whose cells are set apart by one character and may stand in quotes. */
final class CsvFeed implements RecordFeed {
  private final CloseableIterator<CellBuffer> records;

  /**
   * @param lines from the first one to be split
   * @param findings told of lines whose quotes are broken
   */
  CsvFeed(Lines lines, char separator, Findings findings) {
    records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .build(new Cells(lines.number()), new QuoteGuard(lines, separator, findings))
            .iterator();
  }

  @Override
  public @Nullable CellBuffer next() throws IOException {
    try {
      while (records.hasNext()) {
        CellBuffer record = records.next();
        if (record.cells() > 1 || !record.isEmpty(0)) {
          return record;
        }
      }
      return null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw e.getCause() instanceof InputException ours ? ours : e;
    }
  }

  private static final class Cells extends AbstractBaseCsvCallbackHandler<CellBuffer> {
    private final CellBuffer record = new CellBuffer();
    private final long linesBefore;

    Cells(long linesBefore) {
      this.linesBefore = linesBefore;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      record.begin(linesBefore + startingLineNumber);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      record.add(buffer, offset, length);
    }

    @Override
    protected CellBuffer buildRecord() {
      return record;
    }
  }
}
