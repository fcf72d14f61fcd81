package io.kunan.engine.files.internal;

import io.kunan.kernel.Sentence;
import java.io.IOException;
import java.util.List;

/** The rows of a text file. */
final class TextRows implements Rows {
  private final TextInput input;
  private final RecordFeed feed;
  private final List<String> columns;
  private final char decimal;
  private final long total;
  private CellBuffer row = new CellBuffer();

  /**
   * @param total bytes of the file
   */
  TextRows(TextInput input, RecordFeed feed, List<String> columns, char decimal, long total) {
    this.input = input;
    this.feed = feed;
    this.columns = columns;
    this.decimal = decimal;
    this.total = total;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() throws IOException {
    CellBuffer record = feed.next();
    if (record == null) {
      return false;
    }
    row = record;
    return true;
  }

  @Override
  public long line() {
    return row.line();
  }

  /** Cells beyond the last column do no harm while they are empty: many exports end lines so. */
  @Override
  public @Sentence String misfit() {
    int cells = row.cells();
    while (cells > columns.size() && row.isEmpty(cells - 1)) {
      cells--;
    }
    return cells == columns.size()
        ? ""
        : "%d cells stand where %d are expected".formatted(row.cells(), columns.size());
  }

  @Override
  public boolean isMissing(int column) {
    return switch (row.end(column) - row.start(column)) {
      case 0 -> true;
      case 2, 3, 4 -> Missing.isWord(row.chars(), row.start(column), row.end(column));
      default -> false;
    };
  }

  @Override
  public double number(int column) {
    return Numbers.read(row.chars(), row.start(column), row.end(column), decimal);
  }

  @Override
  public String text(int column) {
    return row.text(column);
  }

  @Override
  public boolean time(int column, TimeReader reader, WallTime out) {
    return reader.read(row.chars(), row.start(column), row.end(column), out);
  }

  @Override
  public long done() {
    return input.bytesRead();
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
