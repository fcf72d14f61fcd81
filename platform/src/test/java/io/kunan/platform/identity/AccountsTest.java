package io.kunan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.home.Mode;
import io.kunan.platform.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private final TestServer server = TestServer.shared();

  @Test
  void aPersonLogsInIsKnownAndLogsOut() {
    TestClient person = server.as(Role.OPERATOR, Set.of(7));
    var session = person.get("/api/session").json();
    assertThat(session.at("/user/roles/0").asString()).isEqualTo("OPERATOR");
    assertThat(session.at("/user/sites/0").asInt()).isEqualTo(7);
    assertThat(session.get("mode").asString()).isEqualTo("normal");
    assertThat(person.delete("/api/session").status()).isEqualTo(204);
    assertThat(person.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void theSessionCookieCannotBeReadByScripts() {
    TestClient person = server.anonymous();
    var answer =
        person.post(
            "/api/session", Map.of("username", create("cookie.reader"), "password", "0123456789a"));
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith("KUNAN_SESSION=")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax"));
  }

  @Test
  void aPasswordSetByAnotherServesOnlyToChooseOnesOwn() {
    String name = create("new.hand");
    TestClient person = server.anonymous();
    person.login(name, "0123456789a");
    assertThat(person.get("/api/session").json().get("mustChangePassword").asBoolean()).isTrue();
    assertThat(person.get("/api/jobs").json().get("title").asString())
        .isEqualTo("Change your password first");
    var wrong =
        person.put("/api/session/password", Map.of("current", "x", "next", "my own password"));
    assertThat(wrong.json().get("where").asString()).isEqualTo("current");
    var done =
        person.put(
            "/api/session/password", Map.of("current", "0123456789a", "next", "my own password"));
    assertThat(done.status()).isEqualTo(200);
    assertThat(person.get("/v3/api-docs").status()).isEqualTo(200);
  }

  @Test
  void aNewRoleOrADisabledAccountTakesEffectAtOnce() {
    TestClient admin = server.as(Role.ADMIN);
    String name = create("changing.hand");
    int id = idOf(name);
    TestClient person = server.anonymous();
    person.login(name, "0123456789a");
    person.put(
        "/api/session/password", Map.of("current", "0123456789a", "next", "my own password"));
    assertThat(person.get("/api/users").status()).isEqualTo(403);
    admin.put("/api/users/" + id, change(List.of("ADMIN"), true));
    assertThat(person.get("/api/users").status()).isEqualTo(200);
    admin.put("/api/users/" + id, change(List.of("ADMIN"), false));
    assertThat(person.get("/api/users").status()).isEqualTo(401);
    assertThat(admin.delete("/api/users/" + id).status()).isEqualTo(204);
    assertThat(admin.delete("/api/users/" + id).status()).isEqualTo(404);
  }

  @Test
  void unusableAccountsAreRefusedWithTheReason() {
    TestClient admin = server.as(Role.ADMIN);
    assertThat(
            admin.post("/api/users", account("a b", "0123456789a")).json().get("where").asString())
        .isEqualTo("username");
    assertThat(
            admin.post("/api/users", account("short.one", "short")).json().get("where").asString())
        .isEqualTo("password");
    String name = create("taken.name");
    assertThat(
            admin
                .post("/api/users", account(name.toUpperCase(java.util.Locale.ROOT), "0123456789a"))
                .status())
        .isEqualTo(409);
  }

  @Test
  void anInstallationKeepsNoPasswordInTheClear() {
    assertThat(server.home().secrets().find("admin-password")).isEmpty();
    assertThat(server.part(FirstAdministrator.class).passwordToShow()).as("just made").isPresent();
  }

  @Test
  void aDemoKeepsItsPasswordAndGuessingItIsSlowedDownAndForgivenByTime() {
    SettableClock clock = new SettableClock();
    try (TestServer demo = TestServer.start(clock, Mode.DEMO)) {
      String password = demo.part(FirstAdministrator.class).passwordToShow().orElseThrow();
      assertThat(demo.home().secrets().find("admin-password")).contains(password);
      TestClient admin = demo.anonymous();
      for (int i = 0; i < 5; i++) {
        assertThat(login(admin, "wrong").status()).isEqualTo(401);
      }
      var slowed = login(admin, password);
      assertThat(slowed.status()).isEqualTo(429);
      assertThat(slowed.json().get("remedy").asString()).contains("try again in");
      clock.now = clock.now.plus(Duration.ofSeconds(16));
      assertThat(login(admin, password).status()).isEqualTo(200);
      assertThat(admin.get("/api/audit?action=LOGIN_FAILED").json().get("total").asInt())
          .isEqualTo(5);

      assertThat(admin.get("/api/session").json().at("/banner/zh").asString()).contains("虚拟工厂");
      assertThat(admin.put("/api/users/1", change(List.of("VIEWER"), true)).status())
          .as("the last administrator stays")
          .isEqualTo(409);
      assertThat(admin.delete("/api/users/1").status()).isEqualTo(409);
    }
  }

  private static TestClient.Answer login(TestClient person, String password) {
    return person.post("/api/session", Map.of("username", "admin", "password", password));
  }

  private String create(String name) {
    var answer = server.as(Role.ADMIN).post("/api/users", account(name, "0123456789a"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return name;
  }

  private int idOf(String name) {
    for (var user : server.as(Role.ADMIN).get("/api/users").json()) {
      if (user.get("username").asString().equals(name)) {
        return user.get("id").asInt();
      }
    }
    throw new AssertionError(name);
  }

  private static Map<String, Object> account(String name, String password) {
    return Map.of(
        "username",
        name,
        "displayName",
        "A Hand",
        "roles",
        List.of("VIEWER"),
        "sites",
        List.of(),
        "password",
        password);
  }

  private static Map<String, Object> change(List<String> roles, boolean enabled) {
    return Map.of("displayName", "A Hand", "roles", roles, "sites", List.of(), "enabled", enabled);
  }

  private static final class SettableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-20T06:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
