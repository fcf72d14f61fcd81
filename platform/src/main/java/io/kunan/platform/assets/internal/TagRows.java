package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.TagTraits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tags in the database; written by columns, so that thousands are one statement. */
@Component
class TagRows {
  private static final TypeReference<List<TagTraits.State>> STATES = new TypeReference<>() {};
  private static final double NANOS = 1e9;
  private static final String FROM_COLUMNS =
      """
      FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::bool[], ?::text[],
        ?::text[], ?::float8[], ?::bool[], ?::float8[], ?::float8[], ?::float8[], ?::int[])
        WITH ORDINALITY
        AS d(name, asset_id, quantity, label_zh, label_en, group_zh, group_en, unit, low, high,
             limit_low, limit_high, step, states, retention_class, expected_period, virtual,
             compression_exception, compression_door, compression_longest, id, n)
      """;

  private final JdbcClient database;
  private final JsonMapper json;

  TagRows(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  List<Tag> list() {
    return database.sql("SELECT * FROM assets.tag").query((row, _) -> tag(row)).list();
  }

  /** In the order given. */
  List<Tag> insert(List<TagDraft> drafts) {
    List<Integer> ids =
        database
            .sql(
                """
                INSERT INTO assets.tag (name, asset_id, quantity, label_zh, label_en, group_zh,
                  group_en, unit, low, high, limit_low, limit_high, step, states, retention_class,
                  expected_period, virtual, compression_exception, compression_door,
                  compression_longest)
                SELECT name, asset_id, quantity, label_zh, label_en, group_zh, group_en, unit, low,
                  high, limit_low, limit_high, step, states::jsonb, retention_class,
                  expected_period, virtual, compression_exception, compression_door,
                  compression_longest
                """
                    + FROM_COLUMNS
                    + "ORDER BY n RETURNING id")
            .params(columns(drafts, drafts.stream().map(_ -> 0).toArray(Integer[]::new)))
            .query(Integer.class)
            .list();
    return IntStream.range(0, drafts.size())
        .mapToObj(
            i -> {
              TagDraft draft = drafts.get(i);
              return new Tag(new TagId(ids.get(i)), draft.name(), draft.asset(), draft.traits());
            })
        .toList();
  }

  void update(List<Tag> tags) {
    List<TagDraft> drafts =
        tags.stream().map(tag -> new TagDraft(tag.name(), tag.asset(), tag.traits())).toList();
    database
        .sql(
            """
            UPDATE assets.tag t SET name = d.name, asset_id = d.asset_id, quantity = d.quantity,
              label_zh = d.label_zh, label_en = d.label_en, group_zh = d.group_zh,
              group_en = d.group_en, unit = d.unit, low = d.low, high = d.high,
              limit_low = d.limit_low, limit_high = d.limit_high, step = d.step,
              states = d.states::jsonb, retention_class = d.retention_class,
              expected_period = d.expected_period, virtual = d.virtual,
              compression_exception = d.compression_exception,
              compression_door = d.compression_door,
              compression_longest = d.compression_longest
            """
                + FROM_COLUMNS
                + "WHERE t.id = d.id")
        .params(columns(drafts, tags.stream().map(tag -> tag.id().value()).toArray(Integer[]::new)))
        .update();
  }

  void delete(TagId id) {
    database.sql("DELETE FROM assets.tag WHERE id = ?").params(id.value()).update();
  }

  private List<Object> columns(List<TagDraft> drafts, Integer[] ids) {
    List<Object> columns = new ArrayList<>();
    columns.add(texts(drafts, TagDraft::name));
    columns.add(drafts.stream().map(draft -> draft.asset().value()).toArray(Integer[]::new));
    columns.add(texts(drafts, draft -> draft.traits().quantity()));
    columns.add(texts(drafts, draft -> draft.traits().label().zh()));
    columns.add(texts(drafts, draft -> draft.traits().label().en()));
    columns.add(texts(drafts, draft -> draft.traits().group().zh()));
    columns.add(texts(drafts, draft -> draft.traits().group().en()));
    columns.add(texts(drafts, draft -> draft.traits().unit()));
    columns.add(numbers(drafts, draft -> draft.traits().low()));
    columns.add(numbers(drafts, draft -> draft.traits().high()));
    columns.add(numbers(drafts, draft -> draft.traits().limitLow()));
    columns.add(numbers(drafts, draft -> draft.traits().limitHigh()));
    columns.add(drafts.stream().map(draft -> draft.traits().step()).toArray(Boolean[]::new));
    columns.add(texts(drafts, draft -> states(draft.traits().states())));
    columns.add(texts(drafts, draft -> draft.traits().retentionClass()));
    columns.add(numbers(drafts, draft -> seconds(draft.traits().expectedPeriod())));
    columns.add(drafts.stream().map(draft -> draft.traits().virtual()).toArray(Boolean[]::new));
    columns.add(compression(drafts, TagTraits.Compression::exceptionDeviation));
    columns.add(compression(drafts, TagTraits.Compression::doorDeviation));
    columns.add(compression(drafts, rule -> seconds(rule.longest())));
    columns.add(ids);
    return columns;
  }

  private Tag tag(ResultSet row) throws SQLException {
    Double period = (Double) row.getObject("expected_period");
    return new Tag(
        new TagId(row.getInt("id")),
        row.getString("name"),
        new AssetId(row.getInt("asset_id")),
        new TagTraits(
            row.getString("quantity"),
            new Text(row.getString("label_zh"), row.getString("label_en")),
            new Text(row.getString("group_zh"), row.getString("group_en")),
            row.getString("unit"),
            (Double) row.getObject("low"),
            (Double) row.getObject("high"),
            (Double) row.getObject("limit_low"),
            (Double) row.getObject("limit_high"),
            row.getBoolean("step"),
            states(row.getString("states")),
            row.getString("retention_class"),
            period == null ? null : Duration.ofNanos(Math.round(period * NANOS)),
            row.getBoolean("virtual"),
            compression(row)));
  }

  // Most tags have none: thousands are read at each change.
  private List<TagTraits.State> states(String text) {
    return text.equals("[]") ? List.of() : json.readValue(text, STATES);
  }

  private String states(List<TagTraits.State> states) {
    return states.isEmpty() ? "[]" : json.writeValueAsString(states);
  }

  private static @Nullable Double[] compression(
      List<TagDraft> drafts, Function<TagTraits.Compression, @Nullable Double> field) {
    return numbers(
        drafts,
        draft -> {
          TagTraits.Compression rule = draft.traits().compression();
          return rule == null ? null : field.apply(rule);
        });
  }

  private static TagTraits.@Nullable Compression compression(ResultSet row) throws SQLException {
    Double longest = (Double) row.getObject("compression_longest");
    return longest == null
        ? null
        : new TagTraits.Compression(
            row.getDouble("compression_exception"),
            row.getDouble("compression_door"),
            Duration.ofNanos(Math.round(longest * NANOS)));
  }

  private static @Nullable Double seconds(@Nullable Duration period) {
    return period == null ? null : period.toNanos() / NANOS;
  }

  private static String[] texts(List<TagDraft> drafts, Function<TagDraft, String> field) {
    return drafts.stream().map(field).toArray(String[]::new);
  }

  private static @Nullable Double[] numbers(
      List<TagDraft> drafts, Function<TagDraft, @Nullable Double> field) {
    return drafts.stream().map(field).toArray(Double[]::new);
  }
}
