package io.kunan.app.server;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestBody;

/** The records and enums that travel between server and console, found from its endpoints. */
final class WireTypes {
  private final Set<Class<?>> types = new LinkedHashSet<>();

  Set<Class<?>> types() {
    return types;
  }

  /** Adds what a method takes as its body and what it answers. */
  void add(Method method) {
    add(method.getGenericReturnType());
    for (var parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(RequestBody.class)) {
        add(parameter.getParameterizedType());
      }
    }
  }

  /** The name under which the description knows a type. */
  static String name(Class<?> type) {
    Schema schema = type.getAnnotation(Schema.class);
    return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
  }

  private void add(Type type) {
    switch (type) {
      case Class<?> plain -> addClass(plain);
      case ParameterizedType generic -> {
        add(generic.getRawType());
        for (Type argument : generic.getActualTypeArguments()) {
          add(argument);
        }
      }
      case GenericArrayType array -> add(array.getGenericComponentType());
      case WildcardType wild -> add(wild.getUpperBounds()[0]);
      default -> {}
    }
  }

  private void addClass(Class<?> type) {
    if (type.isArray()) {
      addClass(type.getComponentType());
    } else if (type.isRecord() && type.getName().startsWith("io.kunan.") && types.add(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        add(component.getGenericType());
      }
    }
  }
}
