package io.kunan.platform.assets.internal;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Templates in the database; their tags are kept as a file would tell them. */
@Component
class TemplateRows {
  private static final TypeReference<List<TagLine>> LINES = new TypeReference<>() {};

  private final JdbcClient database;
  private final JsonMapper json;

  TemplateRows(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  List<Template> list() {
    return database
        .sql("SELECT * FROM assets.template ORDER BY code")
        .query((row, _) -> template(row))
        .list();
  }

  /** False when the code is taken. */
  boolean insert(Template template) {
    return write(
        template,
        """
        INSERT INTO assets.template (code, name_zh, name_en, tags)
        VALUES (:code, :zh, :en, :tags::jsonb) ON CONFLICT DO NOTHING
        """);
  }

  /** False when there is none of this code. */
  boolean update(Template template) {
    return write(
        template,
        """
        UPDATE assets.template SET name_zh = :zh, name_en = :en, tags = :tags::jsonb
        WHERE code = :code
        """);
  }

  /** False when there is none of this code. */
  boolean delete(String code) {
    return database.sql("DELETE FROM assets.template WHERE code = ?").params(code).update() == 1;
  }

  private boolean write(Template template, String sql) {
    return database
            .sql(sql)
            .param("code", template.code())
            .param("zh", template.name().zh())
            .param("en", template.name().en())
            .param("tags", json.writeValueAsString(TemplateLine.of(template).tags()))
            .update()
        == 1;
  }

  private Template template(ResultSet row) throws SQLException {
    return new TemplateLine(
            row.getString("code"),
            new Text(row.getString("name_zh"), row.getString("name_en")),
            json.readValue(row.getString("tags"), LINES))
        .template();
  }
}
