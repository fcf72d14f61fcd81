package io.kunan.platform.web.internal;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in the API's description which fields are always there: all components of a record that are
 * not {@link Nullable}. The console's types are made from it.
 */
@Component
class PresentFields implements ModelConverter {
  @Override
  @SuppressWarnings("rawtypes") // as the library has it
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema schema = chain.next().resolve(type, context, chain);
    Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
    if (schema != null && raw.isRecord() && raw.getName().startsWith("io.kunan.")) {
      mark(defined(schema, context), raw);
    }
    return schema;
  }

  @SuppressWarnings("rawtypes")
  private static @Nullable Schema defined(Schema schema, ModelConverterContext context) {
    String ref = schema.get$ref();
    return ref == null
        ? schema
        : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void mark(@Nullable Schema schema, Class<?> record) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    List<String> present =
        Arrays.stream(record.getRecordComponents())
            .filter(component -> !isNullable(component))
            .map(RecordComponent::getName)
            .filter(name -> schema.getProperties().containsKey(name))
            .sorted()
            .toList();
    schema.setRequired(present.isEmpty() ? null : present);
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
