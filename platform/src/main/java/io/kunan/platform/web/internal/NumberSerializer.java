package io.kunan.platform.web.internal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** A number, or null where there is none. */
final class NumberSerializer extends ValueSerializer<Double> {
  @Override
  public void serialize(Double value, JsonGenerator json, SerializationContext context) {
    NumberColumnSerializer.write(value, json);
  }
}
