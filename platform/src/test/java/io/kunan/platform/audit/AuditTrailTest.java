package io.kunan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kunan.platform.fixture.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
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

  /** Somebody who owns the database takes the trigger off, changes, and puts it back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "UPDATE audit.entry SET actor = 'somebody' WHERE seq = 3          ; 3 ; contents",
        "UPDATE audit.entry SET at = at + interval '1 us' WHERE seq = 3   ; 3 ; contents",
        "UPDATE audit.entry SET detail = detail || ' ' WHERE seq = 3      ; 3 ; contents",
        "UPDATE audit.entry SET hash = sha256('x'), actor='y' WHERE seq=3 ; 3 ; contents",
        "UPDATE audit.entry SET seal = sha256('x') WHERE seq = 3          ; 3 ; seal",
        "DELETE FROM audit.entry WHERE seq = 3                            ; 3 ; missing",
        "DELETE FROM audit.entry WHERE seq = 6                            ; 6 ; end of the chain",
        "UPDATE audit.head SET seq = 5                                    ; 7 ; end of the chain"
      })
  void everyTamperingIsFoundAtItsPlace(String sql, long firstBroken, String reason)
      throws SQLException {
    try (TestServer victim = TestServer.start()) {
      while (verify(victim).entries() < 6) {
        write(victim, "STEP");
      }
      JdbcClient owner = victim.part(JdbcClient.class);
      owner.sql("ALTER TABLE audit.entry DISABLE TRIGGER append_only").update();
      owner.sql(sql).update();
      AuditVerdict verdict = verify(victim);
      assertThat(verdict.ok()).isFalse();
      assertThat(verdict.firstBroken()).isEqualTo(firstBroken);
      assertThat(verdict.reason()).contains(reason);
    }
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
}
