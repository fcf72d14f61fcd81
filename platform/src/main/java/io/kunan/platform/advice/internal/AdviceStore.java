package io.kunan.platform.advice.internal;

import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceDocument;
import io.kunan.platform.advice.AdviceOutcome;
import io.kunan.platform.advice.AdviceQuery;
import io.kunan.platform.advice.AdviceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps advice. */
@Repository
class AdviceStore {
  private static final String WHERE =
      """
       where (cast(:state as text) is null or state = :state)
         and (cast(:asset as integer) is null or asset_id = :asset)
      """;

  private static final String WANTED =
      """
       where (cast(:state as text) is null or state = :state)
         and (:everywhere or asset_id = any (:assets))
         and (cast(:from as timestamptz) is null
           or coalesce(evaluated_at, decided_at, expires_at) >= :from)
         and (cast(:to as timestamptz) is null or created_at < :to)
      """;

  private final JdbcClient database;
  private final JsonMapper json;

  AdviceStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Stores a proposal; the one still open for the same thing expires. */
  Advice propose(Advice advice) {
    database
        .sql(
            """
            update advice.advice
            set state = 'EXPIRED',
              expires_at = greatest(created_at + interval '1 millisecond', :created)
            where asset_id = :asset and kind = :kind and state = 'PROPOSED'
            """)
        .param("created", Timestamp.from(advice.createdAt()))
        .param("asset", advice.assetId())
        .param("kind", advice.kind())
        .update();
    return database
        .sql(
            """
            insert into advice.advice
              (asset_id, kind, priority, created_at, expires_at, document)
            values (:asset, :kind, :priority, :created, :expires, cast(:document as jsonb))
            returning *
            """)
        .param("asset", advice.assetId())
        .param("kind", advice.kind())
        .param("priority", advice.priority())
        .param("created", Timestamp.from(advice.createdAt()))
        .param("expires", Timestamp.from(advice.expiresAt()))
        .param("document", json.writeValueAsString(advice.document()))
        .query(this::advice)
        .single();
  }

  /** Keeps one that was followed before it was worked out. */
  Advice replay(Advice advice, Instant decidedAt, String by, String reason) {
    return database
        .sql(
            """
            insert into advice.advice (asset_id, kind, priority, state, created_at, expires_at,
              decided_at, decided_by, decision_reason, document, replayed)
            values (:asset, :kind, :priority, 'ACCEPTED', :created, :expires, :decided, :by,
              :reason, cast(:document as jsonb), true)
            returning *
            """)
        .param("asset", advice.assetId())
        .param("kind", advice.kind())
        .param("priority", advice.priority())
        .param("created", Timestamp.from(advice.createdAt()))
        .param("expires", Timestamp.from(advice.expiresAt()))
        .param("decided", Timestamp.from(decidedAt))
        .param("by", by)
        .param("reason", reason)
        .param("document", json.writeValueAsString(advice.document()))
        .query(this::advice)
        .single();
  }

  /** Those that wait for their outcome, the longest first. */
  List<Advice> accepted() {
    return database
        .sql("select * from advice.advice where state = 'ACCEPTED' order by decided_at, id")
        .query(this::advice)
        .list();
  }

  /** Keeps what came of an accepted one; false when it is no longer such. */
  boolean evaluate(long id, AdviceOutcome outcome, Instant at) {
    return database
            .sql(
                """
                update advice.advice set state = 'EVALUATED', evaluated_at = :at,
                  outcome = cast(:outcome as jsonb)
                where id = :id and state = 'ACCEPTED'
                """)
            .param("at", Timestamp.from(at))
            .param("outcome", json.writeValueAsString(outcome))
            .param("id", id)
            .update()
        == 1;
  }

  /** Decides a proposal that is still open; empty when it no longer is. */
  Optional<Advice> decide(
      long id, AdviceState state, String by, @Nullable String reason, Instant at) {
    return database
        .sql(
            """
            update advice.advice set state = :state, decided_by = :by, decided_at = :at,
              decision_reason = :reason
            where id = :id and state = 'PROPOSED' and expires_at > :at
            returning *
            """)
        .param("state", state.name())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .param("id", id)
        .query(this::advice)
        .optional();
  }

  /** Ends proposals whose time is over. */
  int expire(Instant now) {
    return database
        .sql(
            """
            update advice.advice set state = 'EXPIRED'
            where state = 'PROPOSED' and expires_at <= :now
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Equipment for which people have decided since an instant. */
  Set<Integer> decidedSince(String kind, Instant since) {
    return database
        .sql(
            """
            select distinct asset_id from advice.advice
            where kind = :kind and decided_at >= :since and not replayed
            """)
        .param("kind", kind)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .set();
  }

  Optional<Advice> find(long id) {
    return database
        .sql("select * from advice.advice where id = :id")
        .param("id", id)
        .query(this::advice)
        .optional();
  }

  /** The most urgent and newest first. */
  List<Advice> list(@Nullable AdviceState state, @Nullable Integer assetId, int page, int size) {
    return database
        .sql(
            "select * from advice.advice"
                + WHERE
                + " order by priority, created_at desc, id desc limit :size offset :skip")
        .param("state", name(state))
        .param("asset", assetId)
        .param("size", size)
        .param("skip", (long) page * size)
        .query(this::advice)
        .list();
  }

  List<Advice> list(AdviceQuery query) {
    return database
        .sql(
            "select * from advice.advice"
                + WANTED
                + " order by priority, created_at desc, id desc limit :size offset :skip")
        .params(parameters(query))
        .param("size", query.size())
        .param("skip", (long) query.page() * query.size())
        .query(this::advice)
        .list();
  }

  long count(AdviceQuery query) {
    return database
        .sql("select count(*) from advice.advice" + WANTED)
        .params(parameters(query))
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> parameters(AdviceQuery query) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("state", name(query.state()));
    parameters.put("everywhere", query.scope().everywhere());
    parameters.put("assets", query.scope().assets().toArray(Integer[]::new));
    parameters.put("from", timestamp(query.from()));
    parameters.put("to", timestamp(query.to()));
    return parameters;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable String name(@Nullable AdviceState state) {
    return state == null ? null : state.name();
  }

  private Advice advice(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new Advice(
        row.getLong("id"),
        row.getInt("asset_id"),
        row.getString("kind"),
        row.getInt("priority"),
        AdviceState.valueOf(row.getString("state")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("decision_reason"),
        json.readValue(row.getString("document"), AdviceDocument.class),
        row.getBoolean("replayed"),
        instant(row, "evaluated_at"),
        outcome == null ? null : json.readValue(outcome, AdviceOutcome.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
