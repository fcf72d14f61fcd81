package io.kunan.engine.files.internal;

/** In which of four forms DuckDB hands over the cells of a column. */
enum ParquetForm {
  NUMBER("CAST(%s AS DOUBLE)"),
  TEXT("CAST(%s AS VARCHAR)"),
  LOCAL_TIME("epoch_us(CAST(%s AS TIMESTAMP))"),
  INSTANT("epoch_us(%s)");

  private final String sql;

  ParquetForm(String sql) {
    this.sql = sql;
  }

  static ParquetForm of(String type, boolean time) {
    if (type.startsWith("TIMESTAMP WITH TIME ZONE")) {
      return INSTANT;
    }
    if (type.startsWith("TIMESTAMP") || type.equals("DATE")) {
      return LOCAL_TIME;
    }
    boolean number =
        type.endsWith("INT")
            || type.endsWith("INTEGER")
            || type.equals("BOOLEAN")
            || type.equals("DOUBLE")
            || type.equals("FLOAT")
            || type.startsWith("DECIMAL");
    // a count of microseconds has more digits than a double keeps
    return number && !time ? NUMBER : TEXT;
  }

  /** The column in this form, as part of a query. */
  String select(String column) {
    return sql.formatted('"' + column.replace("\"", "\"\"") + '"');
  }
}
