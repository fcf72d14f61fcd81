package io.kunan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest {
  private final TestServer server = TestServer.shared();
  private final JdbcClient database = server.part(JdbcClient.class);
  private final AuditTrail trail = server.part(AuditTrail.class);
  private final TransactionTemplate transaction =
      new TransactionTemplate(server.part(PlatformTransactionManager.class));

  @Test
  void manyWritersAtOnceMakeOneChain() throws SQLException {
    long before = verify(server).entries();
    IntStream.range(0, 40).parallel().forEach(i -> write(server, "POT_" + i));
    AuditVerdict verdict = verify(server);
    assertThat(verdict.ok()).isTrue();
    assertThat(verdict.entries()).isEqualTo(before + 40);
  }

  @Test
  void aChangeThatFailsLeavesNoEntry() throws SQLException {
    long before = verify(server).entries();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      trail.record("TRIED", "pot 1", Map.of());
                      throw new IllegalStateException("the change failed");
                    }));
    assertThat(verify(server).entries()).isEqualTo(before);
  }

  @Test
  void recordingOutsideATransactionIsAFault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> trail.record("LOOSE", "pot 1", Map.of()))
        .withMessageContaining("@Transactional");
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE audit.entry SET actor = 'x'",
    "DELETE FROM audit.entry",
    "TRUNCATE audit.entry",
    "DELETE FROM audit.head"
  })
  void theDatabaseItselfRefusesChanges(String sql) {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> database.sql(sql).update())
        .withMessageContaining("only ever appended to");
  }

  /**
   * Somebody who owns the database takes the trigger off and changes what is written. {@code LAST}
   * stands for the number of the last entry.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "UPDATE audit.entry SET actor = 'somebody' WHERE seq = 3          ; 3    ; contents",
        "UPDATE audit.entry SET at = at + interval '1 us' WHERE seq = 3   ; 3    ; contents",
        "UPDATE audit.entry SET detail = detail || ' ' WHERE seq = 3      ; 3    ; contents",
        "UPDATE audit.entry SET hash = sha256('x'), actor='y' WHERE seq=3 ; 3    ; contents",
        "UPDATE audit.entry SET seal = sha256('x') WHERE seq = 3          ; 3    ; seal",
        "DELETE FROM audit.entry WHERE seq = 3                            ; 3    ; missing",
        "DELETE FROM audit.entry WHERE seq = LAST                         ; LAST ; end of the"
            + " chain",
        "UPDATE audit.head SET seq = seq - 1                              ; NEXT ; end of the chain"
      })
  void everyTamperingIsFoundAtItsPlace(String sql, String firstBroken, String reason)
      throws SQLException {
    for (int i = 0; i < 3; i++) {
      write(server, "STEP");
    }
    long last = verify(server).entries();
    keep();
    try {
      database.sql(sql.replace("LAST", Long.toString(last))).update();
      AuditVerdict verdict = verify(server);
      assertThat(verdict.ok()).isFalse();
      assertThat(verdict.firstBroken())
          .isEqualTo(
              switch (firstBroken) {
                case "LAST" -> last;
                case "NEXT" -> last + 1;
                default -> Long.parseLong(firstBroken);
              });
      assertThat(verdict.reason()).contains(reason);
    } finally {
      putBack();
    }
    assertThat(verify(server).ok()).isTrue();
  }

  private void keep() {
    database.sql("CREATE TABLE public.kept_entry AS TABLE audit.entry").update();
    database.sql("CREATE TABLE public.kept_head AS TABLE audit.head").update();
    database.sql("ALTER TABLE audit.entry DISABLE TRIGGER append_only").update();
    database.sql("ALTER TABLE audit.head DISABLE TRIGGER keep_head").update();
  }

  private void putBack() {
    database.sql("TRUNCATE audit.entry, audit.head").update();
    database.sql("INSERT INTO audit.entry TABLE public.kept_entry").update();
    database.sql("INSERT INTO audit.head TABLE public.kept_head").update();
    database.sql("ALTER TABLE audit.entry ENABLE TRIGGER append_only").update();
    database.sql("ALTER TABLE audit.head ENABLE TRIGGER keep_head").update();
    database.sql("DROP TABLE public.kept_entry, public.kept_head").update();
  }

  private static void write(TestServer at, String action) {
    new TransactionTemplate(at.part(PlatformTransactionManager.class))
        .executeWithoutResult(
            _ -> at.part(AuditTrail.class).record(action, "pot 1", Map.of("zh", "槽")));
  }

  private static AuditVerdict verify(TestServer at) throws SQLException {
    try (Connection connection = at.part(DataSource.class).getConnection()) {
      return new AuditChain(at.home().secrets()).verify(connection);
    }
  }

  @Test
  void allEntriesThatHoldTheWordsAreExported() {
    IntStream.range(0, 3).forEach(i -> write(server, "EXPORTED 100%_" + i));
    TestClient auditor = server.as(Role.ADMIN);
    String words = "?sort=ACTION&down=false&query=exported+100%25_";
    List<String> lines = auditor.get("/api/audit/export" + words).body().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("\uFEFFseq,at,actor,action,object,detail,hash");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains("EXPORTED 100%_0").matches("^\\d+,\\d{4}-.*Z,.*");
    var found = auditor.get("/api/audit" + words + "&size=1&page=2").json();
    assertThat(found.path("total").asInt()).isEqualTo(3);
    assertThat(found.path("items").path(0).path("action").asString()).contains("100%_2");
  }
}
