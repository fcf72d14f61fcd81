package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Assets in the database. */
@Component
class AssetRows {
  private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

  private final JdbcClient database;
  private final JsonMapper json;

  AssetRows(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  List<Asset> list() {
    return database.sql("SELECT * FROM assets.asset").query((row, _) -> asset(row)).list();
  }

  /** In the order given. */
  List<Asset> insert(List<AssetDraft> drafts) {
    List<Integer> ids =
        database
            .sql(
                """
                INSERT INTO assets.asset (parent_id, kind, code, name_zh, name_en, template,
                  position_row, position_column, attributes)
                SELECT parent_id, kind, code, name_zh, name_en, template, row, col, attributes::jsonb
                FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::int[], ?::int[], ?::text[]) WITH ORDINALITY
                  AS d(parent_id, kind, code, name_zh, name_en, template, row, col, attributes, n)
                ORDER BY n RETURNING id\
                """)
            .params(
                numbers(drafts, draft -> parentNumber(draft)),
                texts(drafts, draft -> draft.kind().name()),
                texts(drafts, AssetDraft::code),
                texts(drafts, draft -> draft.name().zh()),
                texts(drafts, draft -> draft.name().en()),
                texts(drafts, AssetDraft::template),
                numbers(drafts, draft -> draft.position() == null ? null : draft.position().row()),
                numbers(
                    drafts, draft -> draft.position() == null ? null : draft.position().column()),
                texts(drafts, draft -> json.writeValueAsString(draft.attributes())))
            .query(Integer.class)
            .list();
    return java.util.stream.IntStream.range(0, drafts.size())
        .mapToObj(i -> asset(new AssetId(ids.get(i)), drafts.get(i)))
        .toList();
  }

  void update(AssetId id, AssetDraft draft) {
    Asset.Position position = draft.position();
    database
        .sql(
            """
            UPDATE assets.asset SET parent_id = ?, kind = ?, code = ?, name_zh = ?, name_en = ?,
              template = ?, position_row = ?, position_column = ?, attributes = ?::jsonb
            WHERE id = ?\
            """)
        .params(
            java.util.Arrays.asList(
                parentNumber(draft),
                draft.kind().name(),
                draft.code(),
                draft.name().zh(),
                draft.name().en(),
                draft.template(),
                position == null ? null : position.row(),
                position == null ? null : position.column(),
                json.writeValueAsString(draft.attributes()),
                id.value()))
        .update();
  }

  void delete(AssetId id) {
    database.sql("DELETE FROM assets.asset WHERE id = ?").params(id.value()).update();
  }

  static Asset asset(AssetId id, AssetDraft draft) {
    return new Asset(
        id,
        draft.parent(),
        draft.kind(),
        draft.code(),
        draft.name(),
        draft.template(),
        draft.position(),
        draft.attributes());
  }

  private Asset asset(ResultSet row) throws SQLException {
    Integer parent = (Integer) row.getObject("parent_id");
    Integer line = (Integer) row.getObject("position_row");
    return new Asset(
        new AssetId(row.getInt("id")),
        parent == null ? null : new AssetId(parent),
        AssetKind.valueOf(row.getString("kind")),
        row.getString("code"),
        new Text(row.getString("name_zh"), row.getString("name_en")),
        row.getString("template"),
        line == null ? null : new Asset.Position(line, row.getInt("position_column")),
        json.readValue(row.getString("attributes"), ATTRIBUTES));
  }

  private static @Nullable Integer parentNumber(AssetDraft draft) {
    AssetId parent = draft.parent();
    return parent == null ? null : parent.value();
  }

  private static @Nullable Integer[] numbers(
      List<AssetDraft> drafts, Function<AssetDraft, @Nullable Integer> field) {
    return drafts.stream().map(field).toArray(Integer[]::new);
  }

  private static @Nullable String[] texts(
      List<AssetDraft> drafts, Function<AssetDraft, @Nullable String> field) {
    return drafts.stream().map(field).toArray(String[]::new);
  }
}
