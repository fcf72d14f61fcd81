package io.kunan.engine.history.internal.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.history.HistoryOptions;
import io.kunan.engine.history.Remark;
import io.kunan.engine.history.internal.duck.Journal.Entry;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void tellsAgainWhatItWasGiven() throws IOException {
    Path file = folder.resolve("a.journal");
    var remark = new Remark("化验室", "wrong sample");
    try (Journal journal = Journal.create(file)) {
      journal.write(List.of(entry(3, 0, null), entry(200_000, 3, remark)), 7_000_000);
      journal.write(List.of(entry(1, 200_003, null)), 8_000_000);
    }
    List<Told> told = read(file);
    assertThat(told).hasSize(200_004);
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i))
          .isEqualTo(
              new Told(
                  i + 1,
                  i * 1_000L,
                  i * 0.5,
                  Quality.GOOD,
                  i == 200_003 ? 8_000_000 : 7_000_000,
                  i >= 3 && i < 200_003 ? remark : null));
    }
  }

  /** However the file ends, whole batches are there and half ones are not, and writing goes on. */
  @Property(tries = 60)
  void keepsWholeBatchesOfAFileCutAnywhere(@ForAll @IntRange(min = 0, max = 3_000) int bytesLost)
      throws IOException {
    Path place = Files.createTempDirectory("journal");
    Path file = place.resolve("a.journal");
    int written = 0;
    try (Journal journal = Journal.create(file)) {
      for (int batch = 1; batch <= 10; batch++) {
        journal.write(List.of(entry(batch, written, null)), 0);
        written += batch;
      }
    }
    try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(Math.max(0, cut.length() - bytesLost));
    }
    int found = read(file).size();
    assertThat(found).isIn(0, 1, 3, 6, 10, 15, 21, 28, 36, 45, 55);
    try (Journal journal = Journal.reopen(file, (tag, time, value, quality, at, remark) -> {})) {
      journal.write(List.of(entry(5, 0, null)), 0);
    }
    assertThat(read(file)).hasSize(found + 5);
    Files.delete(file);
    Files.delete(place);
  }

  @Test
  void putsAsideWhatDisagreesWithItsChecksum() throws IOException {
    Path file = folder.resolve("a.journal");
    long good;
    try (Journal journal = Journal.create(file)) {
      journal.write(List.of(entry(10, 0, null)), 0);
      good = Files.size(file);
      journal.write(List.of(entry(10, 10, null)), 0);
    }
    long whole = Files.size(file);
    try (var damage = new RandomAccessFile(file.toFile(), "rw")) {
      damage.seek(good + 60);
      damage.write(0x55);
    }
    assertThat(read(file)).hasSize(10);
    assertThat(Path.of(file + ".damaged-" + good)).hasSize(whole - good);
    assertThat(read(file)).hasSize(10);
  }

  @Test
  void refusesAFileThatIsSomethingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.journal"), "time,value\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not a journal");
    assertThat(file).hasContent("time,value\n");
  }

  @Test
  void countsNothingThatCouldNotBeWritten() throws IOException {
    try (Journal journal = Journal.create(folder.resolve("a.journal"))) {
      journal.write(List.of(entry(1, 0, null)), 0);
      journal.close();
      assertThatThrownBy(() -> journal.write(List.of(entry(1, 1, null)), 0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("a.journal");
    }
    assertThat(read(folder.resolve("a.journal"))).hasSize(1);
  }

  /** Before the journal, hot points were kept in a DuckDB file each. */
  @Test
  void takesUpTheHotTablesOfAnEarlierVersion() throws SQLException, IOException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder + "/hot-1.duckdb");
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE points(tag INTEGER, time_us BIGINT, value DOUBLE, quality SMALLINT)");
      statement.execute("CREATE TABLE clock(first_row BIGINT, arrived BIGINT)");
      statement.execute(
          "CREATE TABLE remarks(first_row BIGINT, rows INTEGER, who VARCHAR, why VARCHAR)");
      statement.execute(
          "INSERT INTO points VALUES (1, 1000, 1, 0), (1, 2000, 2, 0), (1, 1000, 9, 0)");
      statement.execute("INSERT INTO clock VALUES (0, 5000000), (2, 6000000)");
      statement.execute("INSERT INTO remarks VALUES (2, 1, 'lab', 'wrong sample')");
    }
    List<String> found = new ArrayList<>();
    try (DuckStore store = DuckStore.open(HistoryOptions.in(folder))) {
      store.scan(
          List.of(new TagId(1)),
          TimeRange.ALL,
          batch -> {
            for (int i = 0; i < batch.size(); i++) {
              found.add(batch.time(i) + " " + batch.value(i));
            }
            return true;
          });
      store.maintenance().seal();
      store.corrections(
          List.of(new TagId(1)),
          TimeRange.ALL,
          c -> found.add(c.oldValue() + " " + c.newValue() + " " + c.why() + " " + c.at()));
    }
    assertThat(found).containsExactly("1000 9.0", "2000 2.0", "1.0 9.0 wrong sample 6000000");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.matches("hot-.*duckdb.*"));
    }
  }

  /** Points of tags counted up from a first, each a millisecond after the one before. */
  private static Entry entry(int points, int first, @Nullable Remark remark) {
    var batch = PointBatch.builder(points);
    for (int i = first; i < first + points; i++) {
      batch.add(i + 1, i * 1_000L, i * 0.5, Quality.GOOD);
    }
    return new Entry(batch.build(), remark);
  }

  private static List<Told> read(Path file) throws IOException {
    List<Told> told = new ArrayList<>();
    Journal.reopen(
            file,
            (tag, time, value, quality, arrival, remark) ->
                told.add(new Told(tag, time, value, quality, arrival, remark)))
        .close();
    return told;
  }

  private record Told(
      int tag, long time, double value, short quality, long arrival, @Nullable Remark remark) {}
}
