package io.kunan.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * A table as a CSV file, streamed row by row: a table of a million rows needs no memory. A text
 * that a spreadsheet would run as a formula is made plain by an apostrophe before it.
 */
public final class CsvDownload {
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private CsvDownload() {}

  /** Where rows go; {@code null} is an empty cell. */
  @FunctionalInterface
  public interface Sheet {
    void row(@Nullable Object... cells);
  }

  /** What fills a sheet; it runs while the reader takes the file in. */
  @FunctionalInterface
  public interface Rows {
    void writeTo(Sheet sheet);
  }

  /**
   * The answer that carries the file.
   *
   * @param fileName such as {@code kunan-events.csv}
   */
  public static ResponseEntity<StreamingResponseBody> of(
      String fileName, List<String> header, Rows rows) {
    return answer(
        fileName,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          writer.write('\uFEFF'); // spreadsheets take it for UTF-8 only with this mark
          try (CsvWriter csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord(header);
            rows.writeTo(
                cells -> csv.writeRecord(Arrays.stream(cells).map(CsvDownload::cell).toList()));
          } catch (UncheckedIOException e) {
            throw new IOException("the reader of the table went away", e);
          }
        });
  }

  /** The answer that carries a file written by other means. */
  public static ResponseEntity<StreamingResponseBody> answer(
      String fileName, StreamingResponseBody body) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(fileName).build().toString())
        .body(body);
  }

  /** A text as it may stand in a table that a spreadsheet opens. */
  public static String plain(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** The text that {@link #plain} was given. */
  public static String original(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.toString();
      default -> plain(value.toString());
    };
  }
}
