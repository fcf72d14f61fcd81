package io.kunan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.Endpoint;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.internal.EndpointRoles.Demand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks every endpoint of the running server as everybody, over HTTP. Run again where scenarios are
 * on the class path.
 */
public class EndpointMatrixTest {
  private static final TestServer SERVER = TestServer.shared();

  @TestFactory
  protected Stream<DynamicTest> everyEndpointAnswersThoseItMayAndRefusesAllOthers() {
    Map<Role, TestClient> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      people.put(role, SERVER.as(role, Set.of()));
    }
    return endpoints().stream()
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> check(endpoint, people)));
  }

  @Test
  protected void findsTheEndpointsOfTheServer() {
    assertThat(endpoints())
        .extracting(Endpoint::name)
        .contains("POST /api/session", "GET /api/users", "POST /api/audit/verify");
  }

  private static void check(Endpoint endpoint, Map<Role, TestClient> people) {
    int nobody = status(SERVER.anonymous(), endpoint);
    if (!(endpoint.demand() instanceof Demand.AtLeast(var needed))) {
      assertThat(nobody).as("nobody").isNotEqualTo(403);
      return;
    }
    assertThat(nobody).as("nobody").isEqualTo(401);
    for (Role role : Role.values()) {
      // Logging out ends the session that is to try the next endpoint.
      boolean endsSession =
          endpoint.method().equals("DELETE") && endpoint.path().equals("/api/session");
      TestClient person = endsSession ? SERVER.as(role, Set.of()) : people.get(role);
      int status = status(java.util.Objects.requireNonNull(person), endpoint);
      if (role.includes(needed)) {
        assertThat(status).as(role.name()).isNotIn(401, 403);
      } else {
        assertThat(status).as(role.name()).isEqualTo(403);
      }
    }
  }

  private static int status(TestClient person, Endpoint endpoint) {
    var request =
        person
            .request(endpoint.path().replaceAll("\\{[^}]*}", "987654321"))
            .method(endpoint.method(), BodyPublishers.ofString(endpoint.form() ? "--x--" : "{}"))
            .header(
                "Content-Type",
                endpoint.form() ? "multipart/form-data; boundary=x" : "application/json");
    HttpResponse<InputStream> response = person.open(request);
    try (InputStream body = response.body()) {
      assertThat(body).isNotNull();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Endpoint> endpoints() {
    return Endpoint.of(SERVER);
  }
}
