package io.kunan.platform.audit.web;

import io.kunan.platform.audit.AuditChain;
import io.kunan.platform.audit.AuditVerdict;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.CsvDownload;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Reads and checks the trail. */
@RestController
@RequestMapping("/api/audit")
@Requires(Role.ADMIN)
class AuditEndpoints {
  private static final String CHOSEN =
      " FROM audit.entry WHERE (:actor::text IS NULL OR actor = :actor)"
          + " AND (:action::text IS NULL OR action = :action)"
          + " AND concat_ws(' ', seq, actor, action, object, detail) ILIKE ALL (:words::text[])";
  private static final int PORTION = 1_000;

  private final JdbcClient database;
  private final DataSource connections;
  private final TransactionTemplate transaction;
  private final AuditChain chain;

  AuditEndpoints(
      JdbcClient database,
      DataSource connections,
      PlatformTransactionManager transactions,
      HomeFolder home) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
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

  /** By what entries are sorted; in time they stand by their number. */
  enum AuditOrder {
    SEQ,
    ACTOR,
    ACTION,
    OBJECT
  }

  @GetMapping
  Listing<AuditLine> list(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "SEQ") AuditOrder sort,
      @RequestParam(defaultValue = "true") boolean down,
      Caller caller) {
    caller.requireAllSites();
    Paging paging = new Paging(page, size);
    long total =
        chosen("SELECT count(*)" + CHOSEN, actor, action, query).query(Long.class).single();
    var entries =
        chosen(
                "SELECT *" + CHOSEN + order(sort, down) + " LIMIT :size OFFSET :offset",
                actor,
                action,
                query)
            .param("size", paging.size())
            .param("offset", paging.offset())
            .query((row, _) -> line(row))
            .list();
    return new Listing<>(entries, total);
  }

  /** All entries that {@link #list} pages through. */
  @GetMapping("/export")
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "SEQ") AuditOrder sort,
      @RequestParam(defaultValue = "true") boolean down,
      Caller caller) {
    caller.requireAllSites();
    String all = "SELECT *" + CHOSEN + order(sort, down);
    return CsvDownload.of(
        "kunan-audit.csv",
        List.of("seq", "at", "actor", "action", "object", "detail", "hash"),
        sheet ->
            // Only within a transaction do rows come in portions.
            transaction.executeWithoutResult(
                _ -> {
                  try (Stream<AuditLine> lines =
                      chosen(all, actor, action, query)
                          .withFetchSize(PORTION)
                          .query((row, _) -> line(row))
                          .stream()) {
                    lines.forEach(line -> write(line, sheet));
                  }
                }));
  }

  private JdbcClient.StatementSpec chosen(
      String sql, @Nullable String actor, @Nullable String action, String query) {
    String[] words =
        Arrays.stream(query.strip().split("\\s+"))
            .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .toArray(String[]::new);
    return database.sql(sql).param("actor", actor).param("action", action).param("words", words);
  }

  private static String order(AuditOrder sort, boolean down) {
    String way = down ? " DESC" : "";
    String by = sort.name().toLowerCase(Locale.ROOT);
    return " ORDER BY " + by + way + (sort == AuditOrder.SEQ ? "" : ", seq" + way);
  }

  private static AuditLine line(ResultSet row) throws SQLException {
    return new AuditLine(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"),
        HexFormat.of().formatHex(row.getBytes("hash")));
  }

  private static void write(AuditLine line, CsvDownload.Sheet sheet) {
    sheet.row(
        line.seq(),
        line.at(),
        line.actor(),
        line.action(),
        line.object(),
        line.detail(),
        line.hash());
  }

  @PostMapping("/verify")
  AuditVerdict verify(Caller caller) throws SQLException {
    caller.requireAllSites();
    try (Connection connection = connections.getConnection()) {
      return chain.verify(connection);
    }
  }
}
