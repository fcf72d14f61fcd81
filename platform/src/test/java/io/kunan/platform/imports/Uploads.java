package io.kunan.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestClient.Answer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Brings files in as the console does and waits for the end of their import. */
final class Uploads {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Uploads() {}

  static Answer upload(TestClient person, String name, byte[] contents) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String head =
        "--kunan\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(name);
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(contents);
    form.writeBytes("\r\n--kunan--\r\n".getBytes(StandardCharsets.UTF_8));
    return person.send(
        person
            .request("/api/imports")
            .POST(BodyPublishers.ofByteArray(form.toByteArray()))
            .header("Content-Type", "multipart/form-data; boundary=kunan"));
  }

  static JsonNode uploaded(TestClient person, String name, String contents) {
    Answer answer = upload(person, name, contents.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  static JsonNode started(TestClient person, JsonNode one, Object mapping) {
    Answer answer = person.post(path(one) + "/start", mapping);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** The import when it no longer runs. */
  static JsonNode ended(TestClient person, JsonNode one) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> person.get(path(one)).json(),
            now -> !now.get("state").asString().equals("RUNNING"));
  }

  static String path(JsonNode one) {
    return "/api/imports/" + one.get("id").asLong();
  }
}
