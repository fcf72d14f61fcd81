package io.kunan.engine.files;

import static io.kunan.engine.files.Written.numbers;
import static io.kunan.engine.files.Written.read;
import static io.kunan.engine.files.Written.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TagId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @TempDir Path folder;

  @Test
  void readsNumbersWordsAndLocalTimes() throws SQLException {
    Path file =
        parquet(
            "SELECT TIMESTAMP '2020-01-01 08:00:00' + INTERVAL (i) MINUTE AS \"when\","
                + " i * 0.5 AS half, i AS whole, i % 2 = 0 AS even,"
                + " CASE WHEN i = 1 THEN NULL ELSE i * 2 END AS gaps,"
                + " 'shift ' || i AS shift FROM range(3) t(i)");
    FileTable read = read(file, FileFormat.DETECT.withTime("when", null).withZone(SHANGHAI));
    assertThat(read.table().columnNames())
        .containsExactly("half", "whole", "even", "gaps", "shift");
    assertThat(Micros.toInstant(read.table().times()[1])).isEqualTo("2020-01-01T00:01:00Z");
    assertThat(numbers(read.table(), "half")).containsExactly(0.0, 0.5, 1.0);
    assertThat(numbers(read.table(), "even")).containsExactly(1.0, 0.0, 1.0);
    assertThat(numbers(read.table(), "gaps")).containsExactly(0.0, Double.NaN, 4.0);
    assertThat(words(read.table(), "shift")).containsExactly("shift 0", "shift 1", "shift 2");
    assertThat(read.report().rejected()).isZero();
  }

  @Test
  void readsTimesWithZoneAsTheInstantsTheyAre() throws SQLException {
    Path file =
        parquet(
            "SELECT make_timestamptz(2020, 1, 1, 8, 0, 0, 'Asia/Shanghai') AS t, 1 AS a",
            "SELECT epoch_ms(1577836800000)::TIMESTAMPTZ AS t, 1 AS a");
    FileTable read = read(file, FileFormat.DETECT.withTime("t", null).withZone(SHANGHAI));
    assertThat(Micros.toInstant(read.table().times()[0]))
        .isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
  }

  @Test
  void readsCountsAndTextAsTimes() throws SQLException {
    Path counts = parquet("SELECT 1577836800000001 + i AS t, i AS a FROM range(2) x(i)");
    assertThat(read(counts, FileFormat.DETECT.withTime("t", null)).table().times())
        .containsExactly(1_577_836_800_000_001L, 1_577_836_800_000_002L);
    Path text = parquet("SELECT '31/01/2020 13:0' || i AS t, i AS a FROM range(2) x(i)");
    assertThat(read(text, FileFormat.DETECT.withTime("t", null)).report().timeFormat())
        .isEqualTo("d/M/yyyy H:mm");
  }

  @Test
  void rejectsRowsByTheirNumber() throws SQLException {
    Path file =
        parquet(
            "SELECT DATE '2020-01-05' - CAST(i = 2 AS INT) * 3 AS t, i AS a FROM range(4) x(i)");
    FileTable read = read(file, FileFormat.DETECT.withTime("t", null));
    assertThat(read.report().rejects()).extracting(Reject::line).containsExactly(3L);
    assertThat(read.table().rows()).isEqualTo(3);
  }

  @Test
  void streamsPoints() throws SQLException {
    Path file =
        parquet(
            "SELECT TIMESTAMP '2020-01-01' + INTERVAL (i) SECOND AS t, i % 60 AS a"
                + " FROM range(300000) x(i)");
    long[] seen = new long[2];
    ImportReport report =
        new PointFile(
                file,
                FileFormat.DETECT.withTime("t", null),
                List.of(PointColumn.numbers("a", new TagId(7))))
            .read(
                batch -> {
                  for (int i = 0; i < batch.size(); i++) {
                    seen[0]++;
                    seen[1] += (long) batch.value(i);
                  }
                  return true;
                },
                Progress.NONE);
    assertThat(report.points()).isEqualTo(300_000);
    assertThat(seen).containsExactly(300_000L, 8_850_000L);
  }

  @Test
  void refusesADamagedFile() throws IOException {
    Path file =
        Files.write(
            folder.resolve("x.parquet"), "PAR1 and no more".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> read(file, FileFormat.DETECT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Parquet");
  }

  /** Writes the first of the queries that DuckDB can answer without further extensions. */
  private Path parquet(String... queries) throws SQLException {
    Path file = folder.resolve("it's data.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      String target = "' (FORMAT parquet)";
      statement.execute(
          "COPY ("
              + queries[queries.length - 1]
              + ") TO '"
              + file.toString().replace("'", "''")
              + target);
    }
    return file;
  }
}
