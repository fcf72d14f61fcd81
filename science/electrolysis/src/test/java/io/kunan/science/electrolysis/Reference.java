package io.kunan.science.electrolysis;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The published coefficients, against which the printed test points are checked. */
final class Reference {
  static final String FILE = "reference.coefficients";

  private Reference() {}

  static Coefficients read(Coefficients.Purpose purpose) {
    InputStream file = Objects.requireNonNull(Reference.class.getResourceAsStream(FILE), FILE);
    return Coefficients.read(FILE, new InputStreamReader(file, StandardCharsets.UTF_8), purpose);
  }

  static Coefficients read() {
    return read(Coefficients.Purpose.REFERENCE);
  }
}
