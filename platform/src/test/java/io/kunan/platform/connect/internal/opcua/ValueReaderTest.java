package io.kunan.platform.connect.internal.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.ServerState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-20T06:32:07Z");
  private final FlowMeter meter = new FlowMeter();
  private final ValueReader reader = new ValueReader(Clock.fixed(NOW, ZoneOffset.UTC), meter);
  private final TagSlot slot =
      new TagSlot(
          new TagNode(new TagId(5), "ns=2;s=x", Map.of("Run", 2, "停", 3), Duration.ofSeconds(1)),
          0);

  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of(true, 1.0),
        Arguments.of(false, 0.0),
        Arguments.of((byte) -3, -3.0),
        Arguments.of(ubyte(200), 200.0),
        Arguments.of((short) -300, -300.0),
        Arguments.of(42, 42.0),
        Arguments.of(1L << 40, (double) (1L << 40)),
        Arguments.of(ulong(7), 7.0),
        Arguments.of(1.5f, 1.5),
        Arguments.of(955.25, 955.25),
        Arguments.of(ServerState.Suspended, 3.0),
        Arguments.of("Run", 2.0),
        Arguments.of(LocalizedText.english("停"), 3.0));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void readsNumbersBooleansEnumerationsAndStates(Object raw, double expected) {
    PointBatch points = read(value(raw, StatusCode.GOOD, NOW));
    assertThat(points.value(0)).isEqualTo(expected);
    assertThat(points.quality(0)).isEqualTo(Quality.GOOD);
    assertThat(points.tag(0)).isEqualTo(5);
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        Arguments.of(new Integer[] {1}, "array"),
        Arguments.of("Walk", "states"),
        Arguments.of(Double.NaN, "no measurement"),
        Arguments.of(Float.POSITIVE_INFINITY, "no measurement"),
        Arguments.of(DateTime.MIN_VALUE, "type datetime"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void makesABadPointWithAReasonOfWhatIsNoNumber(Object raw, String reason) {
    PointBatch points = read(value(raw, StatusCode.GOOD, NOW));
    assertThat(points.value(0)).isNaN();
    assertThat(Quality.isBad(points.quality(0))).isTrue();
    assertThat(slot.health(0).problem()).contains(reason);
  }

  @Test
  void keepsMicrosecondsAndStatus() {
    Instant source = Instant.parse("2026-11-20T06:32:06.123456Z");
    PointBatch points =
        read(value(1.0, new StatusCode(StatusCodes.Uncertain_EngineeringUnitsExceeded), source));
    assertThat(points.time(0)).isEqualTo(Micros.of(source));
    assertThat(points.quality(0)).isEqualTo(Quality.UNCERTAIN_ENGINEERING_RANGE);
  }

  @Test
  void takesServerTimeThenOwnTimeWhereTheSourceTellsNone() {
    Instant server = NOW.minusSeconds(2);
    assertThat(
            read(new DataValue(Variant.of(1.0), StatusCode.GOOD, null, new DateTime(server)))
                .time(0))
        .isEqualTo(Micros.of(server));
    assertThat(
            read(new DataValue(Variant.of(2.0), StatusCode.GOOD, DateTime.MIN_VALUE, null)).time(0))
        .isEqualTo(Micros.of(NOW));
  }

  @Test
  void countsAnOverflowAsALoss() {
    PointBatch points = read(value(1.0, StatusCode.GOOD.withOverflow(), NOW));
    assertThat(meter.lost()).isEqualTo(1);
    assertThat(points.quality(0)).isEqualTo(Quality.GOOD);
  }

  @Test
  void leavesOutRepeatsAndTheAnnouncementOfAValue() {
    assertThat(read(value(1.0, StatusCode.GOOD, NOW)).size()).isEqualTo(1);
    assertThat(read(value(1.0, StatusCode.GOOD, NOW)).size()).isZero();
    assertThat(read(value(2.0, StatusCode.GOOD, NOW)).size()).isEqualTo(1);
    assertThat(read(value(null, new StatusCode(StatusCodes.Bad_WaitingForInitialData), NOW)).size())
        .isZero();
  }

  private PointBatch read(DataValue value) {
    PointBatch.Builder points = PointBatch.builder(1);
    reader.read(slot, value, points);
    return points.build();
  }

  private static DataValue value(@Nullable Object raw, StatusCode status, Instant source) {
    return new DataValue(Variant.of(raw), status, new DateTime(source), new DateTime(source));
  }
}
