package io.kunan.platform.audit.internal;

import io.kunan.platform.audit.AuditChain;
import io.kunan.platform.audit.AuditEntry;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.home.HomeFolder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes entries at the very end of the transaction they belong to. The end of the chain is locked
 * from then to the commit: so late that no transaction can wait for a row while it holds the chain.
 */
@Component
class StoredAuditTrail implements AuditTrail {
  private final JdbcClient database;
  private final AuditChain chain;
  private final Clock clock;
  private final JsonMapper json;

  StoredAuditTrail(JdbcClient database, HomeFolder home, Clock clock, JsonMapper json) {
    this.database = database;
    this.chain = new AuditChain(home.secrets());
    this.clock = clock;
    this.json = json;
  }

  @Override
  public void record(String action, String object, Object detail) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    recordAs(login == null ? SYSTEM : login.getName(), action, object, detail);
  }

  @Override
  public void recordAs(String actor, String action, String object, Object detail) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          action + " is recorded outside a transaction. Maybe add @Transactional to the change");
    }
    waiting().add(new Waiting(clock.instant(), actor, action, object, detail));
  }

  private List<Waiting> waiting() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Entries.class::isInstance)
        .map(entries -> ((Entries) entries).waiting)
        .findFirst()
        .orElseGet(
            () -> {
              Entries entries = new Entries();
              TransactionSynchronizationManager.registerSynchronization(entries);
              return entries.waiting;
            });
  }

  private record Waiting(Instant at, String actor, String action, String object, Object detail) {}

  private record Head(long seq, byte[] hash) {}

  /** What one transaction has to record. */
  private final class Entries implements TransactionSynchronization {
    private final List<Waiting> waiting = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      Head head =
          database
              .sql("SELECT seq, hash FROM audit.head FOR UPDATE")
              .query((row, _) -> new Head(row.getLong("seq"), row.getBytes("hash")))
              .single();
      for (Waiting next : waiting) {
        head = append(head, next);
      }
      database
          .sql("UPDATE audit.head SET seq = ?, hash = ?, seal = ?")
          .params(head.seq(), head.hash(), chain.seal(head.hash()))
          .update();
    }
  }

  private Head append(Head head, Waiting next) {
    AuditEntry entry =
        new AuditEntry(
            head.seq() + 1,
            next.at().truncatedTo(ChronoUnit.MICROS),
            next.actor(),
            next.action(),
            next.object(),
            json.writeValueAsString(next.detail()));
    byte[] hash = chain.hash(head.hash(), entry);
    database
        .sql(
            "INSERT INTO audit.entry (seq, at, actor, action, object, detail, hash, seal)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            entry.seq(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.actor(),
            entry.action(),
            entry.object(),
            entry.detail(),
            hash,
            chain.seal(hash))
        .update();
    return new Head(entry.seq(), hash);
  }
}
