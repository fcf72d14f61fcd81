package io.kunan.platform.audit.web;

import io.kunan.platform.audit.AuditChain;
import io.kunan.platform.audit.AuditVerdict;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads and checks the trail. */
@RestController
@RequestMapping("/api/audit")
@Requires(Role.ADMIN)
class AuditEndpoints {
  private static final String CHOSEN =
      " FROM audit.entry WHERE (:actor::text IS NULL OR actor = :actor)"
          + " AND (:action::text IS NULL OR action = :action)";

  private final JdbcClient database;
  private final DataSource connections;
  private final AuditChain chain;

  AuditEndpoints(JdbcClient database, DataSource connections, HomeFolder home) {
    this.database = database;
    this.connections = connections;
    this.chain = new AuditChain(home.secrets());
  }

  /** An entry as the console shows it. */
  record AuditLine(
      long seq,
      Instant at,
      String actor,
      String action,
      String object,
      String detail,
      String hash) {}

  @GetMapping
  Listing<AuditLine> list(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      Caller caller) {
    caller.requireAllSites();
    Paging paging = new Paging(page, size);
    long total =
        database
            .sql("SELECT count(*)" + CHOSEN)
            .param("actor", actor)
            .param("action", action)
            .query(Long.class)
            .single();
    var entries =
        database
            .sql("SELECT *" + CHOSEN + " ORDER BY seq DESC LIMIT :size OFFSET :offset")
            .param("actor", actor)
            .param("action", action)
            .param("size", paging.size())
            .param("offset", paging.offset())
            .query(
                (row, _) ->
                    new AuditLine(
                        row.getLong("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("object"),
                        row.getString("detail"),
                        HexFormat.of().formatHex(row.getBytes("hash"))))
            .list();
    return new Listing<>(entries, total);
  }

  @PostMapping("/verify")
  AuditVerdict verify(Caller caller) throws SQLException {
    caller.requireAllSites();
    try (Connection connection = connections.getConnection()) {
      return chain.verify(connection);
    }
  }
}
