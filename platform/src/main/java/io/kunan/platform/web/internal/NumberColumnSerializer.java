package io.kunan.platform.web.internal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** A column of numbers with null where there is none; whole numbers without a fraction. */
final class NumberColumnSerializer extends ValueSerializer<double[]> {
  private static final double LARGEST_EXACT = 1L << 53;

  @Override
  public void serialize(double[] values, JsonGenerator json, SerializationContext context) {
    json.writeStartArray();
    for (double value : values) {
      write(value, json);
    }
    json.writeEndArray();
  }

  static void write(double value, JsonGenerator json) {
    if (!Double.isFinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
