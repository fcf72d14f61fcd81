package io.kunan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WallsTest {
  private final TestServer server = TestServer.shared();

  @Test
  void aChangeWithoutTheCsrfTokenIsRefused() {
    TestClient admin = server.as(Role.ADMIN);
    var answer =
        admin.send(
            admin
                .request("/api/audit/verify")
                .setHeader("X-XSRF-TOKEN", "guessed")
                .POST(BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("title").asString()).contains("CSRF");
  }

  @Test
  void everyProblemCarriesTheRequestsNumber() {
    var unknown = server.as(Role.VIEWER).get("/api/nothing-here");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
    assertThat(unknown.json().get("requestId").asString())
        .isEqualTo(unknown.header("X-Request-Id"));

    var refused = server.as(Role.VIEWER).get("/api/users");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("title").asString()).isEqualTo("This needs the role ADMIN");

    var stranger = server.anonymous().get("/api/nothing-here");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.json().get("requestId").asString()).isNotBlank();
  }

  @Test
  void badInputSaysWhereAndWhatToDo() {
    TestClient admin = server.as(Role.ADMIN);
    var page = admin.get("/api/audit?page=-1");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.json().get("where").asString()).isEqualTo("page");
    assertThat(page.json().get("remedy").asString()).isNotBlank();

    assertThat(admin.get("/api/audit?page=x").json().get("where").asString()).isEqualTo("page");

    var fields = admin.post("/api/users", Map.of("username", "x1"));
    assertThat(fields.status()).isEqualTo(400);
    assertThat(fields.json().get("fields").findValuesAsString("field"))
        .contains("displayName", "roles", "password");

    assertThat(admin.post("/api/users", "{ not json").json().get("where").asString())
        .isEqualTo("body");
  }

  @Test
  void everyAnswerBindsTheBrowserToThisHost() {
    var answer = server.anonymous().get("/api/about");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void theApisDescriptionIsForThoseLoggedInAndNamesTheRoles() {
    assertThat(server.anonymous().get("/v3/api-docs").status()).isEqualTo(401);
    var document = server.as(Role.VIEWER).get("/v3/api-docs").json();
    assertThat(document.at("/paths/~1api~1users/get/x-kunan-role").asString()).isEqualTo("ADMIN");
    assertThat(document.at("/paths/~1api~1about/get/x-kunan-role").asString()).isEqualTo("NONE");
  }

  @Test
  void aDeepLinkGetsTheConsolesStartPageAndItsFilesAreKept() {
    TestClient browser = server.anonymous();
    for (String link : new String[] {"/", "/trends/42", "/assets", "/login"}) {
      var page = browser.get(link);
      assertThat(page.status()).as(link).isEqualTo(200);
      assertThat(page.body()).contains("start page of tests");
      assertThat(page.header("Cache-Control")).contains("no-cache");
    }
    assertThat(browser.get("/static/app-1a2b3c.js").header("Cache-Control"))
        .contains("immutable")
        .contains("max-age=31536000");
    assertThat(browser.get("/missing.js").status()).isEqualTo(404);
  }

  @Test
  void aFileZippedBeforehandIsSentAsItIs() {
    TestClient browser = server.anonymous();
    var zipped =
        browser.send(browser.request("/static/app-1a2b3c.js").header("Accept-Encoding", "gzip"));
    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
  }
}
