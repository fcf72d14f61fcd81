package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmEnd;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what happened: occurrences and what people set aside. */
@Repository
class OccurrenceStore {
  private static final String SELECT =
      """
      select o.*, s.shelved_until, s.shelved_by, s.reason as shelve_reason
      from alarms.occurrence o
      left join alarms.shelf s
        on s.rule_id = o.rule_id and s.tag_id = o.tag_id and s.shelved_until > :now
      """;
  private static final String OPEN = "(o.cleared_at is null or o.acknowledged_at is null)";

  private final JdbcClient database;

  OccurrenceStore(JdbcClient database) {
    this.database = database;
  }

  /** Raises an alarm, or takes up the one of this key that nobody has acknowledged yet. */
  Occurrence raise(Watched watched, double figure, Instant at) {
    String sql =
        """
        insert into alarms.occurrence
          (rule_id, tag_id, asset_id, priority, figure, limit_value, raised_at)
        values (:rule, :tag, :asset, :priority, :figure, :limit, :at)
        on conflict (rule_id, tag_id) where cleared_at is null or acknowledged_at is null
        do update set figure = excluded.figure, raised_at = excluded.raised_at,
          cleared_at = null, ended_by = null, acknowledged_at = null, acknowledged_by = null,
          raised_count = alarms.occurrence.raised_count + 1
        returning *, null::timestamptz as shelved_until, null as shelved_by,
          null as shelve_reason
        """;
    return database
        .sql(sql)
        .param("rule", watched.rule().id())
        .param("tag", watched.tagId())
        .param("asset", watched.assetId())
        .param("priority", watched.rule().priority())
        .param("figure", figure)
        .param("limit", watched.rule().limit())
        .param("at", Timestamp.from(at))
        .query(Occurrence::ofRow)
        .single();
  }

  /**
   * The condition went away, or nothing watches it any more; the alarm ends if it was acknowledged.
   */
  Optional<Long> clear(Watched.Key key, Instant at, @Nullable AlarmEnd why) {
    return database
        .sql(
            """
            update alarms.occurrence
            set cleared_at = greatest(:at, raised_at), ended_by = :why
            where rule_id = :rule and tag_id = :tag and cleared_at is null
            returning id
            """)
        .param("at", Timestamp.from(at))
        .param("why", why == null ? null : why.name())
        .param("rule", key.ruleId())
        .param("tag", key.tagId())
        .query(Long.class)
        .optional();
  }

  /** All alarms whose condition holds. */
  Set<Watched.Key> standing() {
    return database
        .sql("select rule_id, tag_id from alarms.occurrence where cleared_at is null")
        .query((row, number) -> new Watched.Key(row.getLong(1), row.getInt(2)))
        .set();
  }

  /** Whether the condition of a rule holds at a tag. */
  boolean stands(long ruleId, int tagId) {
    return database
        .sql(
            """
            select exists (select from alarms.occurrence
              where rule_id = :rule and tag_id = :tag and cleared_at is null)
            """)
        .param("rule", ruleId)
        .param("tag", tagId)
        .query(Boolean.class)
        .single();
  }

  /** The tags at which the condition of a rule holds. */
  List<Integer> standing(long ruleId) {
    return database
        .sql("select tag_id from alarms.occurrence where rule_id = :rule and cleared_at is null")
        .param("rule", ruleId)
        .query(Integer.class)
        .list();
  }

  boolean acknowledge(long id, String by, @Nullable String comment, Instant at) {
    return database
            .sql(
                """
                update alarms.occurrence
                set acknowledged_at = :at, acknowledged_by = :by, comment = :comment
                where id = :id and acknowledged_at is null
                """)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .param("comment", comment)
            .param("id", id)
            .update()
        == 1;
  }

  void shelve(long ruleId, int tagId, Instant until, String by, String reason) {
    database
        .sql(
            """
            insert into alarms.shelf (rule_id, tag_id, shelved_until, shelved_by, reason)
            values (:rule, :tag, :until, :by, :reason)
            on conflict (rule_id, tag_id) do update set shelved_until = excluded.shelved_until,
              shelved_by = excluded.shelved_by, reason = excluded.reason
            """)
        .param("rule", ruleId)
        .param("tag", tagId)
        .param("until", Timestamp.from(until))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  void unshelve(long ruleId, int tagId) {
    database
        .sql("delete from alarms.shelf where rule_id = :rule and tag_id = :tag")
        .param("rule", ruleId)
        .param("tag", tagId)
        .update();
  }

  Optional<Occurrence> find(long id, Instant now) {
    return database
        .sql(SELECT + "where o.id = :id")
        .param("now", Timestamp.from(now))
        .param("id", id)
        .query(Occurrence::ofRow)
        .optional();
  }

  /** Those a person must still deal with, the most urgent and newest first. */
  List<Occurrence> listOpen(Instant now) {
    return database
        .sql(SELECT + "where " + OPEN + " order by o.priority, o.raised_at desc")
        .param("now", Timestamp.from(now))
        .query(Occurrence::ofRow)
        .list();
  }

  /** All, the newest first. */
  List<Occurrence> listAll(Instant now, int limit) {
    return database
        .sql(SELECT + "order by o.raised_at desc, o.id desc limit :limit")
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(Occurrence::ofRow)
        .list();
  }
}
