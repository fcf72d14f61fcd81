package io.kunan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class KernelTest {
  private static final long MAX = 200_000_000_000_000_000L;

  @Property
  void microsecondsSurviveTheWayThroughInstant(@ForAll @LongRange(min = -MAX, max = MAX) long t) {
    assertThat(Micros.of(Micros.toInstant(t))).isEqualTo(t);
  }

  @Test
  void aTimeRangeHoldsItsStartAndNotItsEnd() {
    TimeRange hour =
        TimeRange.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T01:00:00Z"));
    assertThat(hour.contains(hour.from())).isTrue();
    assertThat(hour.contains(hour.to())).isFalse();
    assertThat(hour.lengthMicros()).isEqualTo(Micros.PER_HOUR);
    assertThatThrownBy(() -> new TimeRange(2, 1)).hasMessageContaining("before its start");
  }

  @Test
  void qualityFollowsTheSeverityOfOpcUa() {
    short sensorFailure = Quality.ofStatusCode(0x808C0000L);
    assertThat(Quality.isBad(sensorFailure)).isTrue();
    assertThat(Quality.isUncertain(Quality.ofStatusCode(0x40940000L))).isTrue();
    assertThat(Quality.worst(Quality.UNCERTAIN, sensorFailure)).isEqualTo(sensorFailure);
    assertThat(Quality.worst(Quality.BAD, Quality.GOOD)).isEqualTo(Quality.BAD);
    assertThat(Quality.toStatusCode(sensorFailure)).isEqualTo(0x808C0000L);
  }

  @Test
  void aBatchGrowsBeyondItsFirstCapacityAndKeepsEveryPoint() {
    PointBatch.Builder builder = PointBatch.builder(1);
    for (int i = 0; i < 100; i++) {
      builder.add(i + 1, i, i * 0.5, Quality.GOOD);
    }
    PointBatch batch = builder.build();
    assertThat(batch.size()).isEqualTo(100);
    assertThat(batch.value(99)).isEqualTo(49.5);
    assertThat(builder.size()).isZero();
    assertThatThrownBy(() -> PointBatch.of(new int[1], new long[2], new double[1], new short[1]))
        .hasMessageContaining("differ in length");
  }

  @Test
  void unitsOfOneDimensionConvertAndOthersAreRefused() {
    assertThat(PlantUnits.convert(500, "kA", "A")).isEqualTo(500_000, within(1e-6));
    assertThat(PlantUnits.convert(955, "°C", "K")).isEqualTo(1228.15, within(1e-9));
    assertThat(PlantUnits.convert(4.4282, "µΩ", "nΩ")).isEqualTo(4428.2, within(1e-9));
    assertThatThrownBy(() -> PlantUnits.convert(1, "kA", "V"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be turned into");
    assertThatThrownBy(() -> PlantUnits.get("furlong")).hasMessageContaining("use one of");
  }

  @Test
  void aWatcherSeesProgressAndStopsNothing() {
    List<String> seen = new ArrayList<>();
    Progress watched =
        ((Progress) (done, _, _) -> done < 2)
            .watchedBy(
                (done, total, what) -> {
                  seen.add(what + " " + done + "/" + total);
                  return false;
                });
    assertThat(watched.report(1, 2, "fill")).isTrue();
    assertThat(watched.report(2, 2, "fill")).isFalse();
    assertThat(seen).containsExactly("fill 1/2", "fill 2/2");
  }
}
