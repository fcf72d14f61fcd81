package io.kunan.engine.files.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A count of seconds or parts of a second since 1970-01-01T00:00:00Z. */
final class EpochTime implements TimeReader {
  private final BigDecimal microsPerUnit;
  private final long wholeMicros;

  private EpochTime(BigDecimal microsPerUnit) {
    this.microsPerUnit = microsPerUnit;
    this.wholeMicros = microsPerUnit.longValue();
  }

  static EpochTime seconds() {
    return new EpochTime(BigDecimal.valueOf(1_000_000));
  }

  static EpochTime millis() {
    return new EpochTime(BigDecimal.valueOf(1_000));
  }

  static EpochTime micros() {
    return new EpochTime(BigDecimal.ONE);
  }

  static EpochTime nanos() {
    return new EpochTime(new BigDecimal("0.001"));
  }

  @Override
  public boolean read(char[] chars, int from, int to, WallTime out) {
    if (to == from || to - from > 24) {
      return false;
    }
    if (wholeMicros == 0 || to - from > 12) {
      return exact(chars, from, to, out);
    }
    long count = 0;
    for (int i = from; i < to; i++) {
      int digit = chars[i] - '0';
      if (digit < 0 || digit > 9) {
        return exact(chars, from, to, out);
      }
      count = count * 10 + digit;
    }
    return out.setCount(count * wholeMicros);
  }

  /** Signs, fractions and exponents (1.58E9 from a spreadsheet) without loss. */
  private boolean exact(char[] chars, int from, int to, WallTime out) {
    try {
      BigDecimal micros = new BigDecimal(chars, from, to - from).multiply(microsPerUnit);
      return micros.precision() - micros.scale() <= 18
          && out.setCount(micros.setScale(0, RoundingMode.FLOOR).longValueExact());
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
