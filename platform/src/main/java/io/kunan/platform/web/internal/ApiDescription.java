package io.kunan.platform.web.internal;

import io.kunan.platform.web.Caller;
import io.kunan.platform.web.ServerOptions;
import io.kunan.platform.web.internal.EndpointRoles.Demand;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API at {@code /v3/api-docs}, with the role each endpoint needs. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  @Bean
  OpenAPI openApi(ServerOptions options) {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
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
      return operation;
    };
  }

  /** The committed document must not depend on the port of the server that wrote it. */
  @Bean
  GlobalOpenApiCustomizer noServers() {
    return document -> document.setServers(null);
  }
}
