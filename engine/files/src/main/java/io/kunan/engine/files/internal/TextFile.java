package io.kunan.engine.files.internal;

import io.kunan.engine.files.ColumnPreview;
import io.kunan.engine.files.FileFormat;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text file with a known form. */
record TextFile(
    Path path,
    FileFormat format,
    List<ColumnPreview> columns,
    List<List<String>> sample,
    @Sentence String timeTrouble)
    implements DataFile {
  private static final int HEAD = 1 << 18;

  static TextFile examine(Path path, FileFormat asked) throws IOException {
    String head;
    Charset charset;
    try (TextInput input = TextInput.open(path, asked.charset())) {
      head = head(input);
      charset = input.charset();
    }
    FileFormat format = asked.withCharset(charset);
    if (format.separator() == null) {
      format = format.withSeparator(SeparatorGuess.of(head, asked.skipLines()));
    }
    List<List<String>> records = records(head, format);
    if (records.isEmpty()) {
      throw new InputException(path.toString(), "it holds no rows", "give a file with rows");
    }
    return examine(path, format, records);
  }

  private static TextFile examine(Path path, FileFormat split, List<List<String>> records) {
    FileFormat format = split;
    if (format.decimal() == null) {
      char separator = Objects.requireNonNull(format.separator());
      format = format.withDecimal(CellGuess.decimalSign(records, separator));
    }
    char decimal = Objects.requireNonNull(format.decimal());
    if (format.header() == null) {
      format = format.withHeader(CellGuess.isHeader(records, decimal));
    }
    List<List<String>> rows = hasHeader(format) ? records.subList(1, records.size()) : records;
    List<String> names =
        hasHeader(format)
            ? Names.of(records.getFirst(), rows)
            : Names.numbered(records.getFirst().size());
    SampleColumns columns = SampleColumns.of(path, names, rows, format);
    return new TextFile(
        path, columns.format(), columns.columns(), columns.rows(), columns.timeTrouble());
  }

  @Override
  public Rows open(Findings findings) throws IOException {
    TextInput input = TextInput.open(path, format.charset());
    try {
      RecordFeed feed = feed(new Lines(input.reader()), format, findings);
      if (hasHeader(format)) {
        feed.next();
      }
      List<String> names = columns.stream().map(ColumnPreview::name).toList();
      char decimal = Objects.requireNonNull(format.decimal());
      return new TextRows(input, feed, names, decimal, Files.size(path));
    } catch (IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private static boolean hasHeader(FileFormat format) {
    return Objects.requireNonNull(format.header());
  }

  private static RecordFeed feed(Lines lines, FileFormat format, Findings findings)
      throws IOException {
    for (int i = 0; i < format.skipLines(); i++) {
      lines.next();
    }
    char separator = Objects.requireNonNull(format.separator());
    return separator == FileFormat.WHITE_SPACE
        ? new SpacedFeed(lines)
        : new CsvFeed(lines, separator, findings);
  }

  /** The start of the text up to a line end, so that no row of the sample is cut. */
  private static String head(TextInput input) throws IOException {
    char[] head = new char[HEAD];
    int filled = 0;
    int count;
    while (filled < HEAD && (count = input.reader().read(head, filled, HEAD - filled)) > 0) {
      filled += count;
    }
    String text = new String(head, 0, filled);
    int lineEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return filled < HEAD || lineEnd < 0 ? text : text.substring(0, lineEnd + 1);
  }

  private static List<List<String>> records(String head, FileFormat format) throws IOException {
    RecordFeed feed = feed(new Lines(new StringReader(head)), format, new Findings());
    List<List<String>> records = new ArrayList<>();
    for (@Nullable CellBuffer record = feed.next(); record != null; record = feed.next()) {
      List<String> cells = new ArrayList<>(record.cells());
      for (int i = 0; i < record.cells(); i++) {
        cells.add(record.text(i));
      }
      records.add(cells);
    }
    return records;
  }
}
