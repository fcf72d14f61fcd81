package io.kunan.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed description of the API, from which the console's types are made, is that of the
 * server. After a change run with {@code -Dkunan.openapi.update=true} and commit the file.
 */
class ApiDescriptionTest {
  private static final Path FILE =
      Path.of(System.getProperty("kunan.root", "..")).resolve("console/openapi.json");

  @Test
  void theCommittedDescriptionIsThatOfTheServer() throws IOException {
    JsonMapper json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    String body = TestServer.shared().as(Role.VIEWER).get("/v3/api-docs").body();
    String document = json.writeValueAsString(json.readValue(body, Map.class)) + "\n";
    if (Boolean.getBoolean("kunan.openapi.update")) {
      Files.writeString(FILE, document);
    }
    assertThat(FILE)
        .as("console/openapi.json is out of date: run with -Dkunan.openapi.update=true")
        .content()
        .isEqualToNormalizingNewlines(document);
  }

  /** Two records of one simple name would be one in the description, without a word. */
  @Test
  void everyRecordOnTheWireHasANameOfItsOwn() {
    Map<String, Class<?>> names = new HashMap<>();
    TreeSet<String> doubled = new TreeSet<>();
    WireTypes wire = new WireTypes();
    TestServer.shared()
        .part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .values()
        .forEach(handler -> wire.add(handler.getMethod()));
    for (Class<?> type : wire.types()) {
      Class<?> other = names.put(WireTypes.name(type), type);
      if (other != null) {
        doubled.add(other.getName() + " and " + type.getName());
      }
    }
    assertThat(names).isNotEmpty();
    assertThat(doubled).isEmpty();
  }
}
