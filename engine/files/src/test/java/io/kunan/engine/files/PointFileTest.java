package io.kunan.engine.files;

import static io.kunan.engine.files.Written.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kunan.kernel.InputException;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointFileTest {
  private static final FileFormat TIMED = FileFormat.DETECT.withTime("t", "iso");
  private static final TagId ONE = new TagId(1);
  private static final TagId TWO = new TagId(2);

  private record Point(int tag, Instant time, double value) {}

  @TempDir Path folder;

  @Test
  void streamsThePointsOfTheColumnsThatHaveATag() throws IOException {
    Path file = file(folder, "t,a,b,c", "2020-01-01T00:00Z,1,x,3", "2020-01-01T00:01Z,4,y,6");
    List<Point> points = new ArrayList<>();
    ImportReport report =
        read(file, points, PointColumn.numbers("a", ONE), PointColumn.numbers("c", TWO));
    assertThat(points)
        .containsExactly(
            new Point(1, Instant.parse("2020-01-01T00:00:00Z"), 1),
            new Point(2, Instant.parse("2020-01-01T00:00:00Z"), 3),
            new Point(1, Instant.parse("2020-01-01T00:01:00Z"), 4),
            new Point(2, Instant.parse("2020-01-01T00:01:00Z"), 6));
    assertThat(report.points()).isEqualTo(4);
    assertThat(report.range())
        .isEqualTo(
            TimeRange.of(
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2020-01-01T00:01:00.000001Z")));
  }

  @Test
  void makesNoPointOfAnEmptyCellAndRejectsOneThatIsNoNumber() throws IOException {
    Path file = file(folder, "t,a,b", "2020-01-01,1,5", "2020-01-02,,5", "2020-01-03,off,5");
    List<Point> points = new ArrayList<>();
    ImportReport report =
        read(file, points, PointColumn.numbers("a", ONE), PointColumn.numbers("b", TWO));
    assertThat(points).hasSize(4);
    assertThat(report.rejects()).containsExactly(new Reject(4, "a: “off” is no number"));
    assertThat(report.rejected()).isEqualTo(1);
  }

  @Test
  void turnsWordsIntoTheNumbersOfStates() throws IOException {
    Path file = file(folder, "t,mode", "2020-01-01,off", "2020-01-02,auto", "2020-01-03,what");
    List<Point> points = new ArrayList<>();
    ImportReport report =
        read(file, points, PointColumn.states("mode", ONE, Map.of("off", 0, "auto", 2)));
    assertThat(points).extracting(Point::value).containsExactly(0.0, 2.0);
    assertThat(report.rejects()).containsExactly(new Reject(4, "mode: “what” is no known state"));
  }

  @Test
  void convertsTheUnitOfTheFileIntoThatOfTheTag() throws IOException {
    Path file = file(folder, "t,current,temperature", "2020-01-01,500,960");
    List<Point> points = new ArrayList<>();
    read(
        file,
        points,
        PointColumn.numbers("current", ONE, "kA", "A"),
        PointColumn.numbers("temperature", TWO, "°C", "K"));
    assertThat(points.get(0).value()).isEqualTo(500_000);
    assertThat(points.get(1).value()).isCloseTo(1233.15, within(1e-9));
  }

  @Test
  void refusesUnitsThatDoNotFitAndColumnsThatAreNotThere() throws IOException {
    Path file = file(folder, "t,a", "2020-01-01,500");
    List<Point> none = new ArrayList<>();
    assertThatThrownBy(() -> read(file, none, PointColumn.numbers("a", ONE, "kA", "K")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("kA cannot be turned into K");
    assertThatThrownBy(() -> read(file, none, PointColumn.numbers("b", ONE)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[t, a]");
    assertThatThrownBy(() -> new PointFile(file, FileFormat.DETECT, List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("time column");
  }

  @Test
  void givesTheSamePointsTwice() throws IOException {
    Path file = file(folder, "t,a", "2020-01-01 23:45,1", "2020-01-01 0:00,2", "2020-01-02,3");
    List<Point> first = new ArrayList<>();
    List<Point> second = new ArrayList<>();
    read(file, first, PointColumn.numbers("a", ONE));
    read(file, second, PointColumn.numbers("a", ONE));
    assertThat(second).isEqualTo(first).hasSize(3);
  }

  @Test
  void stopsWhenTheSinkHasEnough() throws IOException {
    Path file = large();
    List<Integer> sizes = new ArrayList<>();
    ImportReport report =
        new PointFile(file, TIMED.withTime("t", "epoch-s"), List.of(PointColumn.numbers("a", ONE)))
            .read(
                batch -> {
                  sizes.add(batch.size());
                  return false;
                },
                Progress.NONE);
    assertThat(sizes).hasSize(1);
    assertThat(report.stopped()).isTrue();
    assertThat(report.points()).isEqualTo(sizes.getFirst().longValue());
  }

  @Test
  void tellsHowFarItIsAndStopsWhenAsked() throws IOException {
    Path file = large();
    List<Long> told = new ArrayList<>();
    long size = java.nio.file.Files.size(file);
    long[] points = new long[1];
    ImportReport report =
        new PointFile(file, TIMED.withTime("t", "epoch-s"), List.of(PointColumn.numbers("a", ONE)))
            .read(
                batch -> {
                  points[0] += batch.size();
                  return true;
                },
                (done, total, what) -> {
                  assertThat(total).isEqualTo(size);
                  assertThat(what).contains(file.getFileName().toString());
                  told.add(done);
                  return done < total / 2;
                });
    assertThat(told).hasSizeGreaterThan(2).isSorted();
    assertThat(report.stopped()).isTrue();
    assertThat(report.points()).isEqualTo(points[0]).isBetween(50_000L, 190_000L);
  }

  private Path large() throws IOException {
    StringBuilder text = new StringBuilder("t,a\n");
    for (int i = 0; i < 200_000; i++) {
      text.append(1_500_000_000 + i).append(',').append(i % 97).append('\n');
    }
    return file(folder, text.toString());
  }

  private static ImportReport read(Path file, List<Point> points, PointColumn... columns) {
    return new PointFile(file, TIMED, List.of(columns))
        .read(
            batch -> {
              collect(batch, points);
              return true;
            },
            Progress.NONE);
  }

  private static void collect(PointBatch batch, List<Point> points) {
    for (int i = 0; i < batch.size(); i++) {
      assertThat(batch.quality(i)).isEqualTo(Quality.GOOD);
      Instant time = io.kunan.kernel.Micros.toInstant(batch.time(i));
      points.add(new Point(batch.tag(i), time, batch.value(i)));
    }
  }
}
