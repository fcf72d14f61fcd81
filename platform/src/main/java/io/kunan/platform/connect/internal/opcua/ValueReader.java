package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.life.PointMaker;
import io.kunan.platform.connect.internal.life.ToldValue;
import java.time.Clock;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.UaEnumeratedType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Turns values of OPC UA into points: source time in microseconds, status code to quality,
 * enumerations to their code, localized texts to the text.
 */
final class ValueReader {
  private static final ToldValue.Unusable ARRAY =
      new ToldValue.Unusable("an array cannot be a tag; map one of its elements on the server");

  /** 100 ns ticks from 1601 to 1970. */
  private static final long TICKS_TO_1970 = 116_444_736_000_000_000L;

  private final Clock clock;
  private final FlowMeter meter;
  private final PointMaker maker;

  ValueReader(Clock clock, FlowMeter meter) {
    this.clock = clock;
    this.meter = meter;
    this.maker = new PointMaker(clock, false);
  }

  /** Adds the point of a value, unless it repeats the last one or says that none is there yet. */
  void read(TagSlot slot, DataValue told, PointBatch.Builder points) {
    if (told.statusCode().value() == StatusCodes.Bad_WaitingForInitialData) {
      return;
    }
    if (told.statusCode().isOverflowSet()) {
      meter.lost(1);
    }
    short quality = Quality.ofStatusCode(told.statusCode().value());
    String problem = Quality.isBad(quality) ? Refusals.explain(told.statusCode()) : null;
    long time = time(told, Micros.of(clock.instant()));
    maker.add(slot, new ToldValue(plain(told.value().value()), time, quality, problem), points);
  }

  private static long time(DataValue told, long now) {
    Long source = micros(told.sourceTime());
    Long server = micros(told.serverTime());
    return source != null ? source : server != null ? server : now;
  }

  /** Null for a missing time and for the zero that some servers send instead. */
  private static @Nullable Long micros(@Nullable DateTime time) {
    return time == null || time.utcTime() <= TICKS_TO_1970 ? null : toMicros(time);
  }

  static long toMicros(DateTime time) {
    return Math.floorDiv(time.utcTime() - TICKS_TO_1970, 10);
  }

  private static @Nullable Object plain(@Nullable Object raw) {
    return switch (raw) {
      case UaEnumeratedType e -> e.getValue();
      case LocalizedText text -> text.text();
      case Matrix m -> ARRAY;
      case null -> null;
      case Object o when o.getClass().isArray() -> ARRAY;
      default -> raw;
    };
  }
}
