package io.kunan.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kunan.kernel.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
  /** How a file is written. */
  record Form(char separator, char decimal, String charset, String timeFormat) {}

  @Property(tries = 300)
  void readsTheTableThatWasWritten(@ForAll("tables") Table table, @ForAll("forms") Form form)
      throws IOException {
    Path file = Files.createTempFile("round", ".csv");
    try {
      write(table, form, file);
      FileFormat format =
          FileFormat.DETECT
              .withSeparator(form.separator)
              .withDecimal(form.decimal)
              .withCharset(Charset.forName(form.charset))
              .withHeader(true)
              .withTime("time", form.timeFormat)
              .withWords(Set.of("word"));
      FileTable read = Written.read(file, format);
      assertThat(read.report().rejects()).isEmpty();
      assertThat(read.report().rows()).isEqualTo(table.rows());
      assertThat(read.table().times()).isEqualTo(table.times());
      assertThat(Written.numbers(read.table(), "x")).isEqualTo(Written.numbers(table, "x"));
      assertThat(Written.numbers(read.table(), "y")).isEqualTo(Written.numbers(table, "y"));
      assertThat(Written.words(read.table(), "word")).isEqualTo(Written.words(table, "word"));
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 500)
  void countsEveryRecordAsRowOrRejectWhateverStandsInTheFile(@ForAll("garbage") List<String> lines)
      throws IOException {
    Path file = Files.createTempFile("lines", ".csv");
    try {
      Files.writeString(file, "t,a\n2020-01-01,1\n" + String.join("\n", lines) + "\n");
      FileFormat format =
          FileFormat.DETECT.withSeparator(',').withHeader(true).withTime("t", "iso");
      FileTable read = Written.read(file, format);
      List<Reject> rejects = read.report().rejects();
      long cells = rejects.stream().filter(it -> it.reason().startsWith("a:")).count();
      long quotes = rejects.stream().filter(it -> it.reason().contains("quote")).count();
      assertThat(read.table().rows() + rejects.size() - cells - quotes)
          .isEqualTo(read.report().rows());
      assertThat(read.table().times()).isSorted();
      assertThat(rejects)
          .allSatisfy(reject -> assertThat(reject.line()).isBetween(3L, 2L + lines.size()));
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<Form> forms() {
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t', '|'),
            Arbitraries.of('.', ','),
            Arbitraries.of("UTF-8", "GB18030"),
            Arbitraries.of(
                "iso", "epoch-us", "dd/MM/yyyy HH:mm:ss.SSSSSS", "dd-MMM-yyyy HH:mm:ss.SSSSSS"))
        .as(Form::new)
        .filter(form -> form.separator != form.decimal);
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<Long> time =
        Arbitraries.longs().between(0, 4_000_000_000L * Micros.PER_SECOND).filter(t -> t >= 0);
    Arbitrary<Double> number =
        Arbitraries.doubles().injectNull(0.1).map(d -> d == null ? Double.NaN : d);
    Arbitrary<String> word =
        Arbitraries.strings()
            .withChars("ab1,;|\t\n\" 电解槽é")
            .ofMaxLength(8)
            .map(String::strip)
            .filter(w -> !Set.of("NaN", "nan", "NA", "N/A", "null", "NULL").contains(w));
    return Arbitraries.integers()
        .between(1, 40)
        .flatMap(
            rows ->
                Combinators.combine(
                        time.array(Long[].class).ofSize(rows),
                        number.array(Double[].class).ofSize(rows),
                        number.array(Double[].class).ofSize(rows),
                        word.list().ofSize(rows))
                    .as(RoundTripTest::table));
  }

  @Provide
  Arbitrary<List<String>> garbage() {
    Arbitrary<String> noise =
        Arbitraries.strings().withChars("0123456789-,\":ae .").ofMaxLength(14);
    Arbitrary<String> nearly =
        Combinators.combine(
                Arbitraries.integers().between(1, 29),
                Arbitraries.of("1", "-2.5", "", "x", "\"3\"", "\"x", "1,2", "\"a,b\""))
            .as((day, cell) -> "2020-01-%02d,%s".formatted(day, cell));
    return Arbitraries.oneOf(noise, nearly).list().ofMaxSize(60);
  }

  private static Table table(Long[] times, Double[] x, Double[] y, List<String> words) {
    return new Table(
        List.of(times).stream().mapToLong(Long::longValue).sorted().toArray(),
        List.of(
            new Column.Numbers("x", unboxed(x)),
            new Column.Words("word", words),
            new Column.Numbers("y", unboxed(y))));
  }

  private static double[] unboxed(Double[] values) {
    return List.of(values).stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void write(Table table, Form form, Path file) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(form.separator)
            .build(file, Charset.forName(form.charset))) {
      csv.writeRecord("x", "time", "word", "y");
      for (int row = 0; row < table.rows(); row++) {
        List<String> cells = new ArrayList<>();
        cells.add(number(Written.numbers(table, "x").get(row), form));
        cells.add(time(table.times()[row], form));
        cells.add(Written.words(table, "word").get(row));
        cells.add(number(Written.numbers(table, "y").get(row), form));
        csv.writeRecord(cells);
      }
    }
  }

  private static String number(double value, Form form) {
    return Double.isNaN(value) ? "" : Double.toString(value).replace('.', form.decimal);
  }

  private static String time(long micros, Form form) {
    LocalDateTime wall = LocalDateTime.ofInstant(Micros.toInstant(micros), ZoneOffset.UTC);
    return switch (form.timeFormat) {
      case "iso" -> wall.toString();
      case "epoch-us" -> Long.toString(micros);
      default ->
          wall.format(DateTimeFormatter.ofPattern(form.timeFormat, java.util.Locale.ENGLISH));
    };
  }
}
