package io.kunan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestClient.Answer;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.jobs.Job;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.JobState;
import io.kunan.platform.live.Notices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The server answers in the language it is asked in; a program that says nothing reads English. */
class ReadersLanguageTest {
  private final TestServer server = TestServer.shared();
  private final TestClient engineer = server.as(Role.ENGINEER);

  private Answer asked(String language, String path) {
    return engineer.send(engineer.request(path).header("Accept-Language", language));
  }

  @Test
  void aRefusalIsInTheLanguageOfItsReader() {
    String path = "/api/connections/999999999";
    assertThat(title(engineer.get(path))).isEqualTo("connection 999999999 does not exist");
    assertThat(title(asked("en", path))).isEqualTo("connection 999999999 does not exist");
    assertThat(title(asked("zh", path))).isEqualTo("连接 999999999 不存在");
    assertThat(title(asked("zh-CN,zh;q=0.9,en;q=0.8", path))).isEqualTo("连接 999999999 不存在");
    assertThat(title(engineer.get(path + "?lang=zh"))).isEqualTo("连接 999999999 不存在");
    assertThat(title(asked("fr", path))).isEqualTo("connection 999999999 does not exist");
    assertThat(asked("zh", path).json().get("detail").asString())
        .isEqualTo("连接 999999999 不存在；请在列表中查找");
  }

  @Test
  void placeFoundAndRemedyOfBadInputAreWorded() {
    JsonNode problem = asked("zh", "/api/alarms?size=5000").json();
    assertThat(problem.get("title").asString()).isEqualTo("内容无法使用");
    assertThat(problem.get("where").asString()).isEqualTo("每页条数");
    assertThat(problem.get("remedy").asString()).isEqualTo("请取 1 至 1000");
    assertThat(problem.get("detail").asString()).isEqualTo("每页条数：5000 超出范围；请取 1 至 1000");
  }

  @Test
  void whatIsRefusedBeforeAnyControllerIsWorded() {
    TestClient nobody = server.anonymous();
    Answer answer = nobody.send(nobody.request("/api/assets").header("Accept-Language", "zh"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(title(answer)).isEqualTo("尚未登录");
  }

  @Test
  void fieldsOfABodyAreExplainedInTheReadersLanguage() {
    Answer answer =
        engineer.send(
            engineer
                .request("/api/connections")
                .header("Accept-Language", "zh")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"\", \"endpoint\": \"x\"}")));
    assertThat(answer.json().at("/fields/0/allowed").asString()).isEqualTo("不能为空");
  }

  @Test
  void eventStreamsSpeakTheLanguageTheyWereOpenedIn() throws IOException {
    assertThat(noticed("?lang=zh")).contains("服务器正在停止");
    assertThat(noticed("")).contains("the server is stopping");
  }

  private String noticed(String query) throws IOException {
    var request = engineer.request("/api/live/events" + query);
    try (var lines =
        new BufferedReader(
            new InputStreamReader(engineer.open(request).body(), StandardCharsets.UTF_8))) {
      lines.readLine(); // the status: it listens
      server.part(Notices.class).publish("job", job(), caller -> true);
      String line = lines.readLine();
      while (!line.startsWith("data:") || !line.contains("a plan")) {
        line = lines.readLine();
      }
      return line;
    }
  }

  private static Job job() {
    return new Job(
        1L << 40,
        JobKind.PLANNING,
        "a plan",
        JobState.CANCELLED,
        0,
        0,
        "the server is stopping",
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static String title(Answer answer) {
    return answer.json().get("title").asString();
  }
}
