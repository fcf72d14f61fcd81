package io.kunan.platform.events.internal;

import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps events. */
@Repository
class EventStore {
  private static final String WHERE =
      """
       where (:everywhere or asset_id = any (:assets))
         and (cast(:type as text) is null or type = :type)
         and (cast(:from as timestamptz) is null or coalesce(ended_at, 'infinity') >= :from)
         and (cast(:to as timestamptz) is null or started_at < :to)
      """;

  private static final int PORTION = 1_000;

  private final JdbcClient database;
  private final JsonMapper json;

  EventStore(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Stores an event; one of the same key is replaced and keeps its number. What a person corrected
   * stays so, and is only ended.
   */
  Event put(Event event) {
    return database
        .sql(
            """
            insert into events.event as known (asset_id, type, key, started_at, ended_at, parent_id,
              title_zh, title_en, attributes)
            values (:asset, :type, :key, :start, :end, :parent, :zh, :en,
              cast(:attributes as jsonb))
            on conflict (key) do update set
              (asset_id, type, started_at, ended_at, parent_id, title_zh, title_en, attributes) = (
                select excluded.asset_id, excluded.type, excluded.started_at, excluded.ended_at,
                  excluded.parent_id, excluded.title_zh, excluded.title_en, excluded.attributes
                where known.corrected_at is null
                union all
                select known.asset_id, known.type, known.started_at,
                  case when known.ended_at is null and excluded.ended_at >= known.started_at
                    then excluded.ended_at else known.ended_at end,
                  known.parent_id, known.title_zh, known.title_en, known.attributes
                where known.corrected_at is not null)
            returning *
            """)
        .params(columns(event))
        .query(this::event)
        .single();
  }

  /** What a person says of an event; empty when there is none. */
  Optional<Event> correct(Event event, String by, Instant at) {
    return database
        .sql(
            """
            update events.event set asset_id = :asset, type = :type, started_at = :start,
              ended_at = :end, parent_id = :parent, title_zh = :zh, title_en = :en,
              attributes = cast(:attributes as jsonb), corrected_at = :at, corrected_by = :by
            where id = :id
            returning *
            """)
        .params(columns(event))
        .param("id", event.id())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .query(this::event)
        .optional();
  }

  private Map<String, @Nullable Object> columns(Event event) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("asset", event.assetId());
    columns.put("type", event.type());
    columns.put("key", event.key());
    columns.put("start", Timestamp.from(event.start()));
    columns.put("end", timestamp(event.end()));
    columns.put("parent", event.parentId());
    columns.put("zh", event.titleZh());
    columns.put("en", event.titleEn());
    columns.put("attributes", json.writeValueAsString(event.attributes()));
    return columns;
  }

  /** The oldest first. */
  List<Event> parts(long id) {
    return database
        .sql("select * from events.event where parent_id = :id order by started_at, id")
        .param("id", id)
        .query(this::event)
        .list();
  }

  Optional<Event> find(long id) {
    return database
        .sql("select * from events.event where id = :id")
        .param("id", id)
        .query(this::event)
        .optional();
  }

  List<Event> list(EventQuery query) {
    return database
        .sql("select * from events.event" + WHERE + order(query) + " limit :size offset :skip")
        .params(parameters(query))
        .param("size", query.size())
        .param("skip", (long) query.page() * query.size())
        .query(this::event)
        .list();
  }

  /** Within a transaction the rows come in portions; outside they would all be held at once. */
  void each(EventQuery query, Consumer<Event> taker) {
    try (Stream<Event> events =
        database
            .sql("select * from events.event" + WHERE + order(query))
            .withFetchSize(PORTION)
            .params(parameters(query))
            .query(this::event)
            .stream()) {
      events.forEach(taker);
    }
  }

  private static String order(EventQuery query) {
    String by =
        switch (query.order()) {
          case START -> "started_at";
          case END -> "ended_at";
          case TYPE -> "type";
          case DURATION -> "coalesce(ended_at, now()) - started_at";
        };
    String way = query.down() ? " desc" : "";
    return " order by " + by + way + " nulls last, id" + way;
  }

  long count(EventQuery query) {
    return database
        .sql("select count(*) from events.event" + WHERE)
        .params(parameters(query))
        .query(Long.class)
        .single();
  }

  Optional<Event> find(String key) {
    return database
        .sql("select * from events.event where key = :key")
        .param("key", key)
        .query(this::event)
        .optional();
  }

  List<Event> told(String keyPrefix, Instant from) {
    return database
        .sql(
            """
            select * from events.event
            where key like :pattern and coalesce(ended_at, 'infinity') >= :from
            order by started_at, id
            """)
        .param("pattern", pattern(keyPrefix))
        .param("from", Timestamp.from(from))
        .query(this::event)
        .list();
  }

  Optional<Event> newest(String keyPrefix) {
    return database
        .sql(
            """
            select * from events.event where key like :pattern
            order by started_at desc, id desc limit 1
            """)
        .param("pattern", pattern(keyPrefix))
        .query(this::event)
        .optional();
  }

  void remove(long id) {
    database.sql("delete from events.event where id = :id").param("id", id).update();
  }

  private static String pattern(String prefix) {
    return prefix.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  private static Map<String, @Nullable Object> parameters(EventQuery query) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("everywhere", query.scope().everywhere());
    parameters.put("assets", query.scope().assets().toArray(Integer[]::new));
    parameters.put("type", query.type());
    parameters.put("from", timestamp(query.from()));
    parameters.put("to", timestamp(query.to()));
    return parameters;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private Event event(ResultSet row, int number) throws SQLException {
    Timestamp end = row.getTimestamp("ended_at");
    return new Event(
        row.getLong("id"),
        row.getInt("asset_id"),
        row.getString("type"),
        row.getString("key"),
        row.getTimestamp("started_at").toInstant(),
        end == null ? null : end.toInstant(),
        row.getObject("parent_id", Long.class),
        row.getString("title_zh"),
        row.getString("title_en"),
        json.readValue(row.getString("attributes"), new TypeReference<>() {}));
  }
}
