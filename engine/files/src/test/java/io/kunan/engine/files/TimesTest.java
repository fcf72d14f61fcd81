package io.kunan.engine.files;

import static io.kunan.engine.files.Written.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso|2018-01-31T13:05|2018-01-31T13:05:00Z",
        "iso|2018-01-31 13:05:06.25|2018-01-31T13:05:06.25Z",
        "iso|2018-01-31T13:05:06+08:00|2018-01-31T05:05:06Z",
        "iso|2018-01-31T13:05:06,5Z|2018-01-31T13:05:06.5Z",
        "iso|2018-01-31 24:00|2018-02-01T00:00:00Z",
        "iso|2018-01-31|2018-01-31T00:00:00Z",
        "iso|2018-02|2018-02-01T00:00:00Z",
        "dd/MM/yyyy H:mm|31/01/2018 3:05|2018-01-31T03:05:00Z",
        "dd/MM/yyyy H:mm|1/2/2018 03:05|2018-02-01T03:05:00Z",
        "M/d/yyyy h:mm a|1/31/2018 1:05 pm|2018-01-31T13:05:00Z",
        "dd-MMM-yy HH:mm:ss|31-JAN-18 13:05:06|2018-01-31T13:05:06Z",
        "dd.MM.yy HH:mm|31.01.18 13:05|2018-01-31T13:05:00Z",
        "yyyyMMddHHmmss|20180131130506|2018-01-31T13:05:06Z",
        "yyyy-MM-dd'T'HH:mm:ss.SSS|2018-01-31T13:05:06.123|2018-01-31T13:05:06.123Z",
        "yyyy-MM-dd HH:mm[:ss]|2018-01-31 13:05|2018-01-31T13:05:00Z",
        "yyyy-MM-dd HH:mm:ssXXX|2018-01-31 13:05:06+01:00|2018-01-31T12:05:06Z",
        "yyyy年M月d日 H:mm|2018年1月31日 13:05|2018-01-31T13:05:00Z",
        "epoch-s|1517403906|2018-01-31T13:05:06Z",
        "epoch-s|1517403906.25|2018-01-31T13:05:06.25Z",
        "epoch-s|1.517403906E9|2018-01-31T13:05:06Z",
        "epoch-ms|1517403906250|2018-01-31T13:05:06.25Z",
        "epoch-us|1517403906250001|2018-01-31T13:05:06.250001Z",
        "epoch-ns|1517403906250001999|2018-01-31T13:05:06.250001Z",
        "epoch-s|-1|1969-12-31T23:59:59Z",
      })
  void readsATime(String format, String written, Instant instant) throws IOException {
    assertThat(times(format, written)).containsExactly(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso|2018-02-30 10:00",
        "iso|2018-01-31 25:00",
        "iso|2018-01-31 24:01",
        "iso|2018-01-31T10:00 o'clock",
        "iso|31/01/2018",
        "dd/MM/yyyy H:mm|31/13/2018 3:05",
        "dd/MM/yyyy H:mm|30/02/2018 3:05",
        "dd/MM/yyyy H:mm|30/01/18 3:05",
        "dd/MM/yyyy H:mm|30/01/2018 3:05:00",
        "dd-MMM-yyyy|30-Feb-2018",
        "epoch-s|yesterday",
        "epoch-s|99999999999999999999",
        "iso|''",
      })
  void rejectsWhatIsNoTime(String format, String written) throws IOException {
    Path file = file(folder, "t,a", "\"" + written + "\",1", "\"" + good(format) + "\",2");
    ImportReport report = Written.read(file, FileFormat.DETECT.withTime("t", format)).report();
    assertThat(report.rejects()).extracting(Reject::line).containsExactly(2L);
    assertThat(report.rows()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso|2018-01-31 13:05:06|2018-01-31 13:05:07",
        "d/M/yyyy H:mm|31/01/2018 13:05|31/01/2018 13:20",
        "M/d/yyyy H:mm|1/31/2018 13:05|1/31/2018 13:20",
        "M/d/yyyy h:mm:ss a|1/31/2018 1:05:00 PM|1/31/2018 1:20:00 PM",
        "yyyy/M/d H:mm|2018/1/31 13:05|2018/1/31 13:20",
        "d.M.yyyy H:mm|31.01.2018 13:05|31.01.2018 13:20",
        "d-MMM-yy H:mm:ss|31-Jan-18 13:05:00|31-Jan-18 13:20:00",
        "yyyyMMddHHmmss|20180131130500|20180131132000",
        "yyyyMMdd|20180130|20180131",
        "epoch-s|1517403906|1517403907",
        "epoch-ms|1517403906000|1517403907000",
        "epoch-us|1517403906000000|1517403907000000",
        "epoch-ns|1517403906000000000|1517403907000000000",
      })
  void findsOutHowTimesAreWritten(String format, String first, String second) throws IOException {
    Path file = file(folder, "t,a", first + ",1", second + ",2");
    assertThat(Written.read(file, FileFormat.DETECT.withTime("t", null)).report().timeFormat())
        .isEqualTo(format);
  }

  @Test
  void tellsDayFromMonthByTheSteps() throws IOException {
    Path days =
        file(folder, "t,a", "01/02/2018 22:00,1", "01/02/2018 23:00,1", "02/02/2018 0:00,1");
    assertThat(Written.read(days, FileFormat.DETECT.withTime("t", null)).report().timeFormat())
        .isEqualTo("d/M/yyyy H:mm");
    Path american =
        file(folder, "t,a", "02/01/2018 22:00,1", "02/01/2018 23:00,1", "02/02/2018 0:00,1");
    assertThat(Written.read(american, FileFormat.DETECT.withTime("t", null)).report().timeFormat())
        .isEqualTo("M/d/yyyy H:mm");
  }

  @Test
  void refusesToGuessWhenDayAndMonthCannotBeTold() throws IOException {
    Path file = file(folder, "t,a", "01/02/2018 22:00,1", "01/02/2018 23:00,1");
    FileFormat guess = FileFormat.DETECT.withTime("t", null);
    assertThatThrownBy(() -> Written.read(file, guess))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("d/M/yyyy H:mm")
        .hasMessageContaining("M/d/yyyy H:mm");
    assertThat(FilePreview.of(file, guess).timeTrouble()).contains("do not tell");
    assertThat(times("d/M/yyyy H:mm", "01/02/2018 22:00"))
        .containsExactly(Instant.parse("2018-02-01T22:00:00Z"));
  }

  @Test
  void refusesATimeColumnThatIsNotThereOrHoldsNoTimes() throws IOException {
    Path file = file(folder, "t,a", "soon,1");
    assertThatThrownBy(() -> Written.read(file, FileFormat.DETECT.withTime("time", null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[t, a]");
    assertThatThrownBy(() -> Written.read(file, FileFormat.DETECT.withTime("t", null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("soon");
    assertThatThrownBy(() -> Written.read(file, FileFormat.DETECT.withTime("t", "gobbledygook")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("gobbledygook");
  }

  @Test
  void readsMidnightAfterTheLastIntervalOfItsDateAs24() throws IOException {
    FileTable read =
        read(
            "dd/MM/yyyy H:mm",
            "UTC",
            "01/01/2018 23:30",
            "01/01/2018 23:45",
            "01/01/2018 0:00",
            "02/01/2018 0:15");
    assertThat(instants(read))
        .containsExactly(
            Instant.parse("2018-01-01T23:30:00Z"),
            Instant.parse("2018-01-01T23:45:00Z"),
            Instant.parse("2018-01-02T00:00:00Z"),
            Instant.parse("2018-01-02T00:15:00Z"));
    assertThat(read.report().repaired()).isEqualTo(1);
    assertThat(read.report().repairs()).extracting(Reject::line).containsExactly(4L);
    assertThat(read.report().rejected()).isZero();
  }

  @Test
  void repairsMidnightOfHourlyRowsAndOfTheFirstTwoRows() throws IOException {
    assertThat(
            read("iso", "UTC", "2018-01-01 22:00", "2018-01-01 23:00", "2018-01-01 00:00")
                .report()
                .repaired())
        .isEqualTo(1);
    assertThat(read("iso", "UTC", "2018-01-01 23:45", "2018-01-01 00:00").report().repaired())
        .isEqualTo(1);
    assertThat(
            read(
                    "iso",
                    "UTC",
                    "2018-01-01 06:00",
                    "2018-01-01 12:00",
                    "2018-01-01 18:00",
                    "2018-01-01 00:00")
                .report()
                .repaired())
        .isEqualTo(1);
  }

  @Test
  void rejectsEveryOtherStepBack() throws IOException {
    FileTable read =
        read(
            "iso",
            "UTC",
            "2018-01-01 10:00",
            "2018-01-01 10:15",
            "2018-01-01 00:00",
            "2018-01-01 10:05",
            "2018-01-01 10:15",
            "2018-01-01 10:30");
    assertThat(read.report().rejects()).extracting(Reject::line).containsExactly(4L, 5L);
    assertThat(read.report().rejects().getLast().reason())
        .isEqualTo("2018-01-01 10:05:00 steps back behind 2018-01-01 10:15:00 of line 3");
    assertThat(read.report().repaired()).isZero();
    assertThat(read.table().rows()).isEqualTo(4);
  }

  @Test
  void readsTimesWithoutOffsetInTheZoneAndSaysWhich() throws IOException {
    FileTable read = read("iso", "Asia/Shanghai", "2018-01-01 08:00");
    assertThat(instants(read)).containsExactly(Instant.parse("2018-01-01T00:00:00Z"));
    assertThat(read.report().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(FileFormat.DETECT.zone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void rejectsALocalTimeThatDoesNotExist() throws IOException {
    FileTable read =
        read("iso", "Europe/Berlin", "2018-03-25 01:45", "2018-03-25 02:15", "2018-03-25 03:00");
    assertThat(instants(read))
        .containsExactly(
            Instant.parse("2018-03-25T00:45:00Z"), Instant.parse("2018-03-25T01:00:00Z"));
    assertThat(read.report().rejects())
        .containsExactly(
            new Reject(
                3,
                "2018-03-25 02:15:00 does not exist in Europe/Berlin:"
                    + " the clock goes from 02:00 to 03:00"));
  }

  @Test
  void readsALocalTimeThatHappensTwiceAsItsFirstOccurrenceAndFlagsIt() throws IOException {
    FileTable read =
        read(
            "iso",
            "Europe/Berlin",
            "2018-10-28 01:30",
            "2018-10-28 02:30",
            "2018-10-28 02:00",
            "2018-10-28 03:00");
    assertThat(instants(read))
        .containsExactly(
            Instant.parse("2018-10-27T23:30:00Z"),
            Instant.parse("2018-10-28T00:30:00Z"),
            Instant.parse("2018-10-28T02:00:00Z"));
    assertThat(read.report().ambiguous()).isEqualTo(1);
    assertThat(read.report().repairs()).extracting(Reject::line).containsExactly(3L);
    assertThat(read.report().rejects()).extracting(Reject::line).containsExactly(4L);
    assertThat(read.report().rejects().getFirst().reason()).contains("offset");
  }

  @Test
  void keepsBothPassesOfTheRepeatedHourWhenOffsetsAreGiven() throws IOException {
    FileTable read = read("iso", "UTC", "2018-10-28T02:30+02:00", "2018-10-28T02:00+01:00");
    assertThat(read.report().rejected()).isZero();
    assertThat(read.table().rows()).isEqualTo(2);
  }

  @Test
  void readsEveryHourOfAYearInAZoneAsJavaDoes() throws IOException {
    List<String> hours =
        java.util.stream.Stream.iterate(
                java.time.LocalDateTime.of(2018, 1, 1, 0, 0), hour -> hour.plusMinutes(30))
            .limit(2 * 8_760)
            .map(java.time.LocalDateTime::toString)
            .toList();
    FileTable read = read("iso", "Europe/Berlin", hours.toArray(String[]::new));
    assertThat(read.report().rejected()).isEqualTo(2); // 2:00 and 2:30 of 25 March
    assertThat(read.report().ambiguous()).isEqualTo(2); // 2:00 and 2:30 of 28 October
    assertThat(instants(read))
        .containsExactlyElementsOf(
            hours.stream()
                .map(java.time.LocalDateTime::parse)
                .filter(local -> !BERLIN.getRules().getValidOffsets(local).isEmpty())
                .map(local -> local.atZone(BERLIN).toInstant())
                .toList());
  }

  private String good(String format) {
    return switch (format) {
      case "iso" -> "2018-01-31 13:05";
      case "epoch-s" -> "1517403906";
      case "dd-MMM-yyyy" -> "30-Jan-2018";
      default -> "31/01/2018 13:05";
    };
  }

  private List<Instant> times(String format, String... written) throws IOException {
    return instants(read(format, "UTC", written));
  }

  private FileTable read(String format, String zone, String... written) throws IOException {
    StringBuilder text = new StringBuilder("t;a");
    for (String time : written) {
      text.append('\n').append(time).append(";1");
    }
    FileFormat form =
        FileFormat.DETECT.withSeparator(';').withTime("t", format).withZone(ZoneId.of(zone));
    return Written.read(file(folder, text.toString()), form);
  }

  private static List<Instant> instants(FileTable read) {
    return Arrays.stream(read.table().times()).mapToObj(Micros::toInstant).toList();
  }
}
