package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmEnd;
import io.kunan.platform.alarms.AlarmQuery;
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

/** Keeps what happened: occurrences and what people set aside. */
@Repository
class OccurrenceStore {
  private static final String SELECT =
      """
      select o.*, s.shelved_until, s.shelved_by, s.reason as shelve_reason
      from alarms.occurrence o
      join alarms.rule r on r.id = o.rule_id
      left join alarms.shelf s
        on s.rule_id = o.rule_id and s.tag_id = o.tag_id and s.shelved_until > :now
      """;
  private static final String OPEN = "(o.cleared_at is null or o.acknowledged_at is null)";

  /** The priority is that of the rule now, as people see it, not that at the time. */
  private static final String WANTED =
      """
      where (not :open or o.cleared_at is null or o.acknowledged_at is null)
        and (:everywhere or o.asset_id = any (:assets))
        and (cast(:priority as integer) is null or r.priority = :priority)
        and (cast(:from as timestamptz) is null or coalesce(o.cleared_at, 'infinity') >= :from)
        and (cast(:to as timestamptz) is null or o.raised_at < :to)
      """;

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
        .sql(SELECT + "where " + OPEN + " order by r.priority, o.raised_at desc")
        .param("now", Timestamp.from(now))
        .query(Occurrence::ofRow)
        .list();
  }

  /** A page of those wanted. */
  List<Occurrence> list(AlarmQuery query, Instant now) {
    return database
        .sql(
            SELECT
                + WANTED
                + """
                order by case when :open then r.priority end, o.raised_at desc, o.id desc
                limit :size offset :skip
                """)
        .params(parameters(query))
        .param("now", Timestamp.from(now))
        .param("size", query.size())
        .param("skip", (long) query.page() * query.size())
        .query(Occurrence::ofRow)
        .list();
  }

  long count(AlarmQuery query) {
    return database
        .sql(
            "select count(*) from alarms.occurrence o join alarms.rule r on r.id = o.rule_id "
                + WANTED)
        .params(parameters(query))
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> parameters(AlarmQuery query) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("open", query.open());
    parameters.put("everywhere", query.scope().everywhere());
    parameters.put("assets", query.scope().assets().toArray(Integer[]::new));
    parameters.put("priority", query.priority());
    parameters.put("from", timestamp(query.from()));
    parameters.put("to", timestamp(query.to()));
    return parameters;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
