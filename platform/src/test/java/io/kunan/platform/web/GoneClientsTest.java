package io.kunan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A browser that closes a page ends its requests in the middle: that is no fault. */
class GoneClientsTest {
  private final TestServer server = TestServer.shared();
  private final TestClient viewer = server.as(Role.VIEWER);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void anExportWhoseReaderGoesAwayIsNoError() throws IOException {
    Tag tag = TestPlant.in(server).tag("volts", "V");
    int points = 400_000;
    PointBatch.Builder batch = PointBatch.builder(points);
    long start = Micros.of(Instant.parse("2026-01-01T00:00:00Z"));
    for (int i = 0; i < points; i++) {
      batch.add(tag.id().value(), start + i * Micros.PER_SECOND, i, Quality.GOOD);
    }
    server.part(Ingest.class).past(batch.build());
    String path =
        "/api/history/export?tags=%d&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z"
            .formatted(tag.id().value());
    leave(path);
    awaitTheEndOf(path);
  }

  @Test
  void aStreamWhoseReaderGoesAwayIsNoError() throws IOException {
    leave("/api/live/events");
    awaitTheEndOf("/api/live/events");
  }

  /** Reads the beginning of an answer and resets the connection. */
  private void leave(String path) throws IOException {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                  .formatted(path, address.getAuthority(), viewer.cookies())
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] beginning = socket.getInputStream().readNBytes(12);
      assertThat(new String(beginning, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
    }
  }

  /** The server notices when it writes next; it then says so, but not as an error. */
  private void awaitTheEndOf(String path) {
    Logger advice = (Logger) LoggerFactory.getLogger("io.kunan.platform.web");
    Level before = advice.getLevel();
    advice.setLevel(Level.DEBUG);
    try {
      String name = path.replaceFirst("\\?.*", "");
      await().until(() -> said().stream().anyMatch(line -> line.contains(name + ": the client")));
      assertThat(log.list)
          .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
          .filteredOn(event -> event.getFormattedMessage().contains(name))
          .isEmpty();
    } finally {
      advice.setLevel(before);
    }
  }

  private List<String> said() {
    return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
