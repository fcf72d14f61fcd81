package io.kunan.plant.potline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {
  private static final int POTS = 25;

  /** Value and quality bits of every point by tag and time. */
  private static Map<String, Long> points(Potline line, Instant until, List<Sampling> samplings) {
    Map<String, Long> all = new HashMap<>();
    line.advance(
        until,
        samplings,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            long bits = Double.doubleToLongBits(batch.value(i)) * 31 + batch.quality(i);
            all.put(batch.tag(i) + "@" + batch.time(i), bits);
          }
          return true;
        },
        event -> {});
    return all;
  }

  private static Sampling everyMinute() {
    return Sampling.ofAll(POTS, Micros.of(Lines.START), 60);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    try (Potline one = Lines.usual(POTS, 7, 1);
        Potline four = Lines.usual(POTS, 7, 4);
        Potline other = Lines.usual(POTS, 8, 4)) {
      var expected = points(one, Lines.after(6), List.of(everyMinute()));
      assertThat(expected).hasSize(6 * 60 * (POTS * 16 + 5));
      assertThat(points(four, Lines.after(6), List.of(everyMinute()))).isEqualTo(expected);
      assertThat(points(other, Lines.after(6), List.of(everyMinute()))).isNotEqualTo(expected);
    }
  }

  @Test
  void howItIsSampledOrCutIntoPiecesDoesNotMatter() {
    try (Potline whole = Lines.usual(POTS, 7, 2);
        Potline pieces = Lines.usual(POTS, 7, 2)) {
      var expected = points(whole, Lines.after(0.5), List.of(everyMinute()));
      var found = new HashMap<String, Long>();
      for (int second = 35; second < 1800; second += 335) {
        found.putAll(points(pieces, Lines.START.plusSeconds(second), List.of(everySecond())));
      }
      found.putAll(points(pieces, Lines.after(0.5), List.of(everySecond())));
      assertThat(found).hasSize(60 * expected.size()).containsAllEntriesOf(expected);
    }
  }

  private static Sampling everySecond() {
    return Sampling.ofAll(POTS, Micros.of(Lines.START), 1);
  }

  @Test
  void aSavedLineGoesOnAsIfNothingHadHappened(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("line.state");
    try (Potline line = Lines.usual(POTS, 7, 2)) {
      line.advance(Lines.after(5));
      line.save(file);
      try (Potline restored = Potline.restore(file, 1)) {
        assertThat(restored.now()).isEqualTo(line.now());
        assertThat(points(restored, Lines.after(8), List.of(everyMinute())))
            .isEqualTo(points(line, Lines.after(8), List.of(everyMinute())));
        assertThat(restored.statistics()).isEqualTo(line.statistics());
      }
    }
  }

  @Test
  void aStateFileThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("line.state"), "no line");
    assertThatThrownBy(() -> Potline.restore(file, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line.state");
  }

  @Test
  void aPotRunsTheSameAloneAsInTheLine() {
    try (Potline whole = Lines.usual(POTS, 7, 2);
        Potline alone = Lines.usual(POTS, 7, 2)) {
      alone.runOnly(List.of(11));
      whole.advance(Lines.after(9));
      alone.advance(Lines.after(9));
      assertThat(alone.operations().truth(11)).isEqualTo(whole.operations().truth(11));
      assertThat(alone.operations().truth(12)).isNotEqualTo(whole.operations().truth(12));
      alone.advance(
          Lines.after(9.1),
          List.of(everyMinute()),
          batch -> {
            for (int i = 0; i < batch.size(); i++) {
              int tag = batch.tag(i) - 1;
              boolean known = tag / 16 == 11 || tag == POTS * 16;
              if (tag < POTS * 16 + 3) {
                assertThat(Double.isNaN(batch.value(i))).isEqualTo(!known);
              }
            }
            return true;
          },
          event -> {});
      alone.runAll();
      alone.advance(Lines.after(12));
      assertThat(alone.operations().truth(12).celsius()).isBetween(940.0, 970.0);
    }
  }

  @Test
  void severalSamplingsAreWrittenInOneRun() {
    var twoTags =
        new Sampling(Micros.of(Lines.START), 1, new int[] {0, POTS * 16}, new int[] {501, 502});
    var lastHour = Sampling.ofAll(POTS, Micros.of(Lines.after(1)) + 1, 60);
    List<PointBatch> batches = new ArrayList<>();
    try (Potline line = Lines.usual(POTS, 7, 2)) {
      line.advance(Lines.after(2), List.of(twoTags, lastHour), batches::add, event -> {});
    }
    long fast = 0;
    long slow = 0;
    for (PointBatch batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        boolean isFast = batch.tag(i) == 501 || batch.tag(i) == 502;
        assertThat(isFast || batch.time(i) > Micros.of(Lines.after(1))).isTrue();
        fast += batch.time(i) <= Micros.of(Lines.after(1)) && isFast ? 1 : 0;
        slow += batch.time(i) > Micros.of(Lines.after(1)) ? 1 : 0;
      }
    }
    assertThat(fast).isEqualTo(2 * 3600);
    assertThat(slow).isEqualTo(2 * 3600 + 60L * (POTS * 16 + 5));
  }

  @Test
  void stopsWhenTheSinkHasEnough() {
    try (Potline line = Lines.usual(POTS, 7, 2)) {
      line.advance(Lines.after(10), List.of(everyMinute()), batch -> false, event -> {});
      assertThat(line.now()).isBefore(Lines.after(10));
    }
  }

  @Test
  void measurementsStayInTheirRangesAndCarryTheirQuality() {
    var tags = PotlineTags.of(POTS);
    int[] good = new int[tags.size()];
    int[] uncertain = new int[tags.size()];
    int[] bad = new int[tags.size()];
    List<String> wrong = new ArrayList<>();
    try (Potline line = Lines.usual(POTS, 9, 2)) {
      line.advance(
          Lines.after(240),
          List.of(everyMinute()),
          batch -> {
            for (int i = 0; i < batch.size(); i++) {
              int tag = batch.tag(i) - 1;
              short quality = batch.quality(i);
              good[tag] += Quality.isGood(quality) ? 1 : 0;
              uncertain[tag] += Quality.isUncertain(quality) ? 1 : 0;
              bad[tag] += Quality.isBad(quality) ? 1 : 0;
              boolean absent = Double.isNaN(batch.value(i));
              TagDescription.Band range = tags.get(tag).range();
              boolean inside = batch.value(i) >= range.low() && batch.value(i) <= range.high();
              if (absent ? !Quality.isBad(quality) : !inside) {
                wrong.add(tags.get(tag).name() + " = " + batch.value(i));
              }
            }
            return true;
          },
          event -> {});
    }
    assertThat(wrong).isEmpty();
    int badVolts = 0;
    int overdue = 0;
    int minutes = 240 * 60;
    for (int p = 0; p < POTS; p++) {
      badVolts += bad[p * 16];
      overdue += uncertain[p * 16 + 6] + bad[p * 16 + 6];
      assertThat(good[p * 16 + 6])
          .as("held until the next round is late")
          .isGreaterThan(minutes * 4 / 5);
      assertThat(good[p * 16]).isGreaterThan(minutes * 3 / 4);
    }
    assertThat(badVolts).isPositive();
    assertThat(overdue).as("a round was missed").isPositive();
  }

  @Test
  void tagsAreDescribedWithKnownUnits() {
    var tags = PotlineTags.of(300);
    assertThat(tags).hasSize(4805);
    assertThat(tags.get(16 * 16).name()).isEqualTo("L2.2017.V");
    assertThat(tags.stream().map(TagDescription::name).distinct()).hasSize(4805);
    assertThat(tags).allSatisfy(tag -> assertThat(PlantUnits.find(tag.unit())).isPresent());
    assertThat(PotlineTags.hall(149, 300)).isEqualTo("L2.A");
    assertThat(PotlineTags.hall(150, 300)).isEqualTo("L2.B");
  }

  @Test
  void everyKindOfEventBeginsAndEndsWithOneName() {
    Map<String, PotEvent> open = new HashMap<>();
    Map<PotEvent.Kind, Integer> closed = new HashMap<>();
    try (Potline line = Lines.usual(60, 4, 2)) {
      line.advance(
          Lines.after(240),
          List.of(),
          batch -> true,
          event -> {
            if (event.endMicros() == null) {
              assertThat(open.put(event.id(), event)).isNull();
            } else {
              assertThat(open.remove(event.id())).isNotNull();
              assertThat(event.endMicros()).isGreaterThan(event.startMicros());
              closed.merge(event.kind(), 1, Integer::sum);
            }
          });
    }
    assertThat(closed.keySet()).containsExactlyInAnyOrder(PotEvent.Kind.values());
    assertThat(closed.get(PotEvent.Kind.TAP)).isBetween(570, 630);
    assertThat(closed.get(PotEvent.Kind.ANODE_CHANGE)).isBetween(860, 940);
  }
}
