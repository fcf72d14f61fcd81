package io.kunan.platform.web.internal;

import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Problem;
import io.kunan.platform.web.ServerOptions;
import io.kunan.platform.web.internal.EndpointRoles.Demand;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The description of the API at {@code /v3/api-docs}, with the role each endpoint needs. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final ApiResponse PROBLEM =
      new ApiResponse()
          .description("Refused, with the reason")
          .content(
              new Content()
                  .addMediaType(
                      MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                      new io.swagger.v3.oas.models.media.MediaType()
                          .schema(new Schema<>().$ref("#/components/schemas/Problem"))));

  @Bean
  OpenAPI openApi(ServerOptions options) {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class)
        .replaceWithClass(SseEmitter.class, String.class)
        .replaceWithClass(StreamingResponseBody.class, String.class);
    return new OpenAPI().info(new Info().title("Kunan").version("1"));
  }

  @Bean
  GlobalOperationCustomizer roles() {
    return (operation, handler) -> {
      String role =
          switch (EndpointRoles.find(handler).orElseGet(Demand.Login::new)) {
            case Demand.Nothing _ -> "NONE";
            case Demand.AtLeast(var needed) -> needed.name();
            case Demand.Login _ -> "VIEWER";
          };
      operation.addExtension("x-kunan-role", role);
      operation.setOperationId(name(handler));
      operation.getResponses().addApiResponse("default", PROBLEM);
      return operation;
    };
  }

  /** Such as {@code alarms_acknowledge}: the same whatever else the server offers. */
  private static String name(HandlerMethod handler) {
    String type = handler.getBeanType().getSimpleName().replaceAll("Endpoints?$", "");
    return StringUtils.uncapitalize(type) + "_" + handler.getMethod().getName();
  }

  /**
   * Adds what no endpoint names as its answer. The committed document must not depend on the port
   * of the server that wrote it.
   */
  @Bean
  GlobalOpenApiCustomizer completed() {
    return document -> {
      document.setServers(null);
      ModelConverters.getInstance(true)
          .readAll(Problem.class)
          .forEach(document.getComponents()::addSchemas);
      document.getComponents().getSchemas().values().stream()
          .flatMap(schema -> properties(schema).stream())
          .forEach(ApiDescription::writeChoicesAsNumbers);
    };
  }

  private static Collection<Schema<?>> properties(Schema<?> schema) {
    Map<String, Schema> known = schema.getProperties();
    return known == null ? List.of() : known.values().stream().<Schema<?>>map(one -> one).toList();
  }

  /** An annotation can only list choices as text, also those of an integer. */
  @SuppressWarnings("unchecked")
  private static void writeChoicesAsNumbers(Schema<?> property) {
    if (property.getEnum() != null
        && property.getTypes() != null
        && property.getTypes().contains("integer")) {
      ((Schema<Object>) property)
          .setEnum(
              property.getEnum().stream()
                  .<Object>map(choice -> Integer.valueOf(choice.toString()))
                  .toList());
    }
  }
}
