package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.UaEnumeratedType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Turns values of OPC UA into points: source time in microseconds, status code to quality,
 * booleans, numbers, enumerations and state texts to a number. What cannot be a number becomes a
 * bad point and a reason that stands at the tag.
 */
final class ValueReader {
  /** A source clock further ahead than this is not believed. */
  static final Duration LARGEST_LEAD = Duration.ofMinutes(5);

  private static final short BAD_TYPE = Quality.ofStatusCode(StatusCodes.Bad_TypeMismatch);

  /** 100 ns ticks from 1601 to 1970. */
  private static final long TICKS_TO_1970 = 116_444_736_000_000_000L;

  private final Clock clock;
  private final FlowMeter meter;

  ValueReader(Clock clock, FlowMeter meter) {
    this.clock = clock;
    this.meter = meter;
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

    double value = Double.NaN;
    if (!Quality.isBad(quality) || told.value().isNotNull()) {
      Object raw = told.value().value();
      Double number = number(slot, raw);
      if (number != null) {
        value = number;
      } else if (!Quality.isBad(quality)) {
        quality = BAD_TYPE;
        problem = whyNot(slot, raw);
      }
    }
    long now = micros(clock);
    long time = time(told, now);
    if (time > now + LARGEST_LEAD.toNanos() / 1_000) {
      problem = "the clock of the source is ahead by more than 5 min; values carry our time";
      time = now;
      quality = Quality.worst(quality, Quality.UNCERTAIN);
    }
    if (!slot.isRepeat(time, value, quality)) {
      slot.keep(time, value, quality, problem);
      points.add(slot.node().tag().value(), time, value, quality);
    }
  }

  private static long micros(Clock clock) {
    return Micros.of(clock.instant());
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

  private static @Nullable Double number(TagSlot slot, @Nullable Object raw) {
    return switch (raw) {
      case Boolean b -> b ? 1.0 : 0.0;
      case Number n -> Double.isFinite(n.doubleValue()) ? n.doubleValue() : null;
      case UaEnumeratedType e -> (double) e.getValue();
      case String text -> state(slot, text);
      case LocalizedText text -> state(slot, text.text());
      case null, default -> null;
    };
  }

  private static @Nullable Double state(TagSlot slot, @Nullable String text) {
    if (text == null) {
      return null;
    }
    Integer code = slot.node().states().get(text.strip());
    return code == null ? null : Double.valueOf(code);
  }

  private static String whyNot(TagSlot slot, @Nullable Object raw) {
    return switch (raw) {
      case null -> "the server sends no value";
      case Number n -> "the server sends %s, which is no measurement".formatted(n);
      case String s -> noSuchState(slot, s);
      case LocalizedText t -> noSuchState(slot, String.valueOf(t.text()));
      case Matrix m -> "an array cannot be a tag; map one of its elements on the server";
      case Object o when o.getClass().isArray() ->
          "an array cannot be a tag; map one of its elements on the server";
      default ->
          "a value of type %s cannot be a tag"
              .formatted(raw.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    };
  }

  private static String noSuchState(TagSlot slot, String text) {
    return slot.node().states().isEmpty()
        ? "the text “%s” cannot be a value: the tag has no states".formatted(text)
        : "“%s” is none of the tag's states".formatted(text);
  }
}
