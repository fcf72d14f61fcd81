package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.Micros;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings.TimeFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads times of payloads. */
final class JsonTimes {
  /** Times outside 1990 … 2100 show that the unit is another one than was set. */
  private static final long EARLIEST = 631_152_000L * Micros.PER_SECOND;

  private static final long LATEST = 4_102_444_800L * Micros.PER_SECOND;

  private static final int LONGEST_NUMBER = 40;

  private JsonTimes() {}

  /** Microseconds UTC; empty when the reason is told. */
  static Optional<Long> read(@Nullable JsonNode node, TimeFormat format, Refusing refuse) {
    if (node == null || node.isNull()) {
      refuse.because("the payload has no time");
      return Optional.empty();
    }
    try {
      long micros = micros(node, format);
      if (micros >= EARLIEST && micros < LATEST) {
        return Optional.of(micros);
      }
      refuse.because(
          "the time %s read as %s lies outside 1990 … 2100: choose the format that the source writes"
              .formatted(node.asString(""), format));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      refuse.because("“%s” is no time of format %s".formatted(node.asString(""), format));
    }
    return Optional.empty();
  }

  private static long micros(JsonNode node, TimeFormat format) {
    return switch (format) {
      case EPOCH_S -> scaled(node, 6);
      case EPOCH_MS -> scaled(node, 3);
      case EPOCH_US -> scaled(node, 0);
      case ISO_8601 -> Micros.of(OffsetDateTime.parse(node.asString("")).toInstant());
    };
  }

  private static long scaled(JsonNode node, int decimals) {
    String text = node.asString("");
    if (text.length() > LONGEST_NUMBER) {
      throw new NumberFormatException("too long");
    }
    BigDecimal number = new BigDecimal(text).movePointRight(decimals);
    if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER) {
      throw new ArithmeticException("writing it out would take all memory");
    }
    return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
