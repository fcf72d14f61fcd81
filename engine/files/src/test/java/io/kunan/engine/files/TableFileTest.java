package io.kunan.engine.files;

import static io.kunan.engine.files.Written.file;
import static io.kunan.engine.files.Written.numbers;
import static io.kunan.engine.files.Written.read;
import static io.kunan.engine.files.Written.table;
import static io.kunan.engine.files.Written.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFileTest {
  private static final double NONE = Double.NaN;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"',',','", "';',';'", "tab,'\t'", "'|','|'", "whitespace,'   '"})
  void findsTheSeparator(String name, String written) throws IOException {
    Path file = file(folder, "a,b,c\n1,2.5,3\n4,5,6".replace(",", written));
    assertThat(FilePreview.of(file, FileFormat.DETECT).format().separator())
        .isEqualTo(FileFormat.separatorNamed(name));
    assertThat(numbers(table(file), "b")).containsExactly(2.5, 5.0);
  }

  @Test
  void takesTheSeparatorItIsGiven() throws IOException {
    Path file = file(folder, "a:b", "1:2");
    assertThat(read(file, FileFormat.DETECT.withSeparator(':')).table().columnNames())
        .containsExactly("a", "b");
  }

  @Test
  void namesColumnsWithoutHeaderByTheirNumber() throws IOException {
    Table table = table(file(folder, "  1.0e+00   2.0e+00", "  3.0e+00   4.0e+00"));
    assertThat(table.columnNames()).containsExactly("c1", "c2");
    assertThat(numbers(table, "c2")).containsExactly(2.0, 4.0);
  }

  @Test
  void readsTheFirstLineAsRowWhenToldThatThereIsNoHeader() throws IOException {
    Path file = file(folder, "on,1", "off,2");
    Table table = read(file, FileFormat.DETECT.withHeader(false)).table();
    assertThat(words(table, "c1")).containsExactly("on", "off");
  }

  @Test
  void findsTheHeaderThoughSomeNamesAreNumbers() throws IOException {
    Table table = table(file(folder, "Year,Month,1,2", "2018,1,5,6"));
    assertThat(table.columnNames()).containsExactly("Year", "Month", "1", "2");
  }

  @Test
  void makesNamesUniqueAndLeavesOutTheNamelessEndOfEachLine() throws IOException {
    Table table = table(file(folder, "a;a;;b;", "1;2;3;4;", "5;6;7;8;"));
    assertThat(table.columnNames()).containsExactly("a", "a#2", "c3", "b");
    assertThat(table.rows()).isEqualTo(2);
  }

  @Test
  void skipsLinesBeforeTheHeader() throws IOException {
    Path file = file(folder, "Export of plant 7, line 2", "", "a,b", "1,2", "x,4");
    FileTable read = read(file, FileFormat.DETECT.withSkipLines(2));
    assertThat(read.table().columnNames()).containsExactly("a", "b");
    assertThat(read.report().rejects()).extracting(Reject::line).containsExactly(5L);
  }

  @Test
  void readsQuotedCellsOverSeveralLinesAndKeepsLineNumbers() throws IOException {
    Path file =
        file(folder, "text,n", "\"a, \"\"b\"\"\nc\",1", "\"plain\",x", "5\" pipe,3", "d,4", "e,5");
    FileTable read = read(file, FileFormat.DETECT);
    assertThat(words(read.table(), "text"))
        .containsExactly("a, \"b\"\nc", "plain", "5\" pipe", "d", "e");
    assertThat(read.report().rejects()).containsExactly(new Reject(4, "n: “x” is no number"));
  }

  @Test
  void rejectsOnlyTheLineWhoseQuoteIsNotClosed() throws IOException {
    Path file = file(folder, "text,n", "a,1", "\"open,2", "c,3", "\"d\",4", "\"open too,5");
    FileTable read = read(file, FileFormat.DETECT);
    assertThat(words(read.table(), "text")).containsExactly("a", "c", "d");
    assertThat(read.report().rejects()).extracting(Reject::line).containsExactly(3L, 6L);
    assertThat(read.report().rejects().getFirst().reason()).contains("quote");
  }

  @Test
  void rejectsLinesOfAnotherLengthAndKeepsTheRest() throws IOException {
    Path file = file(folder, "a,b", "1,2", "3", "4,5,6", "", "7,8", "9,10,");
    FileTable read = read(file, FileFormat.DETECT);
    assertThat(numbers(read.table(), "a")).containsExactly(1.0, 7.0, 9.0);
    assertThat(read.report().rejects())
        .containsExactly(
            new Reject(3, "1 cells stand where 2 are expected"),
            new Reject(4, "3 cells stand where 2 are expected"));
    assertThat(read.report().rows()).isEqualTo(5);
  }

  @Test
  void rejectsCellsThatAreNoNumbersAndLeavesEmptyOnesAlone() throws IOException {
    Path file =
        file(
            folder,
            "a,b",
            "1,1",
            ",2",
            "NaN,3",
            "null,4",
            "bad,5",
            "\"1,234\",6",
            "1e999,7",
            "0x1F,8",
            "2,9",
            "+3.5,10",
            "-.5e-3,11",
            "6.,12");
    FileTable read = read(file, FileFormat.DETECT);
    assertThat(numbers(read.table(), "a"))
        .containsExactly(1.0, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 2.0, 3.5, -0.0005, 6.0);
    assertThat(read.report().rejects()).extracting(Reject::line).containsExactly(6L, 7L, 8L, 9L);
    assertThat(read.report().rejected()).isEqualTo(4);
    assertThat(read.report().points()).isEqualTo(17);
  }

  @Test
  void countsAllRejectsAndListsTheFirstThousand() throws IOException {
    String[] lines = new String[5_001];
    Arrays.fill(lines, "1,x");
    lines[0] = "a,b";
    for (int i = 1; i <= 3_000; i++) {
      lines[i] = "1,2";
    }
    ImportReport report = read(file(folder, lines), FileFormat.DETECT).report();
    assertThat(report.rejected()).isEqualTo(2_000);
    assertThat(report.rejects()).hasSize(ImportReport.LISTED);
    assertThat(report.rejects().getFirst().line()).isEqualTo(3_002);
  }

  @Test
  void readsNumbersAsWordsWhereTold() throws IOException {
    Path file = file(folder, "batch,n", "007,1", "008,2");
    Table table = read(file, FileFormat.DETECT.withWords(Set.of("batch"))).table();
    assertThat(words(table, "batch")).containsExactly("007", "008");
  }

  @Test
  void decidesAColumnThatStartsEmptyByItsFirstFilledCell() throws IOException {
    String[] lines = new String[20_003];
    Arrays.fill(lines, "1,,,some filling text");
    lines[0] = "n,late,word,fill";
    lines[20_001] = "1,2.5,off,x";
    lines[20_002] = "1,oops,on,x";
    FileTable read = read(file(folder, lines), FileFormat.DETECT);
    assertThat(numbers(read.table(), "late").get(20_000)).isEqualTo(2.5);
    assertThat(words(read.table(), "word")).endsWith("", "off", "on");
    assertThat(read.report().rejects()).extracting(Reject::line).containsExactly(20_003L);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,EFBBBF", "UTF-8,''", "GB18030,''", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
  void findsTheCharsetAndTakesOffTheByteOrderMark(String charset, String mark) throws IOException {
    byte[] text = "电压,电流\n4.1,500\n".getBytes(Charset.forName(charset));
    byte[] head = java.util.HexFormat.of().parseHex(mark);
    byte[] all = Arrays.copyOf(head, head.length + text.length);
    System.arraycopy(text, 0, all, head.length, text.length);
    Path file = Written.bytes(folder, all);
    assertThat(table(file).columnNames()).containsExactly("电压", "电流");
    assertThat(FilePreview.of(file, FileFormat.DETECT).format().charset())
        .isEqualTo(Charset.forName(charset));
  }

  @Test
  void readsLatin1WhenTold() throws IOException {
    Path file = file(folder, StandardCharsets.ISO_8859_1, "Temp [°C],b", "1,2");
    FileFormat latin = FileFormat.DETECT.withCharset(StandardCharsets.ISO_8859_1);
    assertThat(FilePreview.of(file, latin).columns().getFirst())
        .isEqualTo(new ColumnPreview("Temp [°C]", ColumnPreview.Kind.NUMBERS, "°C"));
  }

  @Test
  void readsDecimalCommas() throws IOException {
    Path file = file(folder, "a;b", "1,5;-2,25e1", "3;4", "1.5;2");
    FileTable read = read(file, FileFormat.DETECT);
    assertThat(numbers(read.table(), "b")).containsExactly(-22.5, 4.0, 2.0);
    assertThat(read.report().rejects()).containsExactly(new Reject(4, "a: “1.5” is no number"));
  }

  @Test
  void readsWindowsAndOldMacLineEnds() throws IOException {
    assertThat(numbers(table(file(folder, "a,b\r\n1,2\r\n3,4\r\n")), "b"))
        .containsExactly(2.0, 4.0);
    assertThat(numbers(table(file(folder, "a,b\r1,2\r3,4")), "b")).containsExactly(2.0, 4.0);
  }

  @Test
  void readsGzip() throws IOException {
    Path file = Written.bytes(folder, Written.gzip("a,b\n1,2\n"));
    assertThat(numbers(table(file), "b")).containsExactly(2.0);
  }

  @Test
  void keepsWhatStandsBeforeTheDamageOfAGzipFile() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 200_000; i++) {
      text.append(i).append(',').append(i * 7919L % 10_007).append('\n');
    }
    byte[] whole = Written.gzip(text.toString());
    Path file = Written.bytes(folder, Arrays.copyOf(whole, whole.length - 20_000));
    FileTable read = read(file, FileFormat.DETECT);
    assertThat(read.table().rows()).isGreaterThan(100_000);
    assertThat(read.report().rejects()).hasSize(1);
    assertThat(read.report().rejects().getFirst().reason()).contains("breaks off");
  }

  @Test
  void refusesAFileThatIsNotThereOrHoldsNothing() throws IOException {
    Path absent = folder.resolve("absent.csv");
    assertThatThrownBy(() -> table(absent))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent.csv");
    Path empty = file(folder, "");
    assertThatThrownBy(() -> table(empty)).hasMessageContaining("no rows");
    Path header = file(folder, "a,b", "");
    assertThatThrownBy(() -> table(header)).hasMessageContaining("no rows");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = Written.bytes(folder, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
    assertThatThrownBy(() -> table(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no text");
  }

  @Test
  void keepsTheRowsOfALogThatEndsInZeros() throws IOException {
    byte[] text = ("a,b\n" + "1,2\n".repeat(500)).getBytes(StandardCharsets.UTF_8);
    FileTable read =
        read(Written.bytes(folder, Arrays.copyOf(text, text.length + 300)), FileFormat.DETECT);
    assertThat(read.table().rows()).isEqualTo(500);
    assertThat(read.report().rejected()).isZero();
  }

  @Test
  void refusesAFileOfWhichNoLineCanBeUsedAndTellsTheFirstReason() throws IOException {
    Path file = file(folder, "t,a", "soon,1", "later,2");
    assertThatThrownBy(() -> read(file, FileFormat.DETECT.withTime("t", "iso")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("soon");
  }

  @Test
  void refusesASeparatorOrDecimalSignThatIsNone() {
    assertThatThrownBy(() -> FileFormat.separatorNamed("ab")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> FileFormat.DETECT.withDecimal('x')).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> FileFormat.DETECT.withSeparator(',').withDecimal(','))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> FileFormat.zoneNamed("Atlantis")).isInstanceOf(InputException.class);
  }

  @Test
  void stopsWhenAskedAndSaysSo() throws IOException {
    String[] lines = new String[100_001];
    Arrays.fill(lines, "1,2");
    lines[0] = "a,b";
    Path file = file(folder, lines);
    FileTable read =
        new TableFile(file, FileFormat.DETECT).read((done, total, what) -> done < total / 2);
    assertThat(read.report().stopped()).isTrue();
    assertThat(read.table().rows()).isBetween(10_000, 90_000);
  }
}
