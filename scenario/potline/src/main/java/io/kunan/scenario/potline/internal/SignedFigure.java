package io.kunan.scenario.potline.internal;

import java.util.Locale;

/** Differences in sentences: always with their sign, and a true minus. */
final class SignedFigure {
  private SignedFigure() {}

  /** Such as +8 or −0.4; what rounds to zero has a plus. */
  static String of(double value, int digits) {
    String size = String.format(Locale.ROOT, "%." + digits + "f", Math.abs(value));
    boolean below = value < 0 && Double.parseDouble(size) != 0;
    return (below ? '−' : '+') + size;
  }
}
